/** What an evaluation needs of some whole cells, in one file a block. */
package org.ccdas.observe.block;
