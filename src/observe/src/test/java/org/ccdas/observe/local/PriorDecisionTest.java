package org.ccdas.observe.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.apache.commons.math3.stat.StatUtils;
import org.ccdas.inputs.random.NormalStream;
import org.ccdas.observe.local.BiasTreatment.Kind;
import org.junit.jupiter.api.Test;

/** A block of three cells: of two years, of one year, of a few days. */
class PriorDecisionTest {
  private static final int YEAR = 200;
  private static final int[] YEARS = years();
  private static final int[][] HIDDEN = {{2, 4}, {}, {0}};

  private static int[] years() {
    int[] years = new int[2 * YEAR];
    Arrays.setAll(years, day -> day < YEAR ? 2010 : 2011);
    return years;
  }

  private static LocalSeries series(int count, long seed) {
    int[] days = new int[count];
    Arrays.setAll(days, day -> day);
    double[] value =
        Arrays.stream(new NormalStream(seed).next(count)).map(v -> 0.2 + 0.05 * v).toArray();
    double[] sigma = new double[count];
    Arrays.fill(sigma, 0.04);
    return new LocalSeries(days, value, sigma);
  }

  /** The second year of the model is far from the first. */
  private static double[] modelled(int count, long seed) {
    double[] noise = new NormalStream(seed).next(count);
    double[] modelled = new double[count];
    Arrays.setAll(modelled, k -> (YEARS[k] == 2010 ? 0.3 : 0.6) + 0.08 * noise[k]);
    return modelled;
  }

  private static LocalFit fit() {
    int few = Matching.LEAST_DAYS - 1;
    return new LocalFit(
        HIDDEN,
        List.of(series(2 * YEAR, 1), series(YEAR, 2), series(few, 3)),
        List.of(modelled(2 * YEAR, 4), modelled(YEAR, 5), modelled(few, 6)));
  }

  private static LocalMisfit misfit(Kind kind) {
    return LocalMisfit.of(
        LocalError.STANDARD, BiasTreatment.STANDARD.with(kind), RegionNames.globe());
  }

  private static PriorDecision decision(LocalMisfit misfit) {
    return PriorDecision.of(misfit, 0.02, List.of(fit()), YEARS);
  }

  @Test
  void theMaskIsThatOfThePriorRun() {
    assertThat(PriorDecision.open().isDecided()).isFalse();
    PriorDecision decision = decision(misfit(Kind.OFFSET));
    assertThat(decision.isDecided()).isTrue();
    assertThat(decision.mask().of(0)).isDeepEqualTo(HIDDEN);
  }

  @Test
  void withoutMatchingAllCellsAreAssimilated() {
    PriorDecision decision = decision(misfit(Kind.OFFSET));
    for (int cell = 0; cell < 3; cell++) {
      assertThat(decision.isAssimilated(0, cell)).isTrue();
      assertThat(decision.matching(0, cell)).isNull();
    }
  }

  @Test
  void cellsOfTooFewDaysForAMatchingAreNotAssimilated() {
    for (Kind kind : List.of(Kind.LINEAR, Kind.CDF)) {
      PriorDecision decision = decision(misfit(kind));
      assertThat(decision.isAssimilated(0, 0)).isTrue();
      assertThat(decision.isAssimilated(0, 1)).isTrue();
      assertThat(decision.isAssimilated(0, 2)).isFalse();
    }
    double[] matched =
        Arrays.stream(series(YEAR, 2).value())
            .map(decision(misfit(Kind.LINEAR)).matching(0, 1)::apply)
            .toArray();
    assertThat(StatUtils.mean(matched)).isCloseTo(StatUtils.mean(modelled(YEAR, 5)), within(1e-12));
  }

  /** The year held out says nothing of the matching; it is matched by that of the others. */
  @Test
  void yearsHeldOutDoNotTrainTheMatching() {
    double[] observed = series(2 * YEAR, 1).value();
    double[] modelled = modelled(2 * YEAR, 4);
    Matching trained = decision(misfit(Kind.LINEAR).withoutYears(Set.of(2011))).matching(0, 0);
    Matching expected =
        Matching.linear(Arrays.copyOf(observed, YEAR), Arrays.copyOf(modelled, YEAR), 0.02);
    assertThat(trained.apply(0.2)).isEqualTo(expected.apply(0.2)).isLessThan(0.35);
    assertThat(decision(misfit(Kind.LINEAR)).matching(0, 0).apply(0.2)).isGreaterThan(0.4);
  }
}
