/** Blocks whose observations are those of a known truth. */
package org.ccdas.transforms.twin;
