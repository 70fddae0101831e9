package org.ccdas.observe.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.ccdas.inputs.random.NormalStream;
import org.ccdas.observe.local.BiasTreatment.Kind;
import org.ccdas.observe.normal.LowerTriangle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LocalNormalTest {
  private static final double[] X = LocalCase.POINT;
  private static final int N = LocalCase.PARAMETERS;

  static List<LocalTerm> terms() {
    return LocalTermTest.terms();
  }

  private static List<LocalNormal.Part> parts(LocalTerm term, double[] x) {
    LocalNormal normal = new LocalNormal(term, LocalCase.YEARS, N);
    double[] h = LocalCase.modelled(x);
    for (int k = 0; k < h.length; k++) {
      normal.push(h[k], LocalCase.row(x, k));
    }
    return normal.parts();
  }

  private static double[] gradient(List<LocalNormal.Part> parts) {
    double[] sum = new double[N];
    parts.forEach(
        part -> {
          for (int i = 0; i < N; i++) {
            sum[i] += part.gradient()[i];
          }
        });
    return sum;
  }

  private static double[] hessian(List<LocalNormal.Part> parts) {
    double[] sum = new double[LowerTriangle.length(N)];
    parts.forEach(part -> LowerTriangle.add(sum, 1, part.hessian()));
    return sum;
  }

  @ParameterizedTest
  @MethodSource("terms")
  void yearsSumToTheCostAndGradientOfTheCell(LocalTerm term) {
    List<LocalNormal.Part> parts = parts(term, X);
    assertThat(parts.stream().map(LocalNormal.Part::year)).containsExactly(2010, 2011, 2012);
    double[] h = LocalCase.modelled(X);
    double cost = parts.stream().mapToDouble(LocalNormal.Part::cost).sum();
    assertThat(cost).isCloseTo(term.value(h), within(1e-12 * Math.abs(cost)));
    double[] bar = term.gradient(h);
    double[] expected = new double[N];
    for (int k = 0; k < h.length; k++) {
      double[] row = LocalCase.row(X, k);
      for (int i = 0; i < N; i++) {
        expected[i] += bar[k] * row[i];
      }
    }
    assertThat(gradient(parts)).containsExactly(expected, within(1e-10));
    double step = 1e-5;
    for (int i = 0; i < N; i++) {
      double[] up = X.clone();
      double[] down = X.clone();
      up[i] += step;
      down[i] -= step;
      double difference =
          (term.value(LocalCase.modelled(up)) - term.value(LocalCase.modelled(down))) / (2 * step);
      assertThat(expected[i]).isCloseTo(difference, within(1e-6 * (1 + Math.abs(difference))));
      assertThat(Math.abs(difference)).isGreaterThan(1e-3);
    }
  }

  @Test
  void hessianIsExactWhereTheModelIsLinearAndTheCostQuadratic() {
    for (Kind kind : new Kind[] {Kind.NONE, Kind.OFFSET}) {
      LocalTerm term = LocalCase.term(LocalError.STANDARD, BiasTreatment.STANDARD.with(kind));
      double[] h = LocalCase.modelled(X);
      double[] packed = hessian(parts(term, X));
      double[] v = {0.3, -1, 0.7};
      double[] along = new double[h.length];
      for (int k = 0; k < h.length; k++) {
        double[] row = LocalCase.row(X, k);
        along[k] = row[0] * v[0] + row[1] * v[1] + row[2] * v[2];
      }
      // a quadratic's second difference has no remainder
      double[] up = h.clone();
      double[] down = h.clone();
      for (int k = 0; k < h.length; k++) {
        up[k] += along[k];
        down[k] -= along[k];
      }
      double second = term.value(up) - 2 * term.value(h) + term.value(down);
      assertThat(LowerTriangle.quadratic(packed, v)).isCloseTo(second, within(1e-9 * second));
    }
  }

  /**
   * The sum of both parts is in expectation the Fisher information of N(d; H, S): here for many
   * draws of d, offset and gain included. Spec section 17.4.
   */
  @Test
  void gainHessianIsInTheMeanTheFisherInformation() {
    BiasTreatment gain = BiasTreatment.STANDARD.with(Kind.OFFSET_GAIN);
    LocalSeries series = LocalCase.series();
    double[] h = LocalCase.modelled(X);
    NormalStream noise = new NormalStream(9);
    int draws = 20_000;
    double[] mean = new double[LowerTriangle.length(N)];
    double[] fisher = new double[LowerTriangle.length(N)];
    for (int draw = 0; draw < draws; draw++) {
      double a = 0.1 * noise.next();
      double g = 1 + 0.5 * noise.next();
      double[] e = LocalError.STANDARD.whitening(series).colour(noise.next(series.count()));
      double[] d = new double[h.length];
      for (int k = 0; k < d.length; k++) {
        d[k] = a + g * h[k] + e[k];
      }
      LocalTerm term =
          new LocalTerm(
              new LocalSeries(series.days(), d, series.sigma()), LocalError.STANDARD, gain);
      List<LocalNormal.Part> parts = parts(term, X);
      LowerTriangle.add(mean, 1.0 / draws, hessian(parts));
      LowerTriangle.addOuter(fisher, 1.0 / draws, gradient(parts));
    }
    double largest = 0;
    for (double value : fisher) {
      largest = Math.max(largest, Math.abs(value));
    }
    for (int i = 0; i < mean.length; i++) {
      assertThat(mean[i]).isCloseTo(fisher[i], within(0.05 * largest));
    }
  }

  @ParameterizedTest
  @MethodSource("terms")
  void hessianHasNoNegativeCurvature(LocalTerm term) {
    double[] packed = hessian(parts(term, X));
    double[] eigenvalues =
        new EigenDecomposition(LowerTriangle.matrix(packed, N)).getRealEigenvalues();
    for (double value : eigenvalues) {
      assertThat(value).isGreaterThan(-1e-9);
    }
    assertThat(eigenvalues[0]).isGreaterThan(0.1);
  }

  @Test
  void daysMustBePushedAllAndNoMore() {
    LocalTerm term = LocalCase.term(LocalError.STANDARD, BiasTreatment.STANDARD);
    LocalNormal normal = new LocalNormal(term, LocalCase.YEARS, N);
    assertThatThrownBy(normal::parts).hasMessageContaining("0 of 14 days");
    assertThatThrownBy(() -> normal.push(0.2, new double[2])).hasMessageContaining("a row of 2");
    assertThatThrownBy(() -> new LocalNormal(term, new int[] {2010}, N))
        .hasMessageContaining("1 years");
  }
}
