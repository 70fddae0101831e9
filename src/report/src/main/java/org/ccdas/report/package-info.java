/** The page that shows the results of a run. */
package org.ccdas.report;
