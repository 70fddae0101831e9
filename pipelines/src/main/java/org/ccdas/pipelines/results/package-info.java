/** What a run leaves for people and programs: NetCDF files, a summary, its provenance, a table. */
package org.ccdas.pipelines.results;
