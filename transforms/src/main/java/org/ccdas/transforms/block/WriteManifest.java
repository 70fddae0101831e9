package org.ccdas.transforms.block;

import java.util.ArrayList;
import java.util.List;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.GroupByKey;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.WithKeys;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.TypeDescriptors;
import org.ccdas.inputs.file.Location;
import org.ccdas.inputs.file.StoredFiles;
import org.ccdas.observe.block.BlockReference;
import org.ccdas.observe.block.Manifest;

/** Gathers the references of all blocks into their manifest, written last; gives its path. */
public final class WriteManifest
    extends PTransform<PCollection<BlockReference>, PCollection<String>> {
  private static final long serialVersionUID = 1L;
  private final String path;
  private final String inputs;

  private WriteManifest(String path, String inputs) {
    this.path = path;
    this.inputs = inputs;
  }

  /**
   * Writes to this path on any file system of Beam.
   *
   * @param inputs digest of what the blocks were made of
   */
  public static WriteManifest to(String path, String inputs) {
    return new WriteManifest(path, inputs);
  }

  @Override
  public PCollection<String> expand(PCollection<BlockReference> input) {
    return input
        .apply(
            "KeyAll",
            WithKeys.<Integer, BlockReference>of(0).withKeyType(TypeDescriptors.integers()))
        .apply("GatherAll", GroupByKey.create())
        .apply("WriteFile", ParDo.of(new WriteFn(path, inputs)));
  }

  private static final class WriteFn extends DoFn<KV<Integer, Iterable<BlockReference>>, String> {
    private static final long serialVersionUID = 1L;
    private final String path;
    private final String inputs;

    WriteFn(String path, String inputs) {
      this.path = path;
      this.inputs = inputs;
    }

    @ProcessElement
    public void process(
        @Element KV<Integer, Iterable<BlockReference>> all, OutputReceiver<String> out)
        throws Exception {
      List<BlockReference> blocks = new ArrayList<>();
      all.getValue().forEach(blocks::add);
      StoredFiles.write(Location.of(path), Manifest.of(inputs, blocks).toJson());
      out.output(path);
    }
  }
}
