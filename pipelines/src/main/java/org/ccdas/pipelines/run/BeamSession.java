package org.ccdas.pipelines.run;

import org.apache.beam.runners.direct.DirectOptions;
import org.apache.beam.runners.direct.DirectRunner;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.Pipeline.PipelineExecutionException;
import org.apache.beam.sdk.PipelineResult;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.options.PipelineOptions;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.ccdas.pipelines.config.RunnerSettings;

/** Makes pipelines for the runner of an experiment and runs them one after the other. */
public final class BeamSession {
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
   * Runs a pipeline to its end.
   *
   * @throws RuntimeException what a worker has thrown, or that the run did not end well
   */
  public void run(Pipeline pipeline) {
    try {
      PipelineResult.State state = pipeline.run().waitUntilFinish();
      if (state != PipelineResult.State.DONE) {
        throw new IllegalStateException("The pipeline ended in the state " + state);
      }
    } catch (PipelineExecutionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw e;
    }
  }
}
