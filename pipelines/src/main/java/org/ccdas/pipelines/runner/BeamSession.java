package org.ccdas.pipelines.runner;

import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.PipelineResult;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.options.PipelineOptions;
import org.ccdas.inputs.file.Location;
import org.ccdas.pipelines.config.RunnerSettings;
import org.ccdas.transforms.storage.StorageEndpoint;

/**
 * Makes pipelines for the runner of an experiment and runs them one after the other. Each runner is
 * a subclass: its options, what it does of a run's begin and end, what its failures mean.
 */
public abstract class BeamSession {
  private final RunnerSettings settings;
  private final PipelineOptions options;

  BeamSession(RunnerSettings settings, PipelineOptions options) {
    this.settings = settings;
    this.options = options;
    StorageEndpoint.configure(options);
    FileSystems.setDefaultPipelineOptions(options);
  }

  /**
   * A session on the runner of these settings.
   *
   * @throws org.ccdas.inputs.InputException when its cluster does not answer
   */
  public static BeamSession of(RunnerSettings settings) {
    return switch (settings.name()) {
      case DIRECT -> new DirectSession(settings);
      case FLINK -> new FlinkSession(settings);
      case DATAFLOW -> new DataflowSession(settings);
    };
  }

  /** Name of the runner. */
  public final String runner() {
    return settings.name().toString();
  }

  /** Whether workers are processes of their own that may not see the files of this one. */
  public final boolean onCluster() {
    return settings.onCluster();
  }

  /** An empty pipeline. */
  public final Pipeline pipeline() {
    return Pipeline.create(options);
  }

  /**
   * Refuses what the workers cannot see.
   *
   * @throws org.ccdas.inputs.InputException naming the file or folder
   */
  public void requireVisible(Location location) {}

  /**
   * Makes this the only session of a run. What a driver that was killed has left running in it is
   * stopped.
   *
   * @param run the folder of the run, or what else tells it from others
   */
  public void begin(String run) {}

  /** As below, for a pipeline that no other driver may have begun. */
  public final void run(Pipeline pipeline) {
    run(pipeline, "");
  }

  /**
   * Runs a pipeline to its end. When it returns or throws, no worker in this process goes on, but
   * for one that takes more than half a minute for its element.
   *
   * @param work what tells this pipeline from the others of the run, the same in every process; a
   *     runner may take up what a driver that was killed has begun of it. Empty: nothing does.
   * @throws RuntimeException what a worker has thrown, or that the run did not end well
   */
  public final void run(Pipeline pipeline, String work) {
    PipelineResult result;
    try {
      result = submit(pipeline, work);
    } catch (RuntimeException e) {
      // Flink runs the pipeline here, and has stopped all its tasks when it throws
      throw failure(e);
    }
    try {
      PipelineResult.State state = result.waitUntilFinish();
      if (state != PipelineResult.State.DONE) {
        throw ended(result, state);
      }
    } catch (RuntimeException e) {
      stop(result, e);
      throw failure(e);
    }
  }

  /** Starts a pipeline. */
  PipelineResult submit(Pipeline pipeline, String work) {
    return pipeline.run();
  }

  /** Why a pipeline has not ended well; the state is null when nobody knows. */
  RuntimeException ended(PipelineResult result, PipelineResult.State state) {
    return new IllegalStateException("The pipeline ended in the state " + state);
  }

  /** What the runner has thrown, in the terms of this program. */
  RuntimeException failure(RuntimeException thrown) {
    return WorkerFailure.of(thrown);
  }

  /**
   * Stops a pipeline that has failed. Its other workers are not told and would go on writing files
   * while the failed run is cleared away.
   */
  abstract void stop(PipelineResult result, RuntimeException failure);

  /** The number of workers that the settings ask for, else the processors of this machine. */
  static int workers(RunnerSettings settings) {
    return settings.targetParallelism() > 0
        ? settings.targetParallelism()
        : Runtime.getRuntime().availableProcessors();
  }
}
