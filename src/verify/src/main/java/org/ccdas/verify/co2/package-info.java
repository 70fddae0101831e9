/** CO2 of the synthetic world. */
package org.ccdas.verify.co2;
