/** Coastlines for maps. */
package org.ccdas.report.coast;
