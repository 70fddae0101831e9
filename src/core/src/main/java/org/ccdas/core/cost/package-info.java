/** The terms of the cost function. */
package org.ccdas.core.cost;
