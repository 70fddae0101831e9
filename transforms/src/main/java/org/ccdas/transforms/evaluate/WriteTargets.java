package org.ccdas.transforms.evaluate;

import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.GroupByKey;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.WithKeys;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.TypeDescriptors;
import org.ccdas.assimilate.evaluation.TargetSumsFile;
import org.ccdas.inputs.file.Location;
import org.ccdas.inputs.file.StoredFiles;
import org.ccdas.transforms.sum.IndexedVector;

/** Gathers the target sums of all candidates and writes them as one file; gives its path. */
final class WriteTargets
    extends PTransform<PCollection<KV<Integer, IndexedVector>>, PCollection<String>> {
  private static final long serialVersionUID = 1L;
  private final String path;

  private WriteTargets(String path) {
    this.path = path;
  }

  /** Writes to this path on any file system of Beam. */
  static WriteTargets to(String path) {
    return new WriteTargets(path);
  }

  @Override
  public PCollection<String> expand(PCollection<KV<Integer, IndexedVector>> sums) {
    return sums.apply(
            "KeyAll",
            WithKeys.<Integer, KV<Integer, IndexedVector>>of(0)
                .withKeyType(TypeDescriptors.integers()))
        .apply("GatherAll", GroupByKey.create())
        .apply("WriteFile", ParDo.of(new WriteFn(path)));
  }

  private static final class WriteFn
      extends DoFn<KV<Integer, Iterable<KV<Integer, IndexedVector>>>, String> {
    private static final long serialVersionUID = 1L;
    private final String path;

    WriteFn(String path) {
      this.path = path;
    }

    @ProcessElement
    public void process(
        @Element KV<Integer, Iterable<KV<Integer, IndexedVector>>> all, OutputReceiver<String> out)
        throws Exception {
      SortedMap<Integer, double[]> sums = new TreeMap<>();
      all.getValue().forEach(entry -> sums.put(entry.getKey(), entry.getValue().values()));
      StoredFiles.writePassing(Location.of(path), TargetSumsFile.encode(sums));
      out.output(path);
    }
  }
}
