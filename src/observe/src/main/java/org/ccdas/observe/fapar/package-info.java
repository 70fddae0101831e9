/** FAPAR of cells as a stream of observations. */
package org.ccdas.observe.fapar;
