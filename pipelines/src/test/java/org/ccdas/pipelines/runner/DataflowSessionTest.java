package org.ccdas.pipelines.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.apache.beam.sdk.transforms.Create;
import org.ccdas.inputs.InputException;
import org.ccdas.inputs.file.Location;
import org.ccdas.pipelines.config.RunnerName;
import org.ccdas.pipelines.config.RunnerSettings;
import org.ccdas.transforms.storage.FakeGcsServer;
import org.ccdas.transforms.storage.StorageEndpoint;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The driver against a service that says what the test wants. */
class DataflowSessionTest {
  @TempDir private static Path folder;
  private static FakeGcsServer storage;
  private static Path jar;

  private FakeDataflow service;

  @BeforeAll
  static void startStorage() throws Exception {
    storage = FakeGcsServer.start("staged");
    System.setProperty(StorageEndpoint.PROPERTY, storage.root());
    jar = Files.write(folder.resolve("small.jar"), new byte[] {1, 2, 3});
  }

  @AfterAll
  static void stopStorage() {
    storage.close();
    System.clearProperty(StorageEndpoint.PROPERTY);
    FileSystems.setDefaultPipelineOptions(PipelineOptionsFactory.create());
  }

  @BeforeEach
  void start() throws Exception {
    service = new FakeDataflow();
  }

  @AfterEach
  void stop() {
    service.close();
  }

  private BeamSession session() {
    Map<String, String> options =
        new HashMap<>(
            Map.of(
                "project", "meadow",
                "region", "europe-west1",
                "gcpTempLocation", "gs://staged/temporary",
                "apiRootUrl", service.root(),
                "filesToStage", jar.toString(),
                "workerMachineType", "n2-highmem-4"));
    BeamSession session =
        BeamSession.of(
            new RunnerSettings(RunnerName.DATAFLOW, 6, RunnerSettings.EMBEDDED, 0, options));
    session.begin("gs://runs/one");
    return session;
  }

  private static void run(BeamSession session, String work) {
    Pipeline pipeline = session.pipeline();
    pipeline.apply("Numbers", Create.of(1, 2, 3));
    session.run(pipeline, work);
  }

  @Test
  void submitsAndWaits() {
    service.next("", "RUNNING", "DONE");
    run(session(), "evaluation 3");
    JsonNode job = service.job("job-1");
    assertThat(job.path("name").asText()).matches("ccdas-[0-9a-f]{12}-[0-9a-f]{12}");
    assertThat(job.path("steps")).isNotEmpty();
    JsonNode workers = job.path("environment").path("workerPools").path(0);
    assertThat(workers.path("machineType").asText()).isEqualTo("n2-highmem-4");
    assertThat(workers.path("autoscalingSettings").path("maxNumWorkers").asInt()).isEqualTo(6);
    assertThat(storage.names("staged")).anyMatch(name -> name.contains("small-"));
  }

  @Test
  void takesUpTheJobThatAKilledDriverHasLeft() {
    run(session(), "evaluation 3");
    String name = service.job("job-1").path("name").asText();
    service.left(name, "DONE");
    service.requests().clear();
    run(session(), "evaluation 3");
    assertThat(service.requests()).doesNotContain("POST jobs").contains("GET jobs/job-2");
  }

  @Test
  void stopsOtherJobsOfTheSameRun() {
    run(session(), "evaluation 3");
    String name = service.job("job-1").path("name").asText();
    service.left(name, "RUNNING");
    service.left("ccdas-000000000000-000000000000", "RUNNING");
    service.requests().clear();
    run(session(), "evaluation 4");
    assertThat(service.requests())
        .containsSubsequence("PUT jobs/job-2", "GET jobs/job-2", "POST jobs")
        .doesNotContain("PUT jobs/job-3");
  }

  @Test
  void namesWhatAWorkerHasThrown() {
    service.next(
        "java.lang.RuntimeException: org.ccdas.inputs.InputException: gs://b/f.nc: the value is"
            + " missing. Fill it.\n\torg.ccdas.Foo.bar(Foo.java:3)",
        "FAILED");
    assertThatThrownBy(() -> run(session(), "a"))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith("Dataflow job job-1: gs://b/f.nc: the value is missing. Fill it. ");
    service.next("java.lang.OutOfMemoryError: Java heap space", "FAILED");
    assertThatThrownBy(() -> run(session(), "b"))
        .hasMessageContaining("a worker has run out of memory. Choose machines with more memory");
    service.next("Workflow failed. Causes: Quota 'CPUS' exceeded. Limit: 24.0", "FAILED");
    assertThatThrownBy(() -> run(session(), "c"))
        .hasMessageContaining("Quota 'CPUS' exceeded")
        .hasMessageContaining("go on with --resume");
  }

  @Test
  void aCancelledJobIsNoResult() {
    service.next("", "CANCELLED");
    assertThatThrownBy(() -> run(session(), "a"))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("Dataflow job job-1: the job was cancelled");
  }

  @Test
  void aServiceThatRefusesIsNamed() {
    service.refuse(403);
    assertThatThrownBy(() -> run(session(), "a"))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("europe-west1")
        .hasMessageContaining("the service refuses (403): Quota exceeded for jobs");
  }

  @Test
  void wantsProjectRegionAndBuckets() {
    assertThatThrownBy(
            () ->
                BeamSession.of(
                    new RunnerSettings(
                        RunnerName.DATAFLOW,
                        0,
                        RunnerSettings.EMBEDDED,
                        0,
                        Map.of("project", "meadow"))))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("the runner dataflow needs the option 'region'");
    BeamSession session = session();
    assertThatThrownBy(() -> session.requireVisible(Location.of("/data/cells.csv")))
        .hasMessageContaining("/data/cells.csv: the workers of Dataflow do not see the disks");
    assertThatCode(() -> session.requireVisible(Location.of("gs://runs/cells.csv")))
        .doesNotThrowAnyException();
  }
}
