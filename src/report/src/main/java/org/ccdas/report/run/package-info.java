/** Reads the result files of a run folder. */
package org.ccdas.report.run;
