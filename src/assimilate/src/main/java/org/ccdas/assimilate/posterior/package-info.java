/** What is known at the minimum, from the normal systems: uncertainty, attribution, prediction. */
package org.ccdas.assimilate.posterior;
