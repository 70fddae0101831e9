/** Streams of values of cells on the pages: soil moisture, FAPAR. */
package org.ccdas.report.local;
