package org.ccdas.pipelines.runner;

import com.google.api.client.googleapis.json.GoogleJsonResponseException;
import com.google.api.services.dataflow.Dataflow;
import com.google.api.services.dataflow.model.Job;
import com.google.api.services.dataflow.model.JobMessage;
import com.google.api.services.dataflow.model.ListJobMessagesResponse;
import com.google.api.services.dataflow.model.ListJobsResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.beam.runners.dataflow.DataflowClient;
import org.apache.beam.runners.dataflow.DataflowPipelineJob;
import org.apache.beam.runners.dataflow.DataflowRunner;
import org.apache.beam.runners.dataflow.options.DataflowPipelineOptions;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.PipelineResult;
import org.apache.commons.codec.digest.DigestUtils;
import org.ccdas.inputs.InputException;
import org.ccdas.inputs.file.Location;
import org.ccdas.pipelines.config.RunnerOptions;
import org.ccdas.pipelines.config.RunnerSettings;

/**
 * Google Cloud Dataflow. Each pipeline is a job; the driver stays where it is and asks for the
 * next. Jobs are named for the run and for what they do, so that a driver that was killed finds its
 * job again.
 */
final class DataflowSession extends BeamSession {
  private static final String JOB = "ccdas-";
  private static final int DIGITS = 12;
  private static final List<String> NEEDED = List.of("project", "region", "gcpTempLocation");
  private static final int TOO_MANY_REQUESTS = 429;

  /** What Java prints of an exception of ours that a worker has thrown. */
  private static final Pattern WORKERS_INPUT_ERROR =
      Pattern.compile(Pattern.quote(InputException.class.getName()) + ": ([^\\n]*)");

  private final DataflowPipelineOptions options;

  /** What the names of all jobs of the run begin with. */
  private String run = JOB + digits(UUID.randomUUID().toString());

  DataflowSession(RunnerSettings settings) {
    this(settings, options(settings));
  }

  private DataflowSession(RunnerSettings settings, DataflowPipelineOptions options) {
    super(settings, options);
    this.options = options;
  }

  private static DataflowPipelineOptions options(RunnerSettings settings) {
    for (String name : NEEDED) {
      if (!settings.options().containsKey(name)) {
        throw new InputException(
            "runner.options",
            "",
            "the runner dataflow needs the option '" + name + "'",
            "Add --runner-options project=PROJECT,region=REGION,gcpTempLocation=gs://BUCKET/FOLDER");
      }
    }
    DataflowPipelineOptions options =
        RunnerOptions.of(settings.options(), DataflowPipelineOptions.class);
    options.setRunner(DataflowRunner.class);
    if (settings.targetParallelism() > 0) {
      options.setMaxNumWorkers(settings.targetParallelism());
    }
    return options;
  }

  private static String digits(String text) {
    return DigestUtils.sha256Hex(text).substring(0, DIGITS);
  }

  @Override
  public void begin(String folder) {
    run = JOB + digits(folder);
  }

  /** Workers see what is in buckets only. */
  @Override
  public void requireVisible(Location location) {
    if (location.isLocal()) {
      throw new InputException(
          location.toString(),
          "",
          "the workers of Dataflow do not see the disks of this machine",
          "Copy it into a bucket, and name it by its address gs://BUCKET/...");
    }
  }

  /**
   * Submits a job, unless one of the same run does the same already. Other jobs of the run, which a
   * driver that was killed has left, are stopped before: they would write into the same folder.
   */
  @Override
  PipelineResult submit(Pipeline pipeline, String work) {
    options.setJobName(run + "-" + digits(work.isEmpty() ? UUID.randomUUID().toString() : work));
    for (Job job : active()) {
      PipelineResult running =
          new DataflowPipelineJob(DataflowClient.create(options), job.getId(), options, Map.of());
      if (job.getName().equals(options.getJobName())) {
        return running;
      }
      try {
        running.cancel();
      } catch (IOException e) {
        throw new UncheckedIOException("Dataflow job " + job.getId() + " cannot be stopped", e);
      }
      running.waitUntilFinish();
    }
    return pipeline.run();
  }

