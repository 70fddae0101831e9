/** The parameters that are estimated: their priors, transforms and effect on a tile. */
package org.ccdas.inputs.control;
