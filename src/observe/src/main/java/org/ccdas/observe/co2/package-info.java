/** What instruments saw, with its errors, in the form that the cost function compares. */
package org.ccdas.observe.co2;
