/** From programs to Java text, and the checks and files of the generated sources. */
package org.ccdas.autodiff.emit;
