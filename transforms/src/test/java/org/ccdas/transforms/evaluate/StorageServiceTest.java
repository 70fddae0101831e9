package org.ccdas.transforms.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.coders.SerializableCoder;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.apache.beam.sdk.transforms.Create;
import org.ccdas.assimilate.evaluation.BlockFluxes;
import org.ccdas.assimilate.evaluation.BlockFluxesFile;
import org.ccdas.assimilate.evaluation.Evaluation;
import org.ccdas.assimilate.evaluation.EvaluationsFile;
import org.ccdas.assimilate.evaluation.LocalEvaluation;
import org.ccdas.assimilate.evaluation.SmallWorld;
import org.ccdas.assimilate.minimise.Candidate;
import org.ccdas.assimilate.minimise.Derivative;
import org.ccdas.inputs.file.Location;
import org.ccdas.inputs.file.StoredFiles;
import org.ccdas.inputs.forcing.AtmosphericCo2;
import org.ccdas.observe.block.BlockPlan;
import org.ccdas.observe.block.BlockReference;
import org.ccdas.observe.block.BlockSources;
import org.ccdas.observe.block.Manifest;
import org.ccdas.observe.co2.Co2Operator;
import org.ccdas.transforms.CheckedPipeline;
import org.ccdas.transforms.block.BlockFolder;
import org.ccdas.transforms.block.PrepareBlocks;
import org.ccdas.transforms.block.WriteManifest;
import org.ccdas.transforms.storage.FakeGcsServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Blocks, evaluations and fluxes in a bucket: prepare, evaluate and simulate over gs://. */
class StorageServiceTest {
  private static final SmallWorld WORLD = SmallWorld.of(8);

  /**
   * As in no other test of this module: blocks that the worker holds already are not downloaded.
   */
  private static final int BLOCK = 3;

  private FakeGcsServer server;

  @BeforeEach
  void serve() throws IOException {
    server = FakeGcsServer.start("runs");
  }

  @AfterEach
  void stop() {
    server.close();
    FileSystems.setDefaultPipelineOptions(PipelineOptionsFactory.create());
  }

  private Pipeline pipeline() {
    Pipeline pipeline = CheckedPipeline.create(2);
    server.serve(pipeline.getOptions());
    FileSystems.setDefaultPipelineOptions(pipeline.getOptions());
    return pipeline;
  }

  @Test
  void theBitsOfALocalEvaluation() throws IOException {
    String manifestPath = "gs://runs/run/blocks/manifest.json";
    Pipeline prepare = pipeline();
    prepare
        .apply(
            Create.of(BlockPlan.deal(WORLD.land(), BLOCK))
                .withCoder(SerializableCoder.of(BlockPlan.class)))
        .apply(
            PrepareBlocks.from(
                    new BlockSources(
                        WORLD.weather(),
                        AtmosphericCo2.standard(),
                        SmallWorld.FIRST,
                        SmallWorld.last(),
                        new TreeMap<>(Map.of("co2", Co2Operator.source(WORLD.response())))))
                .into("gs://runs/run/blocks"))
        .apply(WriteManifest.to(manifestPath, "inputs"));
    CheckedPipeline.run(prepare);
    Manifest manifest =
        Manifest.fromJson(manifestPath, StoredFiles.readShared(Location.of(manifestPath)));
    assertThat(manifest.blocks())
        .hasSize(3)
        .allMatch(block -> block.path().startsWith("gs://runs/run/blocks/block-0000"));

    List<Candidate> candidates =
        List.of(new Candidate(3, WORLD.setup().control().draw(1), Derivative.GRADIENT));
    String answer = "gs://runs/run/evaluations.avro";
    server.faults().unavailable("GET", manifest.blocks().get(1).path().replaceAll(".*/", ""), 1);
    server.faults().brokenDownload(manifest.blocks().get(2).path().replaceAll(".*/", ""), 1);
    Pipeline evaluate = pipeline();
    BlockFolder.create(evaluate, "Blocks", manifest.blocks())
        .apply(EvaluateCost.of(WORLD.setup(), 3).at(candidates))
        .apply(WriteEvaluations.to(answer));
    BlockFolder.create(evaluate, "BlocksAgain", manifest.blocks())
        .apply(SimulateFluxes.of(WORLD.setup(), candidates, "gs://runs/run/fluxes"));
    CheckedPipeline.run(evaluate);
    assertThat(server.faults().served()).isEqualTo(2);

    LocalEvaluation local = new LocalEvaluation(WORLD.setup(), WORLD.blocks(BLOCK));
    assertThat(StoredFiles.readShared(Location.of(answer)))
        .isEqualTo(EvaluationsFile.encode(local.evaluate(candidates)));
    Evaluation read =
        EvaluationsFile.decode(answer, StoredFiles.readShared(Location.of(answer))).get(0);
    assertThat(read.stream("co2").cost()).isPositive();
    List<BlockFluxes> fluxes = local.fluxes(candidates.get(0).x());
    for (BlockReference block : manifest.blocks()) {
      String path = SimulateFluxes.path("gs://runs/run/fluxes", 3, block.index());
      assertThat(BlockFluxesFile.decode(path, StoredFiles.readShared(Location.of(path))))
          .usingRecursiveComparison()
          .isEqualTo(fluxes.get(block.index()));
    }
  }
}
