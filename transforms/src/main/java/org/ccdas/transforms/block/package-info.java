/** Block files: written once, read by every evaluation. */
package org.ccdas.transforms.block;
