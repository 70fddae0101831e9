package org.ccdas.assimilate.posterior;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.linear.MatrixUtils;
import org.ccdas.assimilate.posterior.Ensemble.Distribution;
import org.ccdas.inputs.random.NormalStream;
import org.junit.jupiter.api.Test;

class EnsembleTest {
  private static final int MEMBERS = 4000;
  private static final double[][] JACOBIAN = {{1, 0, 2, 0, 0, 0.5}, {0, -3, 0, 1, 0, 0}};
  private final Posterior posterior = LinearProblem.sample().posterior();

  /** Targets are linear but for a quadratic part of the first. */
  private static double[] targets(double[] x, double curvature) {
    double[] y = MatrixUtils.createRealMatrix(JACOBIAN).operate(x);
    y[0] += curvature * x[0] * x[0];
    return y;
  }

  private Ensemble ensemble(double curvature) {
    List<EnsembleDraw> draws = new ArrayList<>();
    double[][] values = new double[MEMBERS][];
    for (int m = 0; m < MEMBERS; m++) {
      draws.add(EnsembleDraw.of(posterior::draw, NormalStream.of(5, m), 100));
      values[m] = targets(draws.get(m).x(), curvature);
    }
    double[] linear = {
      TargetEstimate.sigma(JACOBIAN[0], posterior.covariance()),
      TargetEstimate.sigma(JACOBIAN[1], posterior.covariance())
    };
    return new Ensemble(
        Distribution.POSTERIOR, draws, values, targets(posterior.x(), curvature), linear, linear);
  }

  @Test
  void aLinearModelSpreadsAsTheLinearTheorySays() {
    Ensemble ensemble = ensemble(0);
    List<EnsembleSpread> spreads = ensemble.spreads();
    for (int t = 0; t < 2; t++) {
      EnsembleSpread spread = spreads.get(t);
      assertThat(spread.ratio()).isCloseTo(1, within(4 * spread.samplingError()));
      double standardError = spread.linearSigma() / Math.sqrt(MEMBERS);
      assertThat(spread.mean()).isCloseTo(ensemble.centre()[t], within(4 * standardError));
    }
    assertThat(ensemble.thrownAway()).isZero();
  }

  @Test
  void aCurvedOneDoesNot() {
    EnsembleSpread spread = ensemble(20).spreads().get(0);
    assertThat(spread.ratio()).isGreaterThan(1 + 10 * spread.samplingError());
    assertThat(ensemble(20).spreads().get(1)).isEqualTo(ensemble(0).spreads().get(1));
  }

  @Test
  void membersThatFailAreCountedAndLeftOut() {
    Ensemble whole = ensemble(0);
    double[][] values = whole.values().clone();
    values[3] = new double[] {Double.NaN, 1e9};
    Ensemble one =
        new Ensemble(
            whole.from(),
            whole.draws(),
            values,
            whole.centre(),
            whole.linearSigma(),
            whole.centreSigma());
    assertThat(one.failed()).isEqualTo(1);
    assertThat(one.spreads().get(1).members()).isEqualTo(MEMBERS - 1);
    assertThat(one.spreads().get(1).sigma()).isLessThan(10);
  }

  @Test
  void refusesTooFewMembersAndSizesThatDiffer() {
    List<EnsembleDraw> two =
        List.of(new EnsembleDraw(new double[1], 0), new EnsembleDraw(new double[1], 0));
    double[] one = {1};
    Ensemble failed =
        new Ensemble(Distribution.PRIOR, two, new double[][] {{1}, {Double.NaN}}, one, one, one);
    assertThatThrownBy(failed::spreads).hasMessageContaining("1 of 2 members failed");
    assertThatThrownBy(
            () -> new Ensemble(Distribution.PRIOR, two, new double[][] {{1}}, one, one, one))
        .hasMessageContaining("1 members with values of 2 drawn");
    assertThatThrownBy(
            () ->
                new Ensemble(Distribution.PRIOR, two, new double[][] {{1}, {1, 2}}, one, one, one))
        .hasMessageContaining("differ in their targets");
  }
}
