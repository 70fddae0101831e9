/** Regions of the land: which share of every cell belongs to them. */
package org.ccdas.inputs.region;
