/** Sub-daily weather of a cell made from its daily forcing; depends on no parameter. */
package org.ccdas.bethy.weather;
