package org.ccdas.transforms.block;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.coders.SerializableCoder;
import org.apache.beam.sdk.testing.PAssert;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.values.PCollection;
import org.apache.commons.codec.digest.DigestUtils;
import org.ccdas.assimilate.evaluation.SmallWorld;
import org.ccdas.inputs.InputException;
import org.ccdas.inputs.forcing.AtmosphericCo2;
import org.ccdas.inputs.forcing.DailyForcing;
import org.ccdas.inputs.forcing.Forcing;
import org.ccdas.inputs.grid.Cell;
import org.ccdas.observe.block.Block;
import org.ccdas.observe.block.BlockFile;
import org.ccdas.observe.block.BlockPlan;
import org.ccdas.observe.block.BlockReference;
import org.ccdas.observe.block.BlockSources;
import org.ccdas.observe.block.Manifest;
import org.ccdas.observe.co2.Co2Operator;
import org.ccdas.observe.stream.ObservationStreams;
import org.ccdas.transforms.CheckedPipeline;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrepareBlocksTest {
  private static final SmallWorld WORLD = SmallWorld.of(7);

  @TempDir Path folder;

  /** Weather with a missing value in one cell, as a damaged file has. */
  private record Damaged(Forcing weather, int cell) implements Forcing {
    private static final long serialVersionUID = 1L;

    @Override
    public DailyForcing read(List<Cell> cells, LocalDate first, LocalDate last) {
      if (cells.stream().anyMatch(c -> c.id() == cell)) {
        throw new InputException("weather.nc", "cell " + cell, "tas is NaN", "Fill the gap");
      }
      return weather.read(cells, first, last);
    }
  }

  private static BlockSources sources(Forcing forcing) {
    return new BlockSources(
        forcing,
        AtmosphericCo2.standard(),
        SmallWorld.FIRST,
        SmallWorld.last(),
        new TreeMap<>(Map.of("co2", Co2Operator.source(WORLD.response()))));
  }

  private PCollection<String> prepare(Pipeline pipeline, List<BlockPlan> plans, Forcing forcing) {
    return pipeline
        .apply(Create.of(plans).withCoder(SerializableCoder.of(BlockPlan.class)))
        .apply(PrepareBlocks.from(sources(forcing)).into(folder.resolve("blocks").toString()))
        .apply(WriteManifest.to(manifest().toString(), "digest of inputs"));
  }

  private Path manifest() {
    return folder.resolve("blocks").resolve("manifest.json");
  }

  /** Names and digests of all files. */
  private Map<String, String> files() throws IOException {
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> paths = Files.list(folder.resolve("blocks"))) {
      for (Path path : paths.toList()) {
        files.put(path.getFileName().toString(), DigestUtils.sha256Hex(Files.readAllBytes(path)));
      }
    }
    return files;
  }

  @Test
  void writesABlockAPlanAndTheManifest() throws IOException {
    Pipeline pipeline = CheckedPipeline.create(2);
    PAssert.that(prepare(pipeline, BlockPlan.deal(WORLD.land(), 3), WORLD.weather()))
        .containsInAnyOrder(manifest().toString());
    CheckedPipeline.run(pipeline);
    Manifest manifest = Manifest.fromJson(manifest().toString(), Files.readAllBytes(manifest()));
    assertThat(manifest.inputs()).isEqualTo("digest of inputs");
    assertThat(manifest.cells()).isEqualTo(7);
    assertThat(manifest.tiles()).isEqualTo(21);
    List<Block> expected = WORLD.blocks(3);
    assertThat(manifest.blocks()).hasSameSizeAs(expected);
    for (BlockReference reference : manifest.blocks()) {
      Path path = Path.of(reference.path());
      byte[] bytes = Files.readAllBytes(path);
      assertThat(bytes).hasSize((int) reference.bytes());
      assertThat(DigestUtils.sha256Hex(bytes)).isEqualTo(reference.digest());
      assertThat(path.getFileName().toString())
          .isEqualTo(
              "block-0000"
                  + reference.index()
                  + "-"
                  + reference.digest().substring(0, 12)
                  + ".avro");
      assertThat(BlockFile.decode(reference.path(), bytes, ObservationStreams::format))
          .usingRecursiveComparison()
          .isEqualTo(expected.get(reference.index()));
    }
    assertThat(files()).hasSize(expected.size() + 1);
  }

  @Test
  void aSecondRunInAnotherOrderWritesTheSameBytes() throws IOException {
    List<BlockPlan> plans = new ArrayList<>(BlockPlan.deal(WORLD.land(), 2));
    Pipeline first = CheckedPipeline.create(1);
    prepare(first, plans, WORLD.weather());
    CheckedPipeline.run(first);
    Map<String, String> before = files();
    Collections.reverse(plans);
    Pipeline second = CheckedPipeline.create(4);
    prepare(second, plans, WORLD.weather());
    CheckedPipeline.run(second);
    assertThat(files()).isEqualTo(before).hasSize(5);
  }

  @Test
  void badInputOfAWorkerComesOutAndLeavesNoManifest() {
    // a second worker would go on writing its block while the folder of the test is removed
    Pipeline pipeline = CheckedPipeline.create(1);
    prepare(pipeline, BlockPlan.deal(WORLD.land(), 2), new Damaged(WORLD.weather(), 5));
    assertThat(CheckedPipeline.failure(pipeline))
        .hasMessage("weather.nc, cell 5: tas is NaN. Fill the gap.");
    assertThat(manifest()).doesNotExist();
  }

  @Test
  void aPlanThatIsThereTwiceFails() {
    List<BlockPlan> plans = new ArrayList<>(BlockPlan.deal(WORLD.land(), 4));
    plans.add(plans.get(1));
    Pipeline pipeline = CheckedPipeline.create(1);
    prepare(pipeline, plans, WORLD.weather());
    assertThatThrownBy(() -> CheckedPipeline.run(pipeline)).hasMessageContaining("stands twice");
    assertThat(manifest()).doesNotExist();
  }

  @Test
  void needsAFolder() {
    Pipeline pipeline = CheckedPipeline.create(1);
    PCollection<BlockPlan> plans =
        pipeline.apply(
            Create.of(BlockPlan.deal(WORLD.land(), 4))
                .withCoder(SerializableCoder.of(BlockPlan.class)));
    PrepareBlocks blocks = PrepareBlocks.from(sources(WORLD.weather()));
    assertThatThrownBy(() -> plans.apply(blocks)).hasMessageContaining("call into");
  }
}
