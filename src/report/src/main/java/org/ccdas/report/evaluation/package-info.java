/** The page of a run that was put beside independent data. */
package org.ccdas.report.evaluation;
