/**
 * Satellite retrievals of soil moisture: what a product must be able to do to be read, screening,
 * regridding onto the model grid, merging of overpasses. A product is a plug-in, found through
 * {@link java.util.ServiceLoader}; see {@link org.ccdas.observe.satellite.SoilMoistureProduct}.
 */
package org.ccdas.observe.satellite;
