package org.ccdas.assimilate.posterior;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.stat.correlation.Covariance;
import org.ccdas.inputs.random.NormalStream;
import org.junit.jupiter.api.Test;

class PosteriorTest {
  private static final LinearProblem PROBLEM = LinearProblem.sample();
  private final Posterior posterior = PROBLEM.posterior();

  @Test
  void covarianceIsTheInverseHessian() {
    assertThat(posterior.covariance().subtract(PROBLEM.covariance()).getNorm()).isLessThan(1e-13);
    assertThat(posterior.hessian().subtract(PROBLEM.hessian()).getNorm()).isLessThan(1e-12);
    for (int i = 0; i < LinearProblem.N; i++) {
      double sigma = posterior.sigma()[i];
      assertThat(sigma).isCloseTo(Math.sqrt(PROBLEM.covariance().getEntry(i, i)), within(1e-13));
      assertThat(sigma).isLessThanOrEqualTo(1);
    }
    // what nobody observes keeps its prior
    assertThat(posterior.sigma()[LinearProblem.N - 1]).isEqualTo(1);
  }

  @Test
  void correlationHasOnesOnItsDiagonal() {
    RealMatrix correlation = posterior.correlation();
    double largest = 0;
    for (int i = 0; i < LinearProblem.N; i++) {
      assertThat(correlation.getEntry(i, i)).isEqualTo(1);
      for (int j = 0; j < i; j++) {
        double value = correlation.getEntry(i, j);
        assertThat(value).isEqualTo(correlation.getEntry(j, i)).isBetween(-1.0, 1.0);
        largest = Math.max(largest, Math.abs(value));
      }
    }
    assertThat(largest).isGreaterThan(0.05);
  }

  @Test
  void theSpectrumCountsWhatWasLearned() {
    Spectrum spectrum = posterior.spectrum();
    double[] values = spectrum.eigenvalues();
    assertThat(values[0]).isGreaterThan(values[LinearProblem.N - 1]);
    assertThat(values[LinearProblem.N - 1]).isCloseTo(0, within(1e-12));
    assertThat(spectrum.constrained(3)).isEqualTo(LinearProblem.N - 1);
    assertThat(spectrum.constrained(values[0] * 1.01)).isZero();
    // n - tr(C)
    double trace = posterior.covariance().getTrace();
    assertThat(spectrum.degreesOfFreedom()).isCloseTo(LinearProblem.N - trace, within(1e-12));
    for (int mode = 0; mode < LinearProblem.N; mode++) {
      double[] v = spectrum.eigenvectors()[mode];
      double[] product = PROBLEM.hessian().operate(v);
      for (int i = 0; i < v.length; i++) {
        assertThat(product[i]).isCloseTo((1 + values[mode]) * v[i], within(1e-11));
      }
      double[] zero = new double[v.length];
      assertThat(spectrum.sigma(mode) * spectrum.sigma(mode) * posterior.squaredDistance(v, zero))
          .isCloseTo(1, within(1e-12));
    }
  }

  @Test
  void drawsHaveItsMeanAndCovariance() {
    NormalStream random = new NormalStream(2);
    int draws = 20_000;
    double[][] sample = new double[draws][];
    for (int k = 0; k < draws; k++) {
      sample[k] = posterior.draw(random);
    }
    RealMatrix covariance = new Covariance(sample).getCovarianceMatrix();
    RealMatrix expected = PROBLEM.covariance();
    for (int i = 0; i < LinearProblem.N; i++) {
      double mean = 0;
      for (double[] draw : sample) {
        mean += draw[i] / draws;
      }
      assertThat(mean).isCloseTo(posterior.x()[i], within(5 / Math.sqrt(draws)));
      for (int j = 0; j < LinearProblem.N; j++) {
        double scale = Math.sqrt(expected.getEntry(i, i) * expected.getEntry(j, j));
        assertThat(covariance.getEntry(i, j))
            .isCloseTo(expected.getEntry(i, j), within(5 * scale / Math.sqrt(draws)));
      }
    }
  }

  @Test
  void refusesAnotherSize() {
    assertThatThrownBy(() -> Posterior.at(new double[3], PROBLEM.normal(PROBLEM.minimum())))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
