package org.ccdas.pipelines.runner;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.apache.beam.runners.flink.FlinkPipelineOptions;
import org.apache.beam.runners.flink.FlinkRunner;
import org.apache.beam.sdk.PipelineResult;
import org.apache.commons.codec.digest.DigestUtils;
import org.ccdas.inputs.InputException;
import org.ccdas.pipelines.config.RunnerOptions;
import org.ccdas.pipelines.config.RunnerSettings;
import org.ccdas.transforms.probe.WorkerCode;

/** Flink, in this process or on a cluster. */
final class FlinkSession extends BeamSession {
  private static final String JOB = "ccdas";
  private static final int DIGITS_OF_A_RUN = 12;
  private static final String RESUME = ", then go on with --resume";

  private final RunnerSettings settings;
  private final FlinkPipelineOptions options;

  FlinkSession(RunnerSettings settings) {
    this(settings, options(settings));
  }

  private FlinkSession(RunnerSettings settings, FlinkPipelineOptions options) {
    super(settings, options);
    this.settings = settings;
    this.options = options;
  }

  private static FlinkPipelineOptions options(RunnerSettings settings) {
    FlinkPipelineOptions options = RunnerOptions.of(settings.options(), FlinkPipelineOptions.class);
    options.setRunner(FlinkRunner.class);
    options.setJobName(JOB);
    options.setFlinkMaster(settings.flinkMaster());
    int workers = workers(settings);
    if (settings.onCluster()) {
      // asked in any case: Flink's client would try for minutes before it gives up
      int slots =
          FlinkCluster.at(settings.flinkMaster())
              .slots(
                  Math.max(1, settings.targetParallelism()),
                  Duration.ofSeconds(settings.slotWaitSeconds()));
      workers = settings.targetParallelism() > 0 ? settings.targetParallelism() : slots;
    }
    options.setParallelism(workers);
    // Beam and the other libraries are on the class path of the cluster
    options.setFilesToStage(ownJars());
    return options;
  }

  /** What is sent to a cluster: about one megabyte, of this system only. */
  private static List<String> ownJars() {
    return Stream.concat(
            WorkerCode.places().stream(), Stream.of(WorkerCode.place(FlinkSession.class)))
        .map(Path::toString)
        .toList();
  }

  /**
   * Names the jobs of this session for the run. The cluster goes on with the job of a driver that
   * was killed, which would keep its slots and write into the run's folder.
   */
  @Override
  public void begin(String run) {
    if (settings.onCluster()) {
      options.setJobName(JOB + "-" + DigestUtils.sha256Hex(run).substring(0, DIGITS_OF_A_RUN));
      FlinkCluster.at(settings.flinkMaster()).cancel(options.getJobName());
    }
  }

  /** What a cluster does when its processes die has names here. */
  @Override
  RuntimeException failure(RuntimeException thrown) {
    RuntimeException failure = super.failure(thrown);
    if (!settings.onCluster() || failure instanceof InputException) {
      return failure;
    }
    return ClusterFault.of(WorkerFailure.causes(thrown))
        .<RuntimeException>map(fault -> problem(fault, thrown))
        .orElse(failure);
  }

  private InputException problem(ClusterFault fault, RuntimeException thrown) {
    return new InputException(
        "Flink cluster " + settings.flinkMaster(),
        "",
        fault.what(),
        fault.remedy() + RESUME,
        thrown);
  }

  @Override
  void stop(PipelineResult result, RuntimeException failure) {
    try {
      result.cancel();
    } catch (IOException e) {
      failure.addSuppressed(e);
    }
  }
}
