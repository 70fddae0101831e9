/** A page of HTML: elements, tables, figures, sections; all text is escaped. */
package org.ccdas.report.page;
