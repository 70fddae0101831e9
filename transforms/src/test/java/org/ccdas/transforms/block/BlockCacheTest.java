package org.ccdas.transforms.block;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import org.ccdas.assimilate.evaluation.SmallWorld;
import org.ccdas.inputs.InputException;
import org.ccdas.observe.block.Block;
import org.ccdas.observe.block.BlockReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BlockCacheTest {
  private static final List<Block> BLOCKS = SmallWorld.of(3).blocks(1);

  /**
   * Of one block: 91 days of four floats and a double; 3 stations, 12 months, 48 lags, 1-2 bands.
   */
  private static final long LARGEST = 91 * (16 + 8) + 3 * 12 * 48 * 2 * 8;

  @TempDir Path folder;
  private List<BlockReference> references;

  @BeforeEach
  void writeBlocks() throws IOException {
    references = BlockFolder.write(folder, BLOCKS);
  }

  @Test
  void readsAFileOnce() throws IOException {
    BlockCache cache = new BlockCache(3 * LARGEST);
    Block first = cache.get(references.get(0));
    assertThat(first).usingRecursiveComparison().isEqualTo(BLOCKS.get(0));
    Files.delete(Path.of(references.get(0).path()));
    assertThat(cache.get(references.get(0))).isSameAs(first);
  }

  /** Dropping the least recently used of three in a row would keep none. */
  @Test
  void ofMoreBlocksThanFitSomeAreKeptFromPassToPass() throws IOException {
    BlockCache cache = new BlockCache(2 * LARGEST);
    int kept = 0;
    List<Block> before = List.of();
    for (int pass = 0; pass < 20; pass++) {
      List<Block> blocks = new ArrayList<>();
      for (BlockReference reference : references) {
        blocks.add(cache.get(reference));
      }
      assertThat(cache.size()).isLessThanOrEqualTo(2);
      for (Block block : before) {
        kept += blocks.stream().anyMatch(now -> now == block) ? 1 : 0;
      }
      before = blocks;
    }
    assertThat(kept).isGreaterThanOrEqualTo(15);
  }

  @Test
  void theTransportCountsToo() throws IOException {
    // room for the weather of all three, not for their responses
    BlockCache cache = new BlockCache(3 * 91 * 24 + 100);
    for (BlockReference reference : references) {
      cache.get(reference);
    }
    assertThat(cache.size()).isLessThan(3);
  }

  @Test
  void aBlockThatExceedsTheBoundIsServedAllTheSame() throws IOException {
    BlockCache cache = new BlockCache(0);
    assertThat(cache.get(references.get(2)).index()).isEqualTo(2);
    assertThat(cache.get(references.get(1)).index()).isEqualTo(1);
    assertThat(cache.size()).isZero();
  }

  @Test
  void refusesAFileThatIsNotTheOneOfTheManifest() throws IOException {
    BlockCache cache = new BlockCache(LARGEST);
    Path path = Path.of(references.get(0).path());
    Files.copy(Path.of(references.get(1).path()), path, StandardCopyOption.REPLACE_EXISTING);
    assertThatThrownBy(() -> cache.get(references.get(0)))
        .isInstanceOf(InputException.class)
        .hasMessage(
            path
                + ": the block has the digest "
                + references.get(1).digest()
                + ", the manifest beside it names "
                + references.get(0).digest()
                + ". Delete it and run again, so that it is prepared anew.");
    Files.delete(path);
    assertThatThrownBy(() -> cache.get(references.get(0)))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("missing");
    assertThat(cache.size()).isZero();
  }
}
