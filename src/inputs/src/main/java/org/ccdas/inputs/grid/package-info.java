/** Model grids, cells and their geometry. */
package org.ccdas.inputs.grid;
