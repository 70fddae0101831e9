package org.ccdas.pipelines.config;

import java.io.Serializable;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
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
 * @param slotWaitSeconds seconds to wait for a cluster's slots before giving up, at least 0
 * @param options the runner's own options by their names
 */
public record RunnerSettings(
    @Setting(
            value =
                "direct: Beam's own runner, in this process. flink: Apache Flink, in this process"
                    + " or on the cluster of flinkMaster; dataflow: Google Cloud Dataflow.",
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
        String flinkMaster,
    @Setting(
            value =
                "Seconds to wait at the start of a run for the slots of a Flink cluster: one, or as"
                    + " many as targetParallelism.",
            byDefault = "" + SLOT_WAIT_SECONDS,
            atLeast = 0,
            atMost = 86_400)
        int slotWaitSeconds,
    @Setting(
            value =
                "The runner's own options by Beam's names for them, such as {objectReuse: true}"
                    + " for flink. --runner-options adds to them.",
            byDefault = "{}")
        Map<String, String> options)
    implements Serializable {
  /** Flink in this process. */
  public static final String EMBEDDED = "[local]";

  private static final Pattern ADDRESS = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*:(\\d{1,5})");
  private static final int LARGEST_PORT = 65_535;
  private static final int SLOT_WAIT_SECONDS = 60;

  /** Checks the address of the cluster and the runner's own options. */
  public RunnerSettings {
    if (!isFlinkMaster(flinkMaster)) {
      throw new InvalidSetting(
          "flinkMaster",
          "'" + flinkMaster + "' is not the address of a Flink cluster",
          "Give host:port of its REST interface, for example localhost:8081, or " + EMBEDDED);
    }
    options = Collections.unmodifiableMap(new LinkedHashMap<>(options));
    RunnerOptions.check(name, options);
  }

  /** A runner with the defaults of everything else. */
  public static RunnerSettings of(RunnerName name, int targetParallelism, String flinkMaster) {
    return new RunnerSettings(name, targetParallelism, flinkMaster, SLOT_WAIT_SECONDS, Map.of());
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

  /** The same with other options of the runner. */
  RunnerSettings with(Map<String, String> other) {
    return new RunnerSettings(name, targetParallelism, flinkMaster, slotWaitSeconds, other);
  }

  /** The same with another number of workers. */
  public RunnerSettings withTargetParallelism(int workers) {
    return new RunnerSettings(name, workers, flinkMaster, slotWaitSeconds, options);
  }
}
