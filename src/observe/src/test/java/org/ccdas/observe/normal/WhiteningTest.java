package org.ccdas.observe.normal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.ccdas.inputs.LinearOperatorContract;
import org.junit.jupiter.api.Test;

class WhiteningTest extends LinearOperatorContract {
  private static final double[] TIME = {0, 1, 2, 5, 6, 13, 14.5, 40};
  private static final double[] SIGMA = {1.2, 0.8, 1.1, 0.9, 2.0, 1.3, 0.7, 1.0};

  private static Whitening example(double tau) {
    return Whitening.of(TIME, SIGMA, tau);
  }

  @Override
  protected LinearMap operator() {
    Whitening whitening = example(1.5);
    return new LinearMap(TIME.length, TIME.length, whitening::whiten, whitening::transposed);
  }

  private static RealMatrix covariance(double tau) {
    RealMatrix s = new Array2DRowRealMatrix(TIME.length, TIME.length);
    for (int k = 0; k < TIME.length; k++) {
      for (int l = 0; l < TIME.length; l++) {
        s.setEntry(k, l, SIGMA[k] * SIGMA[l] * Math.exp(-Math.abs(TIME[k] - TIME[l]) / tau));
      }
    }
    return s;
  }

  @Test
  void squaredNormIsThatOfTheInverseCovariance() {
    double[] misfit = {0.3, -1.0, 2.0, 0.1, -0.7, 0.9, 1.5, -2.2};
    for (double tau : new double[] {0.3, 1.5, 20, 500}) {
      ArrayRealVector d = new ArrayRealVector(misfit);
      double direct = d.dotProduct(new CholeskyDecomposition(covariance(tau)).getSolver().solve(d));
      double[] whitened = example(tau).whiten(misfit);
      assertThat(dot(whitened, whitened)).isCloseTo(direct, within(1e-9 * direct));
    }
  }

  @Test
  void withoutCorrelationItOnlyDividesByTheError() {
    double[] whitened = example(0).whiten(SIGMA);
    assertThat(whitened).containsOnly(new double[] {1}, within(1e-15));
  }

  @Test
  void colourIsTheInverse() {
    double[] values = {0.3, -1.0, 2.0, 0.1, -0.7, 0.9, 1.5, -2.2};
    Whitening whitening = example(3);
    assertThat(whitening.colour(whitening.whiten(values))).containsExactly(values, within(1e-13));
  }

  @Test
  void colouredNoiseHasTheCovariance() {
    Whitening whitening = example(1.5);
    RealMatrix sum = new Array2DRowRealMatrix(TIME.length, TIME.length);
    Random random = new Random(4);
    int draws = 40_000;
    for (int i = 0; i < draws; i++) {
      double[] noise =
          whitening.colour(
              IntStream.range(0, TIME.length).mapToDouble(k -> random.nextGaussian()).toArray());
      ArrayRealVector vector = new ArrayRealVector(noise);
      sum = sum.add(vector.outerProduct(vector));
    }
    RealMatrix expected = covariance(1.5);
    for (int k = 0; k < TIME.length; k++) {
      for (int l = 0; l < TIME.length; l++) {
        // the standard error of a sample covariance is below sigma_k sigma_l sqrt(2/draws)
        assertThat(sum.getEntry(k, l) / draws)
            .isCloseTo(
                expected.getEntry(k, l), within(5 * SIGMA[k] * SIGMA[l] * Math.sqrt(2.0 / draws)));
      }
    }
  }

  /**
   * The elimination of bias and gain of spec section 17.4 on the example of 12 days, which needs
   * the whitening of five vectors. Expected: reference numbers (spec section 15.1, block smos_bias,
   * minimum_only), made by an independent implementation in Python.
   */
  @Test
  void biasExampleOfTheSpecificationIsReproduced() {
    int[] days = {1, 2, 3, 6, 7, 11, 20, 21, 22, 23, 40, 41};
    double[] time = IntStream.of(days).asDoubleStream().toArray();
    double[] sigma = each(days, i -> 0.05 + 0.02 * fraction(0.618 * i));
    double stretch = Math.exp(0.2 * 0.3);
    double[] first = each(days, i -> 0.22 + 0.06 * Math.sin(i / 7.0));
    double[] second = each(days, i -> 0.05 * Math.cos(i / 5.0));
    Whitening whitening = Whitening.of(time, sigma, 5);
    double[] one = whitening.whiten(each(days, i -> 1));
    double[] model =
        whitening.whiten(
            IntStream.range(0, 12)
                .mapToDouble(k -> first[k] * stretch - 0.5 * second[k])
                .toArray());
    double[] data =
        whitening.whiten(
            IntStream.range(0, 12)
                .mapToDouble(
                    k -> 0.04 + 1.4 * first[k] + 0.07 * (fraction(0.7548776662 * days[k]) - 0.5))
                .toArray());
    double a11 = dot(one, one) + 1 / 0.01;
    double a12 = dot(one, model);
    double a22 = dot(model, model) + 1 / 0.25;
    double right1 = dot(one, data);
    double right2 = dot(model, data) + 1 / 0.25;
    double determinant = a11 * a22 - a12 * a12;
    double offset = (a22 * right1 - a12 * right2) / determinant;
    double gain = (a11 * right2 - a12 * right1) / determinant;
    double[] residual =
        IntStream.range(0, 12)
            .mapToDouble(k -> offset * one[k] + gain * model[k] - data[k])
            .toArray();
    double cost =
        0.5 * dot(residual, residual)
            + 0.5 * offset * offset / 0.01
            + 0.5 * (gain - 1) * (gain - 1) / 0.25;
    double[] sensitivity =
        whitening.whiten(
            IntStream.range(0, 12).mapToDouble(k -> 0.2 * stretch * first[k]).toArray());
    assertThat(offset).isCloseTo(0.06416138826, within(1e-10));
    assertThat(gain).isCloseTo(1.16722166, within(1e-9));
    assertThat(cost).isCloseTo(3.140936879, within(1e-8));
    assertThat(gain * dot(residual, sensitivity)).isCloseTo(-0.2767120958, within(1e-9));
    assertThat(gain * dot(residual, whitening.whiten(second)))
        .isCloseTo(-1.205643007, within(1e-8));
  }

  @Test
  void refusesTimesThatDoNotRiseAndErrorsThatAreNone() {
    assertThatThrownBy(() -> Whitening.of(new double[] {1, 1}, new double[] {1, 1}, 5))
        .hasMessageContaining("does not rise");
    assertThatThrownBy(() -> Whitening.of(new double[] {1}, new double[] {0}, 5))
        .hasMessageContaining("Error 0.0");
    assertThatThrownBy(() -> Whitening.of(new double[] {1}, new double[] {1}, -1))
        .hasMessageContaining("Correlation time");
    assertThatThrownBy(() -> example(1).whiten(new double[3])).hasMessageContaining("3 values");
    assertThat(Whitening.of(new double[0], new double[0], 5).whiten(new double[0])).isEmpty();
  }

  private static double[] each(int[] days, IntToDoubleFunction value) {
    return IntStream.of(days).mapToDouble(value).toArray();
  }

  private static double fraction(double x) {
    return x - Math.floor(x);
  }

  private static double dot(double[] a, double[] b) {
    return IntStream.range(0, a.length).mapToDouble(k -> a[k] * b[k]).sum();
  }
}
