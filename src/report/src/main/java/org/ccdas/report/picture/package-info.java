/** Pictures of one look: maps, time series, intervals, bars, heat maps, scatter plots. */
package org.ccdas.report.picture;
