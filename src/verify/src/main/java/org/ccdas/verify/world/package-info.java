/** A small synthetic world with known parameters, written as files of real formats. */
package org.ccdas.verify.world;
