package org.ccdas.transforms.evaluate;

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
import org.ccdas.assimilate.evaluation.Evaluation;
import org.ccdas.assimilate.evaluation.EvaluationsFile;
import org.ccdas.inputs.file.Location;
import org.ccdas.inputs.file.StoredFiles;

/** Gathers the evaluations of a run and writes them as one file; gives its path. */
public final class WriteEvaluations
    extends PTransform<PCollection<Evaluation>, PCollection<String>> {
  private static final long serialVersionUID = 1L;
  private final String path;

  private WriteEvaluations(String path) {
    this.path = path;
  }

  /** Writes to this path on any file system of Beam. */
  public static WriteEvaluations to(String path) {
    return new WriteEvaluations(path);
  }

  @Override
  public PCollection<String> expand(PCollection<Evaluation> input) {
    return input
        .apply(
            "KeyAll", WithKeys.<Integer, Evaluation>of(0).withKeyType(TypeDescriptors.integers()))
        .apply("GatherAll", GroupByKey.create())
        .apply("WriteFile", ParDo.of(new WriteFn(path)));
  }

  private static final class WriteFn extends DoFn<KV<Integer, Iterable<Evaluation>>, String> {
    private static final long serialVersionUID = 1L;
    private final String path;

    WriteFn(String path) {
      this.path = path;
    }

    @ProcessElement
    public void process(@Element KV<Integer, Iterable<Evaluation>> all, OutputReceiver<String> out)
        throws Exception {
      List<Evaluation> evaluations = new ArrayList<>();
      all.getValue().forEach(evaluations::add);
      StoredFiles.writePassing(Location.of(path), EvaluationsFile.encode(evaluations));
      out.output(path);
    }
  }
}
