/** Expression graphs: sharing, simplification and symbolic differentiation. */
package org.ccdas.autodiff.graph;
