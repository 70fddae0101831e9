package org.ccdas.pipelines.config;

import java.io.Serializable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ccdas.inputs.setting.InvalidSetting;
import org.ccdas.inputs.setting.Setting;

/**
 * Where the pipelines run.
 *
 * @param name the runner
 * @param targetParallelism parallel workers, 0 for one a core, on a cluster for all its slots
 * @param flinkMaster {@link #EMBEDDED}, or {@code host:port} of a cluster's REST interface
 */
public record RunnerSettings(
    @Setting(
            value =
                "direct: Beam's own runner, in this process. flink: Apache Flink, in this process"
                    + " or on the cluster of flinkMaster. Results have the same bits.",
            byDefault = "direct")
        RunnerName name,
    @Setting(
            value =
                "Number of parallel workers; 0 means one a core, on a Flink cluster all its slots.",
            byDefault = "0",
            atLeast = 0)
        int targetParallelism,
    @Setting(
            value =
                "Where Flink runs: [local] (in quotes) for this process, or host:port of a"
                    + " cluster's REST interface.",
            byDefault = "'[local]'")
        String flinkMaster)
    implements Serializable {
  /** Flink in this process. */
  public static final String EMBEDDED = "[local]";

  private static final Pattern ADDRESS = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*:(\\d{1,5})");
  private static final int LARGEST_PORT = 65_535;

  /** Checks the address of the cluster. */
  public RunnerSettings {
    if (!isFlinkMaster(flinkMaster)) {
      throw new InvalidSetting(
          "flinkMaster",
          "'" + flinkMaster + "' is not the address of a Flink cluster",
          "Give host:port of its REST interface, for example localhost:8081, or " + EMBEDDED);
    }
  }

  /** Whether a text is {@link #EMBEDDED} or has the form {@code host:port}. */
  public static boolean isFlinkMaster(String text) {
    Matcher address = ADDRESS.matcher(text);
    return text.equals(EMBEDDED)
        || address.matches() && Integer.parseInt(address.group(1)) <= LARGEST_PORT;
  }

  /** Whether the workers are processes of a cluster, which see only what is shared with them. */
  public boolean onCluster() {
    return name == RunnerName.FLINK && !flinkMaster.equals(EMBEDDED);
  }

  /** The same with another number of workers. */
  public RunnerSettings withTargetParallelism(int workers) {
    return new RunnerSettings(name, workers, flinkMaster);
  }
}
