/** Calendar axes. */
package org.ccdas.inputs.time;
