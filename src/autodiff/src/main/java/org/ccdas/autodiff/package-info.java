/** Build-time differentiation of plain Java: the marks, and the generator of kernels over lanes. */
package org.ccdas.autodiff;
