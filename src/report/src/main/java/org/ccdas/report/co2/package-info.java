/** CO2 on the pages. */
package org.ccdas.report.co2;
