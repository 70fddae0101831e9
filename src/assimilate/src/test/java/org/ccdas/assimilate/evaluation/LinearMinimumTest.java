package org.ccdas.assimilate.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.optim.MaxEval;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.apache.commons.math3.optim.univariate.BrentOptimizer;
import org.apache.commons.math3.optim.univariate.SearchInterval;
import org.apache.commons.math3.optim.univariate.UnivariateObjectiveFunction;
import org.ccdas.inputs.control.Parameter;
import org.ccdas.inputs.control.Scope;
import org.ccdas.inputs.control.Transform;
import org.ccdas.inputs.random.NormalStream;
import org.ccdas.observe.normal.QuadraticForm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LinearMinimumTest {
  private static final Parameter OFFSET = parameter(390, 1, new Transform.Identity());
  private static final Parameter FACTOR = parameter(1, 0.25, new Transform.Log(0));

  private static Parameter parameter(double prior, double sigma, Transform transform) {
    return new Parameter(1, "beta", Scope.parse("global"), prior, sigma, "", transform, "");
  }

  private static double[] minimum(List<Parameter> parameters, QuadraticForm misfit) {
    return new LinearMinimum(parameters, misfit, 4).elements();
  }

  /** One quantity: c (b - d)^2 / 2. */
  private static QuadraticForm parabola(double prior, double curvature, double at) {
    double d = prior - at;
    return new QuadraticForm(
        new double[] {prior},
        curvature * d * d / 2,
        new double[] {curvature * d},
        new double[] {curvature});
  }

  @Test
  void ofANormalPriorItIsTheWeightedMean() {
    // x + 3 (390 + x - 392) = 0
    assertThat(minimum(List.of(OFFSET), parabola(390, 3, 392))[0]).isCloseTo(1.5, within(1e-15));
  }

  @Test
  void beyondTheBoundItIsOnIt() {
    assertThat(minimum(List.of(OFFSET), parabola(390, 1e6, 396))).containsExactly(4);
    assertThat(minimum(List.of(OFFSET), parabola(390, 1e6, 384))).containsExactly(-4);
    assertThat(minimum(List.of(FACTOR), parabola(1, 1e6, -5))).containsExactly(-4);
    assertThat(minimum(List.of(FACTOR), parabola(1, 1e6, 9))).containsExactly(4);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.3, 0.8, 1.4, 2.2})
  void ofALogNormalPriorItIsWhereALineSearchFindsIt(double at) {
    for (double curvature : new double[] {0, 0.1, 10, 1e5}) {
      double found = minimum(List.of(FACTOR), parabola(1, curvature, at))[0];
      DoubleUnaryOperator cost =
          x -> {
            double b = Math.pow(1.25, x);
            return curvature * (b - at) * (b - at) / 2 + x * x / 2;
          };
      double expected =
          new BrentOptimizer(1e-12, 1e-14)
              .optimize(
                  new UnivariateObjectiveFunction(cost::applyAsDouble),
                  GoalType.MINIMIZE,
                  new SearchInterval(-4, 4),
                  new MaxEval(500))
              .getPoint();
      assertThat(found).isCloseTo(expected, within(1e-6));
      assertThat(cost.applyAsDouble(found))
          .isLessThanOrEqualTo(cost.applyAsDouble(expected) * (1 + 1e-14));
    }
  }

  /** Where the data say nothing the prior stays, to the bit. */
  @Test
  void whatIsNotKnownKeepsItsPrior() {
    QuadraticForm one =
        new QuadraticForm(new double[] {1, 1}, 8, new double[] {-4, 0}, new double[] {20, 0, 0});
    double[] x = minimum(List.of(FACTOR, FACTOR), one);
    assertThat(x[0]).isGreaterThan(0.4);
    assertThat(x[1]).isZero();
  }

  /**
   * Fourteen quantities that forty observations hardly tell apart: slopes are zero, or lead out of
   * the box at its walls.
   */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void manyMeetTheConditionsOfAMinimum(long seed) {
    int k = 14;
    double[][] columns = new double[k][];
    double[] reference = new double[k];
    Parameter[] parameters = new Parameter[k];
    double[] common = new NormalStream(seed + 100).next(40);
    for (int i = 0; i < k; i++) {
      columns[i] = new NormalStream(seed + i).next(40);
      for (int o = 0; o < 40; o++) {
        columns[i][o] = 100 * (common[o] + 0.01 * columns[i][o]);
      }
      parameters[i] = i == 13 ? OFFSET : FACTOR;
      reference[i] = parameters[i].prior();
    }
    double[] residuals = new NormalStream(seed + 200).next(40);
    for (int o = 0; o < 40; o++) {
      residuals[o] = 30 * residuals[o] + 200 * common[o];
    }
    QuadraticForm misfit = QuadraticForm.of(reference, residuals, columns);
    double[] x = minimum(List.of(parameters), misfit);
    double[] b = new double[k];
    for (int i = 0; i < k; i++) {
      b[i] = parameters[i].value(x[i]);
    }
    double[] slope = misfit.gradientAt(b);
    int walls = 0;
    for (int i = 0; i < k; i++) {
      double all = slope[i] * parameters[i].derivative(x[i]) + x[i];
      if (Math.abs(x[i]) == 4) {
        assertThat(all * x[i]).isNegative();
        walls++;
      } else {
        // slopes of each term are some 1e5
        assertThat(all).isCloseTo(0, within(1e-6));
      }
    }
    assertThat(walls).isLessThan(k);
  }

  @Test
  void withoutAValueThePriorStays() {
    QuadraticForm none = parabola(1, Double.NaN, 1);
    assertThat(minimum(List.of(FACTOR), none)).containsExactly(0);
  }
}
