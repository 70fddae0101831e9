/** Measurements of speed that can be run from the command line or by hand; no tests. */
package org.ccdas.verify.benchmark;
