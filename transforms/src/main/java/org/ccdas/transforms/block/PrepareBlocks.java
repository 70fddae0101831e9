package org.ccdas.transforms.block;

import org.apache.beam.sdk.coders.SerializableCoder;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.PCollection;
import org.ccdas.observe.block.BlockPlan;
import org.ccdas.observe.block.BlockReference;
import org.ccdas.observe.block.BlockSources;

/**
 * Reads every block from its sources and writes the block files.
 *
 * <pre>{@code
 * pipeline
 *     .apply(Create.of(BlockPlan.deal(cells, 128)))
 *     .apply(PrepareBlocks.from(sources).into(folder));
 * }</pre>
 *
 * The files are those of {@link BlockWriter}.
 */
public final class PrepareBlocks
    extends PTransform<PCollection<BlockPlan>, PCollection<BlockReference>> {
  private static final long serialVersionUID = 1L;
  private final BlockSources sources;
  private final String folder;

  private PrepareBlocks(BlockSources sources, String folder) {
    this.sources = sources;
    this.folder = folder;
  }

  /** Reads from these sources. */
  public static PrepareBlocks from(BlockSources sources) {
    return new PrepareBlocks(sources, "");
  }

  /** Writes into this folder on any file system of Beam. */
  public PrepareBlocks into(String path) {
    return new PrepareBlocks(sources, path);
  }

  @Override
  public PCollection<BlockReference> expand(PCollection<BlockPlan> input) {
    if (folder.isEmpty()) {
      throw new IllegalStateException("Blocks need a folder: call into(...)");
    }
    return input
        .apply("Spread", SpreadEvenly.by(BlockPlan::index))
        .apply("WriteBlock", ParDo.of(new WriteBlockFn(sources, folder)))
        .setCoder(SerializableCoder.of(BlockReference.class));
  }

  private static final class WriteBlockFn extends DoFn<BlockPlan, BlockReference> {
    private static final long serialVersionUID = 1L;

    private final BlockSources sources;
    private final String folder;

    WriteBlockFn(BlockSources sources, String folder) {
      this.sources = sources;
      this.folder = folder;
    }

    @ProcessElement
    public void process(@Element BlockPlan plan, OutputReceiver<BlockReference> out)
        throws Exception {
      out.output(BlockWriter.write(folder, sources.read(plan)));
    }
  }
}
