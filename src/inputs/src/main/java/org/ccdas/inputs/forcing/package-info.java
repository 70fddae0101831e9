/** Daily weather of the cells and the CO2 of the air that their leaves see. */
package org.ccdas.inputs.forcing;
