/** Model grids, cells and their geometry. */
package org.ccdas.core.grid;
