/** The model of one tile in plain Java: the reference for the generated kernels. */
package org.ccdas.bethy.tile;
