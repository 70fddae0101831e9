/** Colours of pictures, fit for colour-blind readers. */
package org.ccdas.report.colour;
