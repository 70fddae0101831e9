/** What a stream of observations adds to the pages, found as a service. */
package org.ccdas.report.stream;
