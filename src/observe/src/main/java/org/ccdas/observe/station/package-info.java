/**
 * CO2 records of stations: one model of a record, and the files that observing networks publish.
 */
package org.ccdas.observe.station;
