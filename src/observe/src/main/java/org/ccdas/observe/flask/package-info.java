/** Flask CO2 records: stations, and the files that observing networks publish. */
package org.ccdas.observe.flask;
