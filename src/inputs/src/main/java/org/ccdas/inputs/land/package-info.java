/** The land surface of each cell: cover fractions, soil texture and elevation. */
package org.ccdas.inputs.land;
