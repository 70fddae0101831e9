/** The normal matrices of the observations, kept per group of observations. */
package org.ccdas.observe.normal;
