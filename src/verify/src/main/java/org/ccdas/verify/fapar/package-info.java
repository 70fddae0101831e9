/** FAPAR of the synthetic world. */
package org.ccdas.verify.fapar;
