package org.ccdas.pipelines.run;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.beam.runners.direct.DirectOptions;
import org.apache.beam.runners.direct.DirectRunner;
import org.apache.beam.runners.flink.FlinkPipelineOptions;
import org.apache.beam.runners.flink.FlinkRunner;
import org.apache.beam.sdk.options.PipelineOptions;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.ccdas.pipelines.config.RunnerSettings;
import org.ccdas.transforms.probe.WorkerCode;

/** The options of Beam's runners that follow from the settings of an experiment. */
final class RunnerOptions {
  private static final String JOB = "ccdas";

  private RunnerOptions() {}

  static PipelineOptions of(RunnerSettings settings) {
    return switch (settings.name()) {
      case DIRECT -> direct(settings);
      case FLINK -> flink(settings);
    };
  }

  private static PipelineOptions direct(RunnerSettings settings) {
    DirectOptions options = PipelineOptionsFactory.as(DirectOptions.class);
    options.setRunner(DirectRunner.class);
    options.setTargetParallelism(workers(settings));
    // elements are small references and are not changed; the checks belong into tests
    options.setEnforceImmutability(false);
    options.setEnforceEncodability(false);
    // else a pipeline that fails gives nothing by which to stop it
    options.setBlockOnRun(false);
    return options;
  }

  private static PipelineOptions flink(RunnerSettings settings) {
    FlinkPipelineOptions options = PipelineOptionsFactory.as(FlinkPipelineOptions.class);
    options.setRunner(FlinkRunner.class);
    options.setJobName(JOB);
    options.setFlinkMaster(settings.flinkMaster());
    int workers = workers(settings);
    if (settings.onCluster()) {
      // asked in any case: Flink's client would try for minutes before it gives up
      int slots = FlinkCluster.at(settings.flinkMaster()).slots();
      workers = settings.targetParallelism() > 0 ? settings.targetParallelism() : slots;
    }
    options.setParallelism(workers);
    // Beam and the other libraries are on the class path of the cluster
    options.setFilesToStage(ownJars());
    return options;
  }

  private static int workers(RunnerSettings settings) {
    return settings.targetParallelism() > 0
        ? settings.targetParallelism()
        : Runtime.getRuntime().availableProcessors();
  }

  /** What is sent to a cluster: about one megabyte, of this system only. */
  private static List<String> ownJars() {
    return Stream.concat(
            WorkerCode.places().stream(), Stream.of(WorkerCode.place(RunnerOptions.class)))
        .map(Path::toString)
        .toList();
  }
}
