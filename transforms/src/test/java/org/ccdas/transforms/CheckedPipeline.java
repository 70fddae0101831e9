package org.ccdas.transforms;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.apache.beam.runners.direct.DirectOptions;
import org.apache.beam.runners.direct.DirectRunner;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.assertj.core.api.Assertions;
import org.ccdas.inputs.InputException;

/** Pipelines of the DirectRunner that check every element: not changed, and encodable. */
public final class CheckedPipeline {
  private CheckedPipeline() {}

  /** A pipeline with this many threads; the runner deals elements into bundles accordingly. */
  public static Pipeline create(int parallelism) {
    DirectOptions options = PipelineOptionsFactory.as(DirectOptions.class);
    options.setRunner(DirectRunner.class);
    options.setEnforceImmutability(true);
    options.setEnforceEncodability(true);
    options.setTargetParallelism(parallelism);
    return Pipeline.create(options);
  }

  /** Runs to the end. */
  public static void run(Pipeline pipeline) {
    pipeline.run().waitUntilFinish();
  }

  /** The bad input on which a pipeline fails, from among the causes of what the runner throws. */
  public static InputException failure(Pipeline pipeline) {
    Throwable thrown = catchThrowableOfType(Throwable.class, () -> run(pipeline));
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof InputException input) {
        return input;
      }
    }
    return Assertions.fail("The pipeline did not fail on bad input", thrown);
  }
}
