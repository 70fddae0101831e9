/** Independent data that a run is judged by, each with its sign, unit and content. */
package org.ccdas.evaluate.reference;
