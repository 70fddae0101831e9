/** What instruments saw, with its errors, in the form that the cost function compares. */
package org.ccdas.core.observation;
