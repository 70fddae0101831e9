/**
 * Streams of values of cells, whose misfit closes in the cell: errors that are correlated in time,
 * a bias of every cell that is eliminated, days that are masked. Soil moisture is one, FAPAR
 * another.
 */
package org.ccdas.observe.local;
