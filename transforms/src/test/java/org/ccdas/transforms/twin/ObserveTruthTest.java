package org.ccdas.transforms.twin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.beam.sdk.Pipeline;
import org.ccdas.assimilate.evaluation.Block;
import org.ccdas.assimilate.evaluation.BlockFile;
import org.ccdas.assimilate.evaluation.BlockFluxes;
import org.ccdas.assimilate.evaluation.BlockReference;
import org.ccdas.assimilate.evaluation.LocalEvaluation;
import org.ccdas.assimilate.evaluation.Manifest;
import org.ccdas.assimilate.evaluation.TwinMoisture;
import org.ccdas.transforms.CheckedPipeline;
import org.ccdas.transforms.block.BlockFolder;
import org.ccdas.transforms.block.WriteManifest;
import org.ccdas.verify.check.model.CheckWorld;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ObserveTruthTest {
  private static final CheckWorld WORLD = CheckWorld.of(3);

  @TempDir Path folder;

  @Test
  void writesTheBlocksOfTheLoop() throws IOException {
    double[] truth = WORLD.setup().control().draw(2);
    TwinMoisture moisture = TwinMoisture.noisy(WORLD.setup().moisture(), 9);
    List<BlockReference> real = BlockFolder.write(folder.resolve("real"), WORLD.blocks());
    Path twin = folder.resolve("twin");
    Path file = twin.resolve("manifest.json");
    Files.createDirectories(twin);
    Pipeline pipeline = CheckedPipeline.create(2);
    BlockFolder.create(pipeline, "Blocks", real)
        .apply(ObserveTruth.at(truth, WORLD.setup()).with(moisture).into(twin.toString()))
        .apply(WriteManifest.to(file.toString(), "a truth"));
    CheckedPipeline.run(pipeline);

    Manifest manifest = Manifest.fromJson(file.toString(), Files.readAllBytes(file));
    assertThat(manifest.inputs()).isEqualTo("a truth");
    List<BlockFluxes> fluxes = new LocalEvaluation(WORLD.setup(), WORLD.blocks()).fluxes(truth);
    List<Block> expected = new ArrayList<>();
    for (Block block : WORLD.blocks()) {
      expected.add(moisture.observed(block, fluxes.get(block.index()).moisture()));
    }
    assertThat(expected.get(0).moisture().count()).isPositive();
    for (Block block : expected) {
      BlockReference reference = manifest.blocks().get(block.index());
      assertThat(Files.readAllBytes(Path.of(reference.path()))).isEqualTo(BlockFile.encode(block));
      assertThat(reference.digest()).isNotEqualTo(real.get(block.index()).digest());
    }
    try (Stream<Path> files = Files.list(twin)) {
      assertThat(files).as("a file a block, and the manifest").hasSize(expected.size() + 1);
    }
  }

  @Test
  void aFolderMustBeNamed() throws IOException {
    List<BlockReference> real = BlockFolder.write(folder.resolve("real"), WORLD.blocks());
    Pipeline pipeline = CheckedPipeline.create(1);
    double[] truth = new double[WORLD.setup().control().size()];
    assertThatThrownBy(
            () ->
                BlockFolder.create(pipeline, "Blocks", real)
                    .apply(ObserveTruth.at(truth, WORLD.setup())))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("into");
  }
}
