/** Blocks of cells, and what an evaluation of the cost does with one of them. */
package org.ccdas.assimilate.evaluation;
