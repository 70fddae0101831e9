package org.ccdas.transforms.twin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.apache.beam.sdk.Pipeline;
import org.ccdas.observe.block.Block;
import org.ccdas.observe.block.BlockFile;
import org.ccdas.observe.block.BlockReference;
import org.ccdas.observe.block.Manifest;
import org.ccdas.observe.local.ObservedField;
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
    assertSameBlocks(
        ObserveTruth.at(truth, WORLD.setup()).noisy(9),
        WORLD.observing(truth, OptionalLong.of(9)).blocks());
  }

  @Test
  void observationsHaveNoErrorsWhereNoneAreAskedFor() throws IOException {
    double[] truth = WORLD.setup().control().draw(2);
    assertSameBlocks(
        ObserveTruth.at(truth, WORLD.setup()),
        WORLD.observing(truth, OptionalLong.empty()).blocks());
  }

  private void assertSameBlocks(ObserveTruth observed, List<Block> expected) throws IOException {
    List<BlockReference> real = BlockFolder.write(folder.resolve("real"), WORLD.blocks());
    Path twin = folder.resolve("twin");
    Path file = twin.resolve("manifest.json");
    Files.createDirectories(twin);
    Pipeline pipeline = CheckedPipeline.create(2);
    BlockFolder.create(pipeline, "Blocks", real)
        .apply(observed.into(twin.toString()))
        .apply(WriteManifest.to(file.toString(), "a truth"));
    CheckedPipeline.run(pipeline);

    Manifest manifest = Manifest.fromJson(file.toString(), Files.readAllBytes(file));
    assertThat(manifest.inputs()).isEqualTo("a truth");
    ObservedField moisture = expected.get(0).part("soilMoisture", ObservedField.class);
    assertThat(moisture.count()).isPositive();
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
