/** The page on which transport models stand before real data. */
package org.ccdas.report.transport;
