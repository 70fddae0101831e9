/**
 * What a stream of observations is: {@link org.ccdas.observe.stream.ObservationStream} on the
 * machine of the driver, {@link org.ccdas.observe.stream.StreamOperator} in every evaluation. The
 * cost is the prior and a list of these; nothing outside a stream's own packages names it.
 */
package org.ccdas.observe.stream;
