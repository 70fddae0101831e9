package org.ccdas.verify.check.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ccdas.assimilate.evaluation.Evaluation;
import org.ccdas.assimilate.evaluation.EvaluationSetup;
import org.ccdas.assimilate.evaluation.LocalEvaluation;
import org.ccdas.assimilate.evaluation.MoistureSetup;
import org.ccdas.assimilate.minimise.Candidate;
import org.ccdas.assimilate.minimise.Derivative;
import org.ccdas.inputs.random.NormalStream;
import org.ccdas.observe.co2.Co2Term;
import org.ccdas.observe.co2.ObservationError;
import org.ccdas.observe.co2.StationObservations;
import org.ccdas.observe.normal.LowerTriangle;
import org.junit.jupiter.api.Test;

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

  /** The evaluation of a world whose observations are the model's at this x. */
  private static LocalEvaluation perfect(double[] x) {
    // the soil moisture of the world is not its own: its residuals are not zero
    EvaluationSetup setup = WORLD.setup().withMoisture(MoistureSetup.none());
    double[] modelled = new LocalEvaluation(setup, WORLD.blocks()).cost(x).concentrations();
    List<StationObservations> observed = new ArrayList<>();
    for (StationObservations station : setup.co2().stations()) {
      int from = observed.size() * setup.window().count();
      observed.add(
          station.withValues(Arrays.copyOfRange(modelled, from, from + setup.window().count())));
    }
    return new LocalEvaluation(
        setup.withCo2(new Co2Term(observed, ObservationError.standard())), WORLD.blocks());
  }

  @Test
  void isTheWholeHessianWhereTheModelFits() {
    double[] x = point();
    LocalEvaluation evaluation = perfect(x);
    Evaluation evaluated = evaluation.evaluate(new Candidate(0, x, Derivative.HESSIAN));
    assertThat(evaluated.co2()).isZero();
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
      assertThat(largest).isGreaterThan(10);
      for (int i = 0; i < x.length; i++) {
        double difference = (high[i] - low[i]) / (2 * STEP);
        assertThat(difference).as("element %d", i).isCloseTo(product[i], within(1e-5 * largest));
      }
    }
  }
}
