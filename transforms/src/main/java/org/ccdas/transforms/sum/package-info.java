/** Sums whose bits do not depend on the order in which a runner delivers the terms. */
package org.ccdas.transforms.sum;
