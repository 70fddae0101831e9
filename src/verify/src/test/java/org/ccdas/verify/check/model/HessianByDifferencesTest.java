package org.ccdas.verify.check.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import org.ccdas.assimilate.evaluation.Evaluation;
import org.ccdas.assimilate.evaluation.LocalEvaluation;
import org.ccdas.assimilate.minimise.Candidate;
import org.ccdas.assimilate.minimise.Derivative;
import org.ccdas.inputs.random.NormalStream;
import org.ccdas.observe.co2.Co2Operator;
import org.ccdas.observe.normal.LowerTriangle;
import org.ccdas.observe.stream.StreamOperator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The Gauss-Newton Hessian against differences of adjoint gradients. Where the observations are the
 * model's own the residuals are zero, and the Gauss-Newton Hessian is the whole Hessian.
 */
class HessianByDifferencesTest {
  private static final CheckWorld WORLD = CheckWorld.of(3);
  private static final double STEP = 1e-4;

  private static double[] point() {
    return Arrays.stream(new NormalStream(1).next(WORLD.setup().control().size()))
        .map(value -> 0.3 * value)
        .toArray();
  }

  static List<StreamOperator> streams() {
    return WORLD.setup().streams();
  }

  /** The evaluation of a world whose only observations are the model's at this x. */
  private static LocalEvaluation perfect(StreamOperator stream, double[] x) {
    CheckWorld world = WORLD.only(stream).observing(x, OptionalLong.empty());
    return new LocalEvaluation(world.setup(), world.blocks());
  }

  @ParameterizedTest
  @MethodSource("streams")
  void isTheWholeHessianWhereTheModelFits(StreamOperator stream) {
    double[] x = point();
    LocalEvaluation evaluation = perfect(stream, x);
    Evaluation evaluated = evaluation.evaluate(new Candidate(0, x, Derivative.HESSIAN));
    // observations of cells are kept in single precision
    assertThat(evaluated.stream(stream.name()).cost()).isBetween(0.0, 1e-8);
    if (stream instanceof Co2Operator) {
      assertThat(evaluated.stream(stream.name()).cost()).isZero();
    }
    for (long seed = 0; seed < 3; seed++) {
      double[] v = new NormalStream(50 + seed).next(x.length);
      double[] above = x.clone();
      double[] below = x.clone();
      for (int i = 0; i < x.length; i++) {
        above[i] += STEP * v[i];
        below[i] -= STEP * v[i];
      }
      double[] high = evaluation.gradient(above).gradient();
      double[] low = evaluation.gradient(below).gradient();
      double[] product = LowerTriangle.times(evaluated.normal().hessianWithPrior(), v);
      double largest = Arrays.stream(product).map(Math::abs).max().getAsDouble();
      double[] seen = LowerTriangle.times(evaluated.normal().hessian(), v);
      assertThat(Arrays.stream(seen).map(Math::abs).max().getAsDouble())
          .as("the observations' part of it")
          .isGreaterThan(stream instanceof Co2Operator ? 10 : 1);
      for (int i = 0; i < x.length; i++) {
        double difference = (high[i] - low[i]) / (2 * STEP);
        assertThat(difference).as("element %d", i).isCloseTo(product[i], within(1e-5 * largest));
      }
    }
  }
}
