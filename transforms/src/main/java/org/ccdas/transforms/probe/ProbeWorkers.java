package org.ccdas.transforms.probe;

import java.nio.charset.StandardCharsets;
import java.util.stream.IntStream;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.PBegin;
import org.apache.beam.sdk.values.PCollection;
import org.ccdas.inputs.file.Location;
import org.ccdas.inputs.file.StoredFiles;
import org.ccdas.transforms.block.SpreadEvenly;

/**
 * Has workers write small files into a folder, each with the {@link WorkerCode#digest()} of its
 * writer; gives the paths. A driver that finds them all, with its own digest, may trust that
 * workers share the folder and run its code.
 */
public final class ProbeWorkers extends PTransform<PBegin, PCollection<String>> {
  private static final long serialVersionUID = 1L;
  private final String folder;
  private final int probes;

  private ProbeWorkers(String folder, int probes) {
    this.folder = folder;
    this.probes = probes;
  }

  /**
   * A probe.
   *
   * @param folder on any file system of Beam
   * @param probes number of files, at least 1; more than workers, so that most workers write one
   */
  public static ProbeWorkers into(String folder, int probes) {
    return new ProbeWorkers(folder, probes);
  }

  /** Path of one of the files. */
  public static String path(String folder, int probe) {
    return Location.of(folder).resolve("probe-" + probe + ".txt").toString();
  }

  @Override
  public PCollection<String> expand(PBegin begin) {
    return begin
        .apply("Probes", Create.of(IntStream.range(0, probes).boxed().toList()))
        .apply("Spread", SpreadEvenly.by((Integer i) -> i))
        .apply("WriteProbe", ParDo.of(new WriteFn(folder)));
  }

  private static final class WriteFn extends DoFn<Integer, String> {
    private static final long serialVersionUID = 1L;
    private final String folder;

    WriteFn(String folder) {
      this.folder = folder;
    }

    @ProcessElement
    public void process(@Element Integer probe, OutputReceiver<String> out) throws Exception {
      String path = path(folder, probe);
      StoredFiles.writePassing(
          Location.of(path), WorkerCode.digest().getBytes(StandardCharsets.UTF_8));
      out.output(path);
    }
  }
}
