package org.ccdas.transforms.transport;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.beam.sdk.coders.SerializableCoder;
import org.apache.beam.sdk.coders.StringUtf8Coder;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.Reshuffle;
import org.apache.beam.sdk.values.PBegin;
import org.apache.beam.sdk.values.PCollection;
import org.ccdas.inputs.file.Location;
import org.ccdas.inputs.file.StoredFiles;
import org.ccdas.transport.Receptor;
import org.ccdas.transport.tracer.MonthResponse;
import org.ccdas.transport.tracer.MonthResponseFile;
import org.ccdas.transport.tracer.TracerModel;
import org.ccdas.transport.tracer.TracerSetup;

/**
 * Computes the response of batches of stations, one file a batch and calendar month, and gives the
 * names of the files.
 *
 * <pre>{@code
 * pipeline.apply(ComputeResponses.by(setup, lags).of(batches).into(folder));
 * }</pre>
 *
 * An element is a month and the stations of a batch, which run side by side through one adjoint
 * run. A file that is there is kept, so that a run that was interrupted goes on; its name tells
 * models, stations and lags apart.
 */
public final class ComputeResponses extends PTransform<PBegin, PCollection<String>> {
  private static final long serialVersionUID = 1L;

  /** Models take a second to build and are few: one a process and identity of its setup. */
  private static final ConcurrentHashMap<String, TracerModel> MODELS = new ConcurrentHashMap<>();

  private final TracerSetup setup;
  private final int lags;
  private final ArrayList<StationBatch> batches;
  private final String folder;

  private ComputeResponses(TracerSetup setup, int lags, List<StationBatch> batches, String folder) {
    this.setup = setup;
    this.lags = lags;
    this.batches = new ArrayList<>(batches);
    this.folder = folder;
  }

  /**
   * By this model.
   *
   * @param lags months to go back, the target included
   */
  public static ComputeResponses by(TracerSetup setup, int lags) {
    return new ComputeResponses(setup, lags, List.of(), null);
  }

  /** Of these stations. */
  public ComputeResponses of(List<StationBatch> stations) {
    return new ComputeResponses(setup, lags, stations, folder);
  }

  /** Writes into this folder on any file system of Beam. */
  public ComputeResponses into(String path) {
    return new ComputeResponses(setup, lags, batches, path);
  }

  @Override
  public PCollection<String> expand(PBegin input) {
    if (folder == null || batches.isEmpty()) {
      throw new IllegalStateException("Responses need stations and a folder: call of and into");
    }
    List<MonthTask> tasks = new ArrayList<>();
    for (StationBatch batch : batches) {
      for (int month = 1; month <= 12; month++) {
        tasks.add(new MonthTask(batch, month));
      }
    }
    return input
        .apply("Months", Create.of(tasks).withCoder(SerializableCoder.of(MonthTask.class)))
        .apply("Spread", Reshuffle.viaRandomKey())
        .apply("Adjoint", ParDo.of(new AdjointFn(this)))
        .setCoder(StringUtf8Coder.of());
  }

  private static final class AdjointFn extends DoFn<MonthTask, String> {
    private static final long serialVersionUID = 1L;

    private final TracerSetup setup;
    private final int lags;
    private final String folder;

    AdjointFn(ComputeResponses settings) {
      this.setup = settings.setup;
      this.lags = settings.lags;
      this.folder = settings.folder;
    }

    @ProcessElement
    public void process(@Element MonthTask task, OutputReceiver<String> out) throws Exception {
      List<Receptor> receptors = task.batch().receptors();
      String name = MonthResponse.name(setup, receptors, task.month(), lags);
      Location file = Location.of(folder).resolve(name);
      if (!StoredFiles.exists(file)) {
        TracerModel model = MODELS.computeIfAbsent(setup.identity(), identity -> setup.model());
        MonthResponseFile.write(file, MonthResponse.of(model, receptors, task.month(), lags));
      }
      out.output(name);
    }
  }
}
