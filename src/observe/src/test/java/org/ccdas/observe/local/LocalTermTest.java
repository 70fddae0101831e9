package org.ccdas.observe.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.ccdas.observe.local.BiasTreatment.Kind;
import org.ccdas.observe.local.LocalError.Weight;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class LocalTermTest {
  private static final LocalError AR1 = LocalError.STANDARD;
  private static final LocalError FACTOR = new LocalError(Weight.FACTOR, 5, 0.1, 1);
  private static final BiasTreatment OFFSET = BiasTreatment.STANDARD;
  private static final BiasTreatment GAIN = OFFSET.with(Kind.OFFSET_GAIN);

  /** Every treatment with either weight, and the gain without its determinant. */
  static List<LocalTerm> terms() {
    BiasTreatment minimum = new BiasTreatment(Kind.OFFSET_GAIN, 0.1, 0.5, false);
    return List.of(
        LocalCase.term(AR1, OFFSET),
        LocalCase.term(FACTOR, OFFSET),
        LocalCase.term(AR1, OFFSET.with(Kind.NONE)),
        LocalCase.term(FACTOR, OFFSET.with(Kind.NONE)),
        LocalCase.term(AR1, GAIN),
        LocalCase.term(FACTOR, GAIN),
        LocalCase.term(AR1, minimum),
        LocalCase.term(AR1, OFFSET.with(Kind.LINEAR)));
  }

  private static RealMatrix errors(LocalSeries series) {
    int n = series.count();
    RealMatrix r = new Array2DRowRealMatrix(n, n);
    for (int k = 0; k < n; k++) {
      for (int l = 0; l < n; l++) {
        double distance = Math.abs(series.days()[k] - series.days()[l]);
        r.setEntry(k, l, series.sigma()[k] * series.sigma()[l] * Math.exp(-distance / 5));
      }
    }
    return r;
  }

  /** -ln N(d; H, S) without the part of R: 1/2 (d - H)' S^-1 (d - H) + 1/2 ln det S - ln det R. */
  private static double direct(LocalSeries series, double[] h, double gainSigma) {
    RealMatrix r = errors(series);
    RealMatrix s = r.copy();
    for (int k = 0; k < h.length; k++) {
      for (int l = 0; l < h.length; l++) {
        s.addToEntry(k, l, 0.1 * 0.1 + gainSigma * gainSigma * h[k] * h[l]);
      }
    }
    ArrayRealVector misfit = new ArrayRealVector(series.value()).subtract(new ArrayRealVector(h));
    CholeskyDecomposition cholesky = new CholeskyDecomposition(s);
    return 0.5 * misfit.dotProduct(cholesky.getSolver().solve(misfit))
        + 0.5
            * (Math.log(cholesky.getDeterminant())
                - Math.log(new CholeskyDecomposition(r).getDeterminant()));
  }

  @Test
  void gainWithDeterminantIsTheGaussianWithTheBiasIntegratedOut() {
    LocalTerm term = LocalCase.term(AR1, GAIN);
    for (double[] x : new double[][] {{0, 0, 0}, LocalCase.POINT, {-1, 2, 1}}) {
      double[] h = LocalCase.modelled(x);
      double direct = direct(term.series(), h, 0.5);
      assertThat(term.value(h)).isCloseTo(direct, within(1e-11 * Math.abs(direct)));
    }
  }

  @Test
  void offsetIsThatGaussianUpToAConstant() {
    LocalTerm term = LocalCase.term(AR1, OFFSET);
    double[] h = LocalCase.modelled(LocalCase.POINT);
    double[] other = LocalCase.modelled(new double[] {-1, 2, 1});
    double expected = direct(term.series(), h, 0) - direct(term.series(), other, 0);
    assertThat(term.value(h) - term.value(other)).isCloseTo(expected, within(1e-10));
    assertThat(Math.abs(expected)).isGreaterThan(1);
  }

  @ParameterizedTest
  @MethodSource("terms")
  void gradientAgreesWithCentralDifferences(LocalTerm term) {
    double[] h = LocalCase.modelled(LocalCase.POINT);
    double[] gradient = term.gradient(h);
    double largest = Arrays.stream(gradient).map(Math::abs).max().orElseThrow();
    double step = 1e-5;
    for (int k = 0; k < h.length; k++) {
      double[] up = h.clone();
      double[] down = h.clone();
      up[k] += step;
      down[k] -= step;
      double difference = (term.value(up) - term.value(down)) / (2 * step);
      assertThat(gradient[k]).isCloseTo(difference, within(1e-7 * largest));
    }
    assertThat(largest).isGreaterThan(1);
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void modelThatDiffersByAnOffsetIsForgivenOnlyWhereOffsetsAreEstimated(Kind kind) {
    double[] h = LocalCase.modelled(LocalCase.POINT);
    LocalTerm term = LocalCase.term(AR1, OFFSET.with(kind));
    double[] shifted = Arrays.stream(h).map(v -> v + 0.05).toArray();
    BiasEstimate before = term.bias(h);
    BiasEstimate after = term.bias(shifted);
    if (kind == Kind.OFFSET) {
      // the prior of 0.1 pulls back a little
      assertThat(before.offset() - after.offset()).isBetween(0.045, 0.05);
      assertThat(before.offsetVariance()).isBetween(0.0, 0.1 * 0.1);
    } else if (kind == Kind.OFFSET_GAIN) {
      assertThat(before.offset() - after.offset()).isBetween(0.02, 0.08);
      assertThat(before.gain()).isNotEqualTo(1);
    } else {
      assertThat(after).isEqualTo(BiasEstimate.UNBIASED);
    }
  }

  @Test
  void effectiveCountsFollowTheGaps() {
    LocalTerm term = LocalCase.term(AR1, OFFSET);
    double expected = 1;
    int[] days = term.series().days();
    for (int k = 1; k < days.length; k++) {
      double rho = Math.exp(-(days[k] - days[k - 1]) / 5.0);
      expected += (1 - rho) / (1 + rho);
    }
    assertThat(term.effectiveCount()).isCloseTo(expected, within(1e-12));
    assertThat(term.effectiveCount()).isLessThan(term.count());
    assertThat(LocalCase.term(FACTOR, OFFSET).effectiveCount()).isCloseTo(1.4, within(1e-12));
    LocalSeries none = new LocalSeries(new int[0], new double[0], new double[0]);
    assertThat(new LocalTerm(none, AR1, GAIN).effectiveCount()).isZero();
  }

  @Test
  void nothingObservedCostsNothing() {
    LocalSeries none = new LocalSeries(new int[0], new double[0], new double[0]);
    for (Kind kind : Kind.values()) {
      LocalTerm term = new LocalTerm(none, AR1, OFFSET.with(kind));
      assertThat(term.value(new double[0])).isZero();
      assertThat(term.gradient(new double[0])).isEmpty();
    }
  }

  @Test
  void inflationDividesTheMisfit() {
    BiasTreatment none = OFFSET.with(Kind.NONE);
    double[] h = LocalCase.modelled(LocalCase.POINT);
    double value = LocalCase.term(AR1, none).value(h);
    LocalError inflated = new LocalError(Weight.AR1, 5, 0.1, 2);
    assertThat(LocalCase.term(inflated, none).value(h)).isCloseTo(value / 4, within(1e-12 * value));
  }

  @Test
  void badSeriesAndSettingsAreRefused() {
    double[] two = {0.1, 0.2};
    assertThatThrownBy(() -> new LocalSeries(new int[] {3, 3}, two, two))
        .hasMessageContaining("Day 3");
    assertThatThrownBy(() -> new LocalSeries(new int[] {3, 4}, two, new double[] {0.1, 0}))
        .hasMessageContaining("error 0.0");
    assertThatThrownBy(() -> new LocalSeries(new int[] {3}, two, two))
        .hasMessageContaining("1 days");
    assertThatThrownBy(() -> new LocalError(Weight.AR1, 0, 0.1, 1))
        .hasMessageContaining("0.0 days");
    assertThatThrownBy(() -> new BiasTreatment(Kind.OFFSET, 0, 1, true))
        .hasMessageContaining("0.0 and 1.0");
  }
}
