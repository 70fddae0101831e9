/** SMOS Level-3 soil moisture of CATDS: file names, reading, writing (spec section 19.1). */
package org.ccdas.observe.smos;
