/** Land, sea and fossil-fuel use over the surface of the Earth, at 2.5 degrees. */
package org.ccdas.transport.surface;
