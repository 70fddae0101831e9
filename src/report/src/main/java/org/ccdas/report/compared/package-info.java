/** The runs of a comparison, read from their folders. */
package org.ccdas.report.compared;
