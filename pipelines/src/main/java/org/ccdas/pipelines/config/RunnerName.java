package org.ccdas.pipelines.config;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Map;
import org.apache.beam.runners.dataflow.options.DataflowPipelineOptions;
import org.apache.beam.runners.direct.DirectOptions;
import org.apache.beam.runners.flink.FlinkPipelineOptions;
import org.apache.beam.sdk.options.PipelineOptions;

/** Which runner. */
public enum RunnerName {
  /** The direct runner, in this process. */
  DIRECT(
      "direct",
      DirectOptions.class,
      Map.of(
          "runner", "Use runner.name or --runner",
          "targetParallelism", "Use runner.targetParallelism",
          "blockOnRun", "Leave it out")),
  /** Apache Flink, embedded in this process or on a cluster. */
  FLINK(
      "flink",
      FlinkPipelineOptions.class,
      Map.of(
          "runner", "Use runner.name or --runner",
          "flinkMaster", "Use runner.flinkMaster or --flink-master",
          "parallelism", "Use runner.targetParallelism",
          "jobName", "Leave it out; jobs are named for the folder of the run",
          "filesToStage", "Leave it out; the jars of ccdas are staged",
          "streaming", "Leave it out; the data are bounded",
          "attachedMode", "Leave it out; the driver waits for each job")),
  /** Google Cloud Dataflow. */
  DATAFLOW(
      "dataflow",
      DataflowPipelineOptions.class,
      Map.of(
          "runner", "Use runner.name or --runner",
          "maxNumWorkers", "Use runner.targetParallelism",
          "jobName", "Leave it out; jobs are named for the folder of the run",
          "streaming", "Leave it out; the data are bounded",
          "update", "Leave it out; each evaluation is a job",
          "templateLocation", "Leave it out; the driver submits each evaluation itself"));

  private final String key;
  private final Class<? extends PipelineOptions> options;
  private final Map<String, String> ownOptions;

  RunnerName(String key, Class<? extends PipelineOptions> options, Map<String, String> ownOptions) {
    this.key = key;
    this.options = options;
    this.ownOptions = ownOptions;
  }

  /** The interface of the runner's own options. */
  Class<? extends PipelineOptions> options() {
    return options;
  }

  /** Options that this program sets itself, and what a user does instead. */
  Map<String, String> ownOptions() {
    return ownOptions;
  }

  /** The word in the experiment file. */
  @JsonValue
  @Override
  public String toString() {
    return key;
  }
}
