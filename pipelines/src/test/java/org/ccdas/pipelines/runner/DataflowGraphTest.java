package org.ccdas.pipelines.runner;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.beam.runners.dataflow.options.DataflowPipelineOptions;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.coders.SerializableCoder;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.apache.beam.sdk.transforms.Create;
import org.ccdas.assimilate.evaluation.SmallWorld;
import org.ccdas.assimilate.minimise.Candidate;
import org.ccdas.assimilate.minimise.Derivative;
import org.ccdas.observe.block.BlockReference;
import org.ccdas.pipelines.config.RunnerName;
import org.ccdas.pipelines.config.RunnerSettings;
import org.ccdas.transforms.evaluate.EvaluateCost;
import org.ccdas.transforms.evaluate.WriteEvaluations;
import org.ccdas.transforms.storage.FakeGcsServer;
import org.ccdas.transforms.storage.StorageEndpoint;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The graph that Dataflow is given of an evaluation, as its runner writes it for a template. */
class DataflowGraphTest {
  /** Dataflow refuses larger graphs. */
  private static final int MOST_BYTES = 10_000_000;

  private static final SmallWorld WORLD = SmallWorld.of(18);

  @TempDir private static Path folder;
  private static FakeGcsServer storage;

  @BeforeAll
  static void start() throws IOException {
    storage = FakeGcsServer.start("staged");
    System.setProperty(StorageEndpoint.PROPERTY, storage.root());
  }

  @AfterAll
  static void stop() {
    storage.close();
    System.clearProperty(StorageEndpoint.PROPERTY);
    FileSystems.setDefaultPipelineOptions(PipelineOptionsFactory.create());
  }

  /** The graph of an evaluation with all derivatives over this number of blocks. */
  private static byte[] graph(int blocks) throws IOException {
    Path jar = Files.write(folder.resolve("small.jar"), new byte[] {1, 2, 3});
    BeamSession session =
        BeamSession.of(
            new RunnerSettings(
                RunnerName.DATAFLOW,
                5,
                RunnerSettings.EMBEDDED,
                0,
                Map.of(
                    "project", "meadow",
                    "region", "europe-west1",
                    "gcpTempLocation", "gs://staged/temporary",
                    "filesToStage", jar.toString(),
                    "usePublicIps", "false",
                    "subnetwork", "regions/europe-west1/subnetworks/inner",
                    "serviceAccount", "worker@meadow.iam.gserviceaccount.com")));
    List<BlockReference> references =
        IntStream.range(0, blocks)
            .mapToObj(
                k -> new BlockReference("gs://runs/one/blocks/" + k, k, "a".repeat(64), 1, 1, 3))
            .toList();
    double[] x = new double[WORLD.setup().control().size()];
    Pipeline pipeline = session.pipeline();
    pipeline
        .apply(
            "BlockReferences",
            Create.of(references).withCoder(SerializableCoder.of(BlockReference.class)))
        .apply(
            "EvaluateCost",
            EvaluateCost.of(WORLD.setup(), blocks)
                .at(
                    List.of(
                        new Candidate(0, x, Derivative.HESSIAN),
                        new Candidate(1, x, Derivative.GRADIENT))))
        .apply("WriteEvaluations", WriteEvaluations.to("gs://runs/one/work/evaluations.avro"));
    pipeline
        .getOptions()
        .as(DataflowPipelineOptions.class)
        .setTemplateLocation("gs://staged/graph.json");
    pipeline.run();
    return storage.get("staged", "graph.json").orElseThrow();
  }

  @Test
  void namesItsStepsAndHoldsNoBlocks() throws IOException {
    byte[] json = graph(18);
    JsonNode job = new ObjectMapper().readTree(json);
    List<String> steps = new ArrayList<>();
    job.path("steps")
        .forEach(
            step -> steps.add(step.path("properties").path("user_name").path("value").asText()));
    assertThat(steps)
        .anyMatch(name -> name.startsWith("BlockReferences/"))
        .anyMatch(name -> name.startsWith("EvaluateCost/"))
        .anyMatch(name -> name.startsWith("WriteEvaluations/"));
    JsonNode environment = job.path("environment");
    assertThat(environment.path("serviceAccountEmail").asText())
        .isEqualTo("worker@meadow.iam.gserviceaccount.com");
    JsonNode workers = environment.path("workerPools").path(0);
    assertThat(workers.path("autoscalingSettings").path("maxNumWorkers").asInt()).isEqualTo(5);
    assertThat(workers.path("ipConfiguration").asText()).isEqualTo("WORKER_IP_PRIVATE");
    assertThat(workers.path("subnetwork").asText())
        .isEqualTo("regions/europe-west1/subnetworks/inner");
    // references of some hundred bytes, not the weather of a block, which has some 100 kB
    byte[] more = graph(36);
    assertThat((more.length - json.length) / 18).isBetween(1, 2_000);
    assertThat(json.length).isLessThan(MOST_BYTES / 5);
  }
}
