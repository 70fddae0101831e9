/**
 * The science of the assimilation; free of Beam. {@link org.ccdas.inputs.InputException} is its one
 * error for bad input.
 */
package org.ccdas.inputs;
