/** Reading Java sources: inlines a kernel's entry method into one expression graph. */
package org.ccdas.autodiff.trace;
