/** Plant functional types, soil textures and the prior values that belong to them. */
package org.ccdas.bethy.table;
