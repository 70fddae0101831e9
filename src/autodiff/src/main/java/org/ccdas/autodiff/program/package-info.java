/** From a graph to a program: order of computation, segments, workspace slots. */
package org.ccdas.autodiff.program;
