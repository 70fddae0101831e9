/**
 * The processes of BETHY in plain Java, one class a process. The differentiator reads these sources
 * before anything else of this module exists, so the package imports only itself, {@code Math} and
 * the marks of {@code org.ccdas.autodiff}.
 */
package org.ccdas.bethy.process;
