package org.ccdas.assimilate.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.ccdas.bethy.kernel.LaneKernel;
import org.ccdas.bethy.lane.LaneGroup;
import org.ccdas.inputs.random.NormalStream;
import org.junit.jupiter.api.Test;

class BlockLanesTest {
  private static final SmallWorld WORLD = SmallWorld.of(50);
  private static final Block BLOCK = WORLD.blocks(50).get(0);
  private static final BlockLanes LANES = BlockLanes.of(BLOCK, WORLD.setup());

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
  void tangentAndGradientAreAdjoint() {
    int n = WORLD.setup().control().size();
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
    int n = WORLD.setup().control().size();
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
