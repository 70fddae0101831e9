package org.ccdas.transforms.block;

import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.Reshuffle;
import org.apache.beam.sdk.transforms.Values;
import org.apache.beam.sdk.transforms.WithKeys;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.TypeDescriptors;
import org.ccdas.observe.block.BlockReference;

/** Deals blocks out to all workers, whatever made their list. */
public final class SpreadBlocks
    extends PTransform<PCollection<BlockReference>, PCollection<BlockReference>> {
  private static final long serialVersionUID = 1L;

  private SpreadBlocks() {}

  /** The transform. */
  public static SpreadBlocks evenly() {
    return new SpreadBlocks();
  }

  @Override
  public PCollection<BlockReference> expand(PCollection<BlockReference> input) {
    return input
        .apply(
            "KeyByBlock",
            WithKeys.of(BlockReference::index).withKeyType(TypeDescriptors.integers()))
        .apply("Reshuffle", Reshuffle.of())
        .apply("Blocks", Values.create());
  }
}
