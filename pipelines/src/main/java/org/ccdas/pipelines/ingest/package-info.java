/** Runs the ingest of satellite soil moisture. */
package org.ccdas.pipelines.ingest;
