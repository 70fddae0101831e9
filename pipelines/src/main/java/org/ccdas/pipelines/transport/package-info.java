/** Runs of the tracer model: responses of stations, and its proof against observations. */
package org.ccdas.pipelines.transport;
