/** The stations of atmospheric CO2: where they stand and what they are called. */
package org.ccdas.inputs.station;
