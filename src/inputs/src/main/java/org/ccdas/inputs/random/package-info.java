/** Random numbers that are the same on every machine. */
package org.ccdas.inputs.random;
