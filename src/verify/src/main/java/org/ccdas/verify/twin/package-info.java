/** Twin experiments: assimilations of the model's own observations, whose truth is known. */
package org.ccdas.verify.twin;
