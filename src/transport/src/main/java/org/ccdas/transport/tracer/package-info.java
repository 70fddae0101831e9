/**
 * A global offline tracer transport model with its exact adjoint (spec section 16.7): mass fluxes
 * of air that close in every cell, second-order advection and eddy mixing on a reduced
 * latitude-longitude grid, vertical mixing by the boundary layer and convection.
 */
package org.ccdas.transport.tracer;
