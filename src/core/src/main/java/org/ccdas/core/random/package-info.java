/** Random numbers that are the same on every machine. */
package org.ccdas.core.random;
