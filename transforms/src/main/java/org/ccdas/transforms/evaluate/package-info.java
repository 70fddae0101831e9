/** Cost, gradient and fluxes at control vectors, over block references. */
package org.ccdas.transforms.evaluate;
