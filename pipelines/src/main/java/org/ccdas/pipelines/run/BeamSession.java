package org.ccdas.pipelines.run;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.PipelineResult;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.options.PipelineOptions;
import org.ccdas.pipelines.config.RunnerSettings;
import org.ccdas.transforms.storage.StorageEndpoint;

/** Makes pipelines for the runner of an experiment and runs them one after the other. */
public final class BeamSession {
  /** Name of the threads of DirectRunner. */
  private static final String WORKERS = "direct-runner-worker";

  private static final long MOST_SECONDS_TO_STOP = 30;

  private final PipelineOptions options;
  private final RunnerSettings settings;

  private BeamSession(PipelineOptions options, RunnerSettings settings) {
    this.options = options;
    this.settings = settings;
  }

  /**
   * A session on the runner of these settings.
   *
   * @throws org.ccdas.inputs.InputException when its cluster does not answer
   */
  public static BeamSession of(RunnerSettings settings) {
    PipelineOptions options = RunnerOptions.of(settings);
    StorageEndpoint.configure(options);
    FileSystems.setDefaultPipelineOptions(options);
    return new BeamSession(options, settings);
  }

  /** Name of the runner. */
  public String runner() {
    return settings.name().toString();
  }

  /** Whether workers are processes of their own that may not see the files of this one. */
  public boolean onCluster() {
    return settings.onCluster();
  }

  /** An empty pipeline. */
  public Pipeline pipeline() {
    return Pipeline.create(options);
  }

  /**
   * Runs a pipeline to its end. When it returns or throws, no worker in this process goes on, but
   * for one that takes more than half a minute for its element.
   *
   * @throws RuntimeException what a worker has thrown, or that the run did not end well
   */
  public void run(Pipeline pipeline) {
    PipelineResult result;
    try {
      result = pipeline.run();
    } catch (RuntimeException e) {
      // Flink runs the pipeline here, and has stopped all its tasks when it throws
      throw WorkerFailure.of(e);
    }
    try {
      PipelineResult.State state = result.waitUntilFinish();
      if (state != PipelineResult.State.DONE) {
        throw new IllegalStateException("The pipeline ended in the state " + state);
      }
    } catch (RuntimeException e) {
      stop(result, e);
      throw WorkerFailure.of(e);
    }
  }

  /**
   * Stops a pipeline that has failed. Its other workers are not told and would go on writing files
   * while the failed run is cleared away.
   */
  private static void stop(PipelineResult result, RuntimeException failure) {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(MOST_SECONDS_TO_STOP);
    try {
      result.cancel();
      for (Thread worker : Thread.getAllStackTraces().keySet()) {
        if (worker.getName().startsWith(WORKERS)) {
          worker.join(Math.max(1, TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime())));
        }
      }
    } catch (IOException e) {
      failure.addSuppressed(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      failure.addSuppressed(e);
    }
  }
}
