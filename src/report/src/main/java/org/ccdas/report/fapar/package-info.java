/** FAPAR on the pages. */
package org.ccdas.report.fapar;
