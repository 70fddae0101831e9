package org.ccdas.pipelines.runner;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.apache.beam.runners.direct.DirectOptions;
import org.apache.beam.runners.direct.DirectRunner;
import org.apache.beam.sdk.PipelineResult;
import org.apache.beam.sdk.options.PipelineOptions;
import org.ccdas.pipelines.config.RunnerOptions;
import org.ccdas.pipelines.config.RunnerSettings;

/** Beam's own runner, in this process. */
final class DirectSession extends BeamSession {
  /** Name of the threads of DirectRunner. */
  private static final String WORKERS = "direct-runner-worker";

  private static final long MOST_SECONDS_TO_STOP = 30;

  DirectSession(RunnerSettings settings) {
    super(settings, options(settings));
  }

  private static PipelineOptions options(RunnerSettings settings) {
    DirectOptions options = RunnerOptions.of(settings.options(), DirectOptions.class);
    options.setRunner(DirectRunner.class);
    options.setTargetParallelism(workers(settings));
    if (!settings.options().containsKey("enforceImmutability")) {
      // elements are small references and are not changed; the checks belong into tests
      options.setEnforceImmutability(false);
    }
    if (!settings.options().containsKey("enforceEncodability")) {
      options.setEnforceEncodability(false);
    }
    // else a pipeline that fails gives nothing by which to stop it
    options.setBlockOnRun(false);
    return options;
  }

  @Override
  void stop(PipelineResult result, RuntimeException failure) {
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
