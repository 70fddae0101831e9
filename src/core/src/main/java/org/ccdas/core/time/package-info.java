/** Calendar axes. */
package org.ccdas.core.time;
