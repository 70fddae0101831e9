package org.ccdas.pipelines.config;

import java.io.Serializable;

/**
 * Where the pipelines run.
 *
 * @param name the runner
 * @param targetParallelism parallel workers, 0 for one a core
 */
public record RunnerSettings(
    @Setting(value = "direct: in this process.", byDefault = "direct") RunnerName name,
    @Setting(
            value = "Number of parallel workers; 0 means one a core.",
            byDefault = "0",
            atLeast = 0)
        int targetParallelism)
    implements Serializable {
  /** The same with another number of workers. */
  public RunnerSettings withTargetParallelism(int workers) {
    return new RunnerSettings(name, workers);
  }
}