  /** Jobs of this run that have not ended. */
  private List<Job> active() {
    Dataflow.Projects.Locations.Jobs jobs =
        options.getDataflowClient().projects().locations().jobs();
    List<Job> found = new ArrayList<>();
    String page = null;
    try {
      do {
        ListJobsResponse answer =
            jobs.list(options.getProject(), options.getRegion())
                .setFilter("ACTIVE")
                .setPageToken(page)
                .execute();
        for (Job job : answer.getJobs() == null ? List.<Job>of() : answer.getJobs()) {
          if (job.getName().startsWith(run + "-")) {
            found.add(job);
          }
        }
        page = answer.getNextPageToken();
      } while (page != null);
    } catch (IOException e) {
      throw new UncheckedIOException("Dataflow does not tell its jobs", e);
    }
    return found;
  }

  /** Why a job has not ended well, of what Dataflow says of it. */
  @Override
  RuntimeException ended(PipelineResult result, PipelineResult.State state) {
    DataflowPipelineJob job = (DataflowPipelineJob) result;
    String name = "Dataflow job " + job.getJobId();
    if (state == null) {
      return new InputException(
          name,
          "",
          "Dataflow does not answer any more",
          "See whether the network is up, then go on with --resume; the job goes on meanwhile");
    }
    if (state == PipelineResult.State.CANCELLED) {
      return new InputException(
          name, "", "the job was cancelled", "Go on with --resume when that was not meant");
    }
    String errors = errors(job.getJobId());
    if (errors.contains(OutOfMemoryError.class.getName())) {
      return new InputException(
          name,
          "",
          "a worker has run out of memory",
          "Choose machines with more memory (workerMachineType), or make blocks smaller"
              + " (blocks.cells)");
    }
    Matcher input = WORKERS_INPUT_ERROR.matcher(errors);
    return input.find()
        ? new InputException(name, "", input.group(1).replaceFirst("\\.$", ""), "See its log")
        : new InputException(
            name,
            "",
            "the job has failed: " + errors.strip().replaceFirst("\\.$", ""),
            "Mend that, or ask for a larger quota, then go on with --resume");
  }

  private String errors(String id) {
    StringBuilder texts = new StringBuilder();
    String page = null;
    try {
      do {
        ListJobMessagesResponse answer =
            options
                .getDataflowClient()
                .projects()
                .locations()
                .jobs()
                .messages()
                .list(options.getProject(), options.getRegion(), id)
                .setMinimumImportance("JOB_MESSAGE_ERROR")
                .setPageToken(page)
                .execute();
        if (answer.getJobMessages() != null) {
          for (JobMessage message : answer.getJobMessages()) {
            texts.append(message.getMessageText()).append('\n');
          }
        }
        page = answer.getNextPageToken();
      } while (page != null);
    } catch (IOException e) {
      texts.append("(its messages cannot be read: ").append(e.getMessage()).append(")\n");
    }
    return texts.toString();
  }

  /** Why a job could not be submitted. */
  @Override
  RuntimeException failure(RuntimeException thrown) {
    RuntimeException failure = super.failure(thrown);
    if (failure instanceof InputException) {
      return failure;
    }
    for (Throwable cause : WorkerFailure.causes(thrown)) {
      if (cause instanceof GoogleJsonResponseException refused) {
        String message =
            refused.getDetails() == null
                ? refused.getStatusMessage()
                : refused.getDetails().getMessage();
        return new InputException(
            "Dataflow in " + options.getProject() + ", " + options.getRegion(),
            "",
            "the service refuses (" + refused.getStatusCode() + "): " + message,
            refused.getStatusCode() == TOO_MANY_REQUESTS
                ? "Wait or ask for a larger quota, then go on with --resume"
                : "Check project, region and what the account may do, then go on with --resume",
            thrown);
      }
    }
    return failure;
  }

  /** Jobs that have failed have ended, and one that cannot be asked is found again by its name. */
  @Override
  void stop(PipelineResult result, RuntimeException failure) {}
}
