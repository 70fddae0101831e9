/**
 * The model over lanes: up to 64 tiles of one photosynthetic pathway advance side by side through
 * the generated kernels, forward, along a tangent, and back along the adjoint.
 */
package org.ccdas.bethy.lane;
