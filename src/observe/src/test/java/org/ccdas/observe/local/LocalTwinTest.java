package org.ccdas.observe.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import org.ccdas.bethy.lane.LaneSeries;
import org.ccdas.bethy.lane.ModelSeries;
import org.ccdas.observe.local.BiasTreatment.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LocalTwinTest {
  private static final LocalWorld WORLD = LocalWorld.daily();
  private static final List<LaneSeries> TRUTH = WORLD.run(11);
  private static final int DRAWS = 40;

  static List<LocalWorld> worlds() {
    return List.of(LocalWorld.daily(), LocalWorld.intervals());
  }

  private static LocalBlock block(LocalWorld world, Kind kind) {
    return world.on(world.decided(LocalWorld.misfit(kind), TRUTH));
  }

  private static ObservedField observed(LocalWorld world, Kind kind, OptionalLong seed) {
    return (ObservedField) block(world, kind).observed(TRUTH, seed);
  }

  /** Misfit at the truth under one assumption, of observations of another. */
  private static double misfit(LocalWorld world, Kind assumed, Kind drawn, OptionalLong seed) {
    return block(world.with(observed(world, drawn, seed)), assumed).share(new double[0], TRUTH)[0];
  }

  private static int count(LocalWorld world) {
    return block(world, Kind.NONE).cells().stream().mapToInt(c -> c.seen().series().count()).sum();
  }

  @ParameterizedTest
  @MethodSource("worlds")
  void perfectObservationsAreTheOperatorsValuesWhereTheMaskAllows(LocalWorld world) {
    ObservedField real = world.field();
    ObservedField twin = observed(world, Kind.OFFSET, OptionalLong.empty());
    assertThat(twin.from()).isEqualTo(real.from());
    assertThat(twin.to()).isEqualTo(real.to());
    assertThat(twin.first()).isEqualTo(real.first());
    List<CellView> cells = block(world, Kind.OFFSET).cells();
    for (int cell = 0; cell < LocalWorld.CELLS; cell++) {
      LocalSeries seen = cells.get(cell).seen().series();
      double[] modelled = cells.get(cell).seen(ModelSeries.FAPAR, TRUTH);
      int next = 0;
      for (int i = 0; i < real.intervals(); i++) {
        int middle = (real.from()[i] + real.to()[i]) / 2;
        boolean there = next < seen.count() && seen.days()[next] == middle;
        assertThat(Float.isNaN(twin.value()[cell][i])).isEqualTo(!there);
        if (there) {
          assertThat(twin.value()[cell][i]).isEqualTo((float) modelled[next++]);
          assertThat(twin.standardError()[cell][i]).isEqualTo(real.standardError()[cell][i]);
        }
      }
      assertThat(next).isEqualTo(seen.count());
    }
    assertThat(twin.count()).isEqualTo(count(world)).isLessThan(real.count());
    // single precision of the observations is all that is left
    assertThat(misfit(world, Kind.NONE, Kind.NONE, OptionalLong.empty()))
        .isPositive()
        .isLessThan(1e-9);
    double other = block(world.with(twin), Kind.NONE).share(new double[0], world.run(12))[0];
    assertThat(other).isGreaterThan(10);
  }

  @ParameterizedTest
  @MethodSource("worlds")
  void atTheTruthTheMisfitIsThatOfTheAssumedDistribution(LocalWorld world) {
    // 2 J - ln det is chi-square of as many degrees of freedom as values, bias eliminated or not
    for (Kind kind : List.of(Kind.NONE, Kind.OFFSET)) {
      double sum = 0;
      for (long seed = 0; seed < DRAWS; seed++) {
        sum += 2 * misfit(world, kind, kind, OptionalLong.of(seed));
      }
      double standardError = Math.sqrt(2.0 / (DRAWS * count(world)));
      assertThat(sum / DRAWS / count(world)).as("%s", kind).isCloseTo(1, within(4 * standardError));
    }
  }

  @Test
  void theDrawnBiasHasThePriorOfTheAssimilation() {
    // errors without bias are not enough for an assimilation that allows for one, and the reverse
    OptionalLong seed = OptionalLong.of(5);
    double biased = 2 * misfit(WORLD, Kind.NONE, Kind.OFFSET, seed) / count(WORLD);
    double unbiased = 2 * misfit(WORLD, Kind.OFFSET, Kind.NONE, seed) / count(WORLD);
    assertThat(biased).isGreaterThan(1.5);
    assertThat(unbiased).isLessThan(1.1);
    double[] offsets = differences(Kind.OFFSET);
    double[] gains = differences(Kind.OFFSET_GAIN);
    // a ~ N(0, 0.1^2); with g ~ N(1, 0.5^2) the values spread more
    assertThat(rms(offsets)).isBetween(0.09, 0.13);
    assertThat(rms(gains)).isGreaterThan(1.1 * rms(offsets));
  }

  /** Observed minus modelled of the last value of every cell in many draws. */
  private static double[] differences(Kind kind) {
    List<Double> found = new ArrayList<>();
    LocalBlock block = block(WORLD, kind);
    for (long seed = 0; seed < DRAWS; seed++) {
      ObservedField twin = (ObservedField) block.observed(TRUTH, OptionalLong.of(seed));
      for (int cell = 0; cell < LocalWorld.CELLS; cell++) {
        CellView view = block.cells().get(cell);
        int last = view.seen().series().count() - 1;
        int day = view.seen().series().days()[last];
        found.add(twin.value()[cell][day / 3] - view.seen(ModelSeries.FAPAR, TRUTH)[last]);
      }
    }
    return found.stream().mapToDouble(Double::doubleValue).toArray();
  }

  private static double rms(double[] values) {
    return Math.sqrt(Arrays.stream(values).map(v -> v * v).average().orElseThrow());
  }

  @Test
  void drawsOfACellDependOnItsNumberTheStreamAndTheSeedOnly() {
    LocalTwin twin = twin("greenness", 7);
    List<CellView> cells = block(WORLD, Kind.OFFSET).cells();
    float[][] values = twin.observed(WORLD.field(), cells, TRUTH).value();
    assertThat(twin.observed(WORLD.field(), cells, TRUTH).encode())
        .isEqualTo(twin.observed(WORLD.field(), cells, TRUTH).encode());
    LocalTwin other = twin("greenness", 8);
    assertThat(other.observed(WORLD.field(), cells, TRUTH).value()[2]).isNotEqualTo(values[2]);
    // cells 2 and 4 in each other's place, as in a block of other cells
    List<CellView> reordered = new ArrayList<>(cells);
    reordered.set(2, cells.get(4));
    reordered.set(4, cells.get(2));
    ObservedField alone = twin.observed(WORLD.field(), reordered, TRUTH);
    assertThat(alone.value()[2]).isEqualTo(values[4]);
    assertThat(alone.value()[4]).isEqualTo(values[2]).isNotEqualTo(values[4]);
    // errors of another stream of the same cell are others, also where it sees the same series
    float[] second = twin("leaves", 7).observed(WORLD.field(), cells, TRUTH).value()[2];
    assertThat(Math.abs(values[2][5] - second[5])).isGreaterThan(1e-4f);
  }

  private static LocalTwin twin(String stream, long seed) {
    return new LocalTwin(quantity(stream), LocalWorld.misfit(Kind.OFFSET), OptionalLong.of(seed));
  }

  private static LocalQuantity quantity(String stream) {
    return new LocalQuantity(stream, ModelSeries.FAPAR, new Visibility(5, 0, 0.5), 0.02);
  }

  @Test
  void matchedObservationsAreNotWhatATruthGives() {
    assertThatThrownBy(
            () -> new LocalTwin(quantity("x"), LocalWorld.misfit(Kind.CDF), OptionalLong.of(1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("cdf");
  }
}
