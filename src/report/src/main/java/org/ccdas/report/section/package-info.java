/** The sections of the page, one class each. */
package org.ccdas.report.section;
