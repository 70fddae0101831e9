/** Responses of stations to surface fluxes by the adjoint of the tracer model. */
package org.ccdas.transforms.transport;
