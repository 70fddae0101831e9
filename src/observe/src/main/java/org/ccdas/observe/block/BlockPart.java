package org.ccdas.observe.block;

import java.io.Serializable;

/**
 * What one stream of observations keeps in a block: its observations of the block's cells, or what
 * ties the cells to them. Immutable; belongs to the stream, which alone knows its type.
 */
public interface BlockPart extends Serializable {
  /** The bytes that stand in the block file; the same part gives the same bytes. */
  byte[] encode();

  /** About how many bytes the part holds in memory. */
  long size();

  /** Reads the parts of one stream. */
  @FunctionalInterface
  interface Format {
    /**
     * The part of these bytes.
     *
     * @param cells number of cells of the block
     * @throws RuntimeException when they are damaged
     */
    BlockPart decode(byte[] bytes, int cells);
  }

  /** Makes the part of a block while blocks are prepared; travels to workers. */
  @FunctionalInterface
  interface Source extends Serializable {
    /**
     * The part of the block of these cells.
     *
     * @throws org.ccdas.inputs.InputException when a file is bad or does not suit the cells
     */
    BlockPart of(BlockPlan plan);
  }
}
