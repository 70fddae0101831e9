/** Scales of pictures: round numbers, ranges, and colours fit for colour-blind readers. */
package org.ccdas.report.scale;
