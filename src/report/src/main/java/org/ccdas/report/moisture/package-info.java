/** Soil moisture on the pages. */
package org.ccdas.report.moisture;
