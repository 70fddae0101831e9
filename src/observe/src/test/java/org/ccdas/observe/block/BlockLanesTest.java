package org.ccdas.observe.block;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.TreeMap;
import org.ccdas.bethy.kernel.LaneKernel;
import org.ccdas.bethy.lane.LaneGroup;
import org.ccdas.inputs.control.ControlVector;
import org.ccdas.inputs.control.ControlVectorFile;
import org.ccdas.inputs.random.NormalStream;
import org.junit.jupiter.api.Test;

class BlockLanesTest {
  private static final int CELLS = 50;
  private static final ControlVector CONTROL =
      ControlVectorFile.standard().withPrior(ControlVectorFile.CO2_OFFSET, 390);
  private static final Block BLOCK = block();
  private static final BlockLanes LANES = BlockLanes.of(BLOCK, CONTROL, tile -> 1);

  /** Cells of three tiles each, all types and textures in turn. */
  private static Block block() {
    List<BlockCell> cells = new ArrayList<>();
    List<BlockTile> tiles = new ArrayList<>();
    for (int i = 0; i < CELLS; i++) {
      cells.add(new BlockCell(i + 1, 65 - 2 * i, 20, 100, 1e12));
      for (int t = 0; t < 3; t++) {
        tiles.add(new BlockTile(i, 1 + (3 * i + t) % 13, 0.3, 1 + i % 6));
      }
    }
    float[][] none = new float[CELLS][0];
    return new Block(
        0,
        cells,
        tiles,
        LocalDate.of(2011, 4, 1),
        none,
        none,
        none,
        none,
        new double[0],
        new TreeMap<>());
  }

  @Test
  void everyTileHasOneLaneInAGroupOfItsPathway() {
    List<Integer> tiles = new ArrayList<>();
    List<Integer> sizes = new ArrayList<>();
    for (LaneGroup group : LANES.groups()) {
      sizes.add(group.lanes());
      for (int lane = 0; lane < group.lanes(); lane++) {
        BlockTile tile = BLOCK.tiles().get(group.tiles()[lane]);
        assertThat(tile.pft() == 10).isEqualTo(group.c4());
        assertThat(group.cells()[lane]).isEqualTo(tile.cell());
        tiles.add(group.tiles()[lane]);
      }
    }
    // 150 tiles, every thirteenth of type 10 (C4)
    assertThat(sizes).containsExactly(LaneKernel.LANES, LaneKernel.LANES, 11, 11);
    Collections.sort(tiles);
    for (int tile = 0; tile < BLOCK.tiles().size(); tile++) {
      assertThat(tiles.get(tile)).isEqualTo(tile);
    }
  }

  @Test
  void tilesWithoutCarbonKeepTheirLane() {
    BlockLanes some = BlockLanes.of(BLOCK, CONTROL, tile -> tile % 7 == 3 ? 0 : 1);
    assertThat(some.groups()).hasSameSizeAs(LANES.groups());
    for (int g = 0; g < some.groups().size(); g++) {
      int[] tiles = some.groups().get(g).tiles();
      assertThat(tiles).isEqualTo(LANES.groups().get(g).tiles());
      for (int lane = 0; lane < tiles.length; lane++) {
        assertThat(some.live().get(g)[lane]).isEqualTo(tiles[lane] % 7 == 3 ? 0 : 1);
        assertThat(LANES.live().get(g)[lane]).isEqualTo(1);
      }
    }
  }

  @Test
  void tangentAndGradientAreAdjoint() {
    int n = CONTROL.size();
    double[] x = new NormalStream(1).next(n);
    double[] direction = new NormalStream(2).next(n);
    List<double[]> dots = LANES.tangent(x, direction);
    List<double[]> bars = new ArrayList<>();
    double forward = 0;
    for (double[] dot : dots) {
      double[] bar = new NormalStream(3 + bars.size()).next(dot.length);
      bars.add(bar);
      for (int i = 0; i < dot.length; i++) {
        forward += dot[i] * bar[i];
      }
    }
    double[] gradient = LANES.gradient(x, bars);
    double reverse = 0;
    for (int i = 0; i < n; i++) {
      reverse += gradient[i] * direction[i];
    }
    assertThat(forward).isNotZero();
    assertThat(reverse).isCloseTo(forward, within(1e-10 * Math.abs(forward)));
  }

  @Test
  void tangentIsThatOfDifferences() {
    int n = CONTROL.size();
    double[] direction = new NormalStream(2).next(n);
    double[] up = direction.clone();
    double[] down = direction.clone();
    for (int i = 0; i < n; i++) {
      up[i] *= 1e-5;
      down[i] *= -1e-5;
    }
    List<double[]> high = LANES.parameters(up);
    List<double[]> low = LANES.parameters(down);
    List<double[]> dots = LANES.tangent(new double[n], direction);
    for (int g = 0; g < dots.size(); g++) {
      for (int i = 0; i < dots.get(g).length; i++) {
        double difference = (high.get(g)[i] - low.get(g)[i]) / 2e-5;
        assertThat(dots.get(g)[i]).isCloseTo(difference, within(1e-6 * (1 + Math.abs(difference))));
      }
    }
  }
}
