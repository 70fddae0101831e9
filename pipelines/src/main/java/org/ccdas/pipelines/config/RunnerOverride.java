package org.ccdas.pipelines.config;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A runner that takes the place of the one in the experiment file.
 *
 * @param name the runner, or null for that of the file
 * @param flinkMaster as in {@link RunnerSettings}, or null for that of the file; implies Flink
 *     unless another runner is named
 */
public record RunnerOverride(RunnerName name, String flinkMaster) {
  /** Leaves the runner of the file. */
  public static final RunnerOverride NONE = new RunnerOverride(null, null);

  /** Changes the runner's keys of a complete experiment. */
  void into(ObjectNode runner) {
    if (name != null || flinkMaster != null) {
      runner.put("name", (name == null ? RunnerName.FLINK : name).toString());
    }
    if (flinkMaster != null) {
      runner.put("flinkMaster", flinkMaster);
    }
  }

  /** The settings when there is no experiment file. */
  public RunnerSettings settings() {
    RunnerName standard = flinkMaster == null ? RunnerName.DIRECT : RunnerName.FLINK;
    return new RunnerSettings(
        name == null ? standard : name,
        0,
        flinkMaster == null ? RunnerSettings.EMBEDDED : flinkMaster);
  }
}
