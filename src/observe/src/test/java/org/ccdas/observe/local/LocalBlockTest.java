package org.ccdas.observe.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.ccdas.bethy.lane.LaneSeries;
import org.ccdas.bethy.lane.ModelSeries;
import org.ccdas.inputs.InputException;
import org.ccdas.observe.local.BiasTreatment.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LocalBlockTest {
  static List<LocalWorld> worlds() {
    return List.of(LocalWorld.daily(), LocalWorld.intervals());
  }

  private static double share(LocalBlock block, List<LaneSeries> run) {
    double[] share = block.share(new double[0], run);
    assertThat(share).hasSize(1);
    return share[0];
  }

  @Test
  void beforeTheDecisionNothingIsSeen() {
    LocalWorld world = LocalWorld.daily();
    LocalBlock block = world.on(LocalWorld.open(LocalWorld.misfit(Kind.OFFSET)));
    List<LaneSeries> run = world.run(1);
    assertThat(share(block, run)).isZero();
    assertThat(block.shareTangent(new double[0], new double[0], run, world.run(2)))
        .containsExactly(0);
    List<LaneSeries> bars = world.zero();
    block.addSensitivities(new double[0], run, new double[] {1}, bars);
    assertThat(bars.get(0).of(ModelSeries.FAPAR)).containsOnly(0);
    assertThat(block.linearisationBytes()).isZero();
  }

  @Test
  void snowAndFrostOfThePriorRunHideCells() {
    LocalWorld world = LocalWorld.daily();
    LocalBlock block = world.on(world.decided(LocalWorld.misfit(Kind.OFFSET), world.run(1)));
    assertThat(block.cells().get(0).seen().series().days())
        .isEqualTo(days(LocalWorld.SNOW_FREE, LocalWorld.DAYS));
    assertThat(block.cells().get(1).seen().series().days()).isEqualTo(days(0, LocalWorld.DAYS));
    assertThat(block.cells().get(LocalWorld.CELLS - 1).seen().series().days())
        .isEqualTo(days(0, LocalWorld.FROZEN));
    assertThat(block.cells()).extracting(CellView::id).containsExactly(1, 2, 3, 4, 5, 6);
    assertThat(block.linearisationBytes()).isPositive();
  }

  private static int[] days(int from, int to) {
    return IntStream.range(from, to).filter(day -> day % 3 == 0).toArray();
  }

  /** The frozen mask stays, whatever snow a later run has. */
  @Test
  void theDecisionStands() {
    LocalWorld world = LocalWorld.daily();
    List<LaneSeries> prior = world.run(1);
    LocalOperator operator = world.decided(LocalWorld.misfit(Kind.OFFSET), prior);
    List<LaneSeries> snowy = world.run(1);
    snowy.forEach(group -> Arrays.fill(group.of(ModelSeries.SNOW), 99));
    LocalFit before = LocalFit.decode(operator.on(world.view()).fit(prior));
    LocalFit after = LocalFit.decode(operator.on(world.view()).fit(snowy));
    assertThat(after).usingRecursiveComparison().isEqualTo(before);
    assertThat(before.modelled().get(2)).hasSize(31);
    assertThat(share(world.on(operator), snowy))
        .isEqualTo(share(world.on(operator), prior))
        .isPositive();
  }

  @ParameterizedTest
  @MethodSource("worlds")
  void theShareIsTheMisfitOfTheCells(LocalWorld world) {
    List<LaneSeries> run = world.run(1);
    LocalBlock block = world.on(world.decided(LocalWorld.misfit(Kind.OFFSET), run));
    double sum = 0;
    for (CellView cell : block.cells()) {
      LocalTerm term =
          new LocalTerm(cell.seen().series(), LocalError.STANDARD, BiasTreatment.STANDARD);
      sum += term.value(cell.seen(ModelSeries.FAPAR, run));
    }
    assertThat(share(block, run)).isCloseTo(sum, within(1e-12 * sum)).isGreaterThan(10);
  }

  @ParameterizedTest
  @MethodSource("worlds")
  void tangentAndSensitivitiesAreThoseOfDifferences(LocalWorld world) {
    for (Kind kind : List.of(Kind.NONE, Kind.OFFSET, Kind.OFFSET_GAIN)) {
      List<LaneSeries> run = world.run(1);
      LocalBlock block = world.on(world.decided(LocalWorld.misfit(kind), run));
      List<LaneSeries> direction = world.run(5);
      double difference =
          (share(block, moved(world, run, direction, 1e-5))
                  - share(block, moved(world, run, direction, -1e-5)))
              / 2e-5;
      double tangent = block.shareTangent(new double[0], new double[0], run, direction)[0];
      assertThat(tangent).isCloseTo(difference, within(1e-6 * Math.abs(difference)));
      List<LaneSeries> bars = world.zero();
      block.addSensitivities(new double[0], run, new double[] {1}, bars);
      double product = 0;
      for (int g = 0; g < bars.size(); g++) {
        double[] bar = bars.get(g).of(ModelSeries.FAPAR);
        for (int i = 0; i < bar.length; i++) {
          product += bar[i] * direction.get(g).of(ModelSeries.FAPAR)[i];
        }
        assertThat(bars.get(g).of(ModelSeries.SNOW)).containsOnly(0);
      }
      assertThat(product).isCloseTo(tangent, within(1e-10 * Math.abs(tangent))).isNotZero();
    }
  }

  private static List<LaneSeries> moved(
      LocalWorld world, List<LaneSeries> run, List<LaneSeries> direction, double step) {
    List<LaneSeries> moved = world.zero();
    for (int g = 0; g < moved.size(); g++) {
      double[] value = moved.get(g).of(ModelSeries.FAPAR);
      double[] from = run.get(g).of(ModelSeries.FAPAR);
      double[] along = direction.get(g).of(ModelSeries.FAPAR);
      Arrays.setAll(value, i -> from[i] + step * along[i]);
    }
    return moved;
  }

  @Test
  void whatIsHeldOutCostsNothingAndIsStillSeen() {
    LocalWorld world = LocalWorld.daily();
    List<LaneSeries> run = world.run(1);
    LocalMisfit held = LocalWorld.misfit(Kind.OFFSET).withoutYears(Set.of(2011));
    LocalBlock block = world.on(world.decided(held, run));
    assertThat(share(block, run)).isZero();
    assertThat(LocalFit.decode(block.fit(run)).modelled().get(2)).hasSize(31);
  }

  @Test
  void aMatchingThatNoCellCanHaveIsRefused() {
    LocalWorld world = LocalWorld.daily();
    List<LaneSeries> run = world.run(1);
    assertThatThrownBy(() -> world.decided(LocalWorld.misfit(Kind.LINEAR), run))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("observations.greenness, bias")
        .hasMessageContaining("60 values");
  }

  @Test
  void cellsWithoutAMatchingCostNothing() {
    LocalWorld world = LocalWorld.daily();
    List<LaneSeries> run = world.run(1);
    LocalOperator offset = world.decided(LocalWorld.misfit(Kind.OFFSET), run);
    LocalMisfit linear = LocalWorld.misfit(Kind.LINEAR);
    PriorDecision decision =
        new PriorDecision(
            offset.decision().mask(), List.<Matching[]>of(new Matching[LocalWorld.CELLS]));
    LocalBlock block =
        world.on(new LocalOperator(offset.quantity(), linear, offset.window(), decision));
    assertThat(share(block, run)).isZero();
  }
}
