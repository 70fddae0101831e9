package org.ccdas.pipelines.config;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/**
 * A runner that takes the place of the one in the experiment file.
 *
 * @param name the runner, or null for that of the file
 * @param flinkMaster as in {@link RunnerSettings}, or null for that of the file; implies Flink
 *     unless another runner is named
 * @param options the runner's own options, which are added to those of the file; when the runner is
 *     another one they replace them
 */
public record RunnerOverride(RunnerName name, String flinkMaster, Map<String, String> options) {
  /** Leaves the runner of the file. */
  public static final RunnerOverride NONE = new RunnerOverride(null, null);

  /** Copies the options. */
  public RunnerOverride {
    options = Map.copyOf(options);
  }

  /** Without options of the runner. */
  public RunnerOverride(RunnerName name, String flinkMaster) {
    this(name, flinkMaster, Map.of());
  }

  /** Changes the runner's keys of a complete experiment. */
  void into(ObjectNode runner) {
    String former = runner.path("name").asText();
    if (name != null || flinkMaster != null) {
      runner.put("name", (name == null ? RunnerName.FLINK : name).toString());
    }
    if (flinkMaster != null) {
      runner.put("flinkMaster", flinkMaster);
    }
    if (!runner.path("name").asText().equals(former)) {
      runner.putObject("options");
    }
    options.forEach(runner.withObject("/options")::put);
  }

  /** The settings when there is no experiment file. */
  public RunnerSettings settings() {
    RunnerName standard = flinkMaster == null ? RunnerName.DIRECT : RunnerName.FLINK;
    return RunnerSettings.of(
            name == null ? standard : name,
            0,
            flinkMaster == null ? RunnerSettings.EMBEDDED : flinkMaster)
        .with(options);
  }
}
