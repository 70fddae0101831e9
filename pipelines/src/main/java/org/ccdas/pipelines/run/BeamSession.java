package org.ccdas.pipelines.run;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.apache.beam.runners.direct.DirectOptions;
import org.apache.beam.runners.direct.DirectRunner;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.Pipeline.PipelineExecutionException;
import org.apache.beam.sdk.PipelineResult;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.options.PipelineOptions;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.ccdas.pipelines.config.RunnerSettings;
import org.ccdas.transforms.storage.StorageEndpoint;

/** Makes pipelines for the runner of an experiment and runs them one after the other. */
public final class BeamSession {
  /** Name of the threads of DirectRunner. */
  private static final String WORKERS = "direct-runner-worker";

  private static final long MOST_SECONDS_TO_STOP = 30;

  private final PipelineOptions options;
  private final String runner;

  private BeamSession(PipelineOptions options, String runner) {
    this.options = options;
    this.runner = runner;
  }

  /** A session on the runner of these settings. */
  public static BeamSession of(RunnerSettings settings) {
    DirectOptions options = PipelineOptionsFactory.as(DirectOptions.class);
    options.setRunner(DirectRunner.class);
    int workers =
        settings.targetParallelism() > 0
            ? settings.targetParallelism()
            : Runtime.getRuntime().availableProcessors();
    options.setTargetParallelism(workers);
    // elements are small references and are not changed; the checks belong into tests
    options.setEnforceImmutability(false);
    options.setEnforceEncodability(false);
    // else a pipeline that fails gives nothing by which to stop it
    options.setBlockOnRun(false);
    StorageEndpoint.configure(options);
    FileSystems.setDefaultPipelineOptions(options);
    return new BeamSession(options, settings.name().toString());
  }

  /** Name of the runner. */
  public String runner() {
    return runner;
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
    PipelineResult result = pipeline.run();
    try {
      PipelineResult.State state = result.waitUntilFinish();
      if (state != PipelineResult.State.DONE) {
        throw new IllegalStateException("The pipeline ended in the state " + state);
      }
    } catch (PipelineExecutionException e) {
      stop(result, e);
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw e;
    }
  }

  /**
   * Stops a pipeline that has failed. Its other workers are not told and would go on writing files
   * while the failed run is cleared away.
   */
  private static void stop(PipelineResult result, PipelineExecutionException failure) {
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
