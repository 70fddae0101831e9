/** From surface fluxes to CO2 concentrations at stations, and the fluxes that are prescribed. */
package org.ccdas.transport;
