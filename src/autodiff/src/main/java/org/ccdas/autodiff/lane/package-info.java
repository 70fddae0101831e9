/** What generated kernels call: copied into the package of the kernels as it stands here. */
package org.ccdas.autodiff.lane;
