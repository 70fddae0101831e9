/** The page and the table that compare several runs with the same prior. */
package org.ccdas.report.comparison;
