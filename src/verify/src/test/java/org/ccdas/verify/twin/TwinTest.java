package org.ccdas.verify.twin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import org.ccdas.assimilate.evaluation.EvaluationSetup;
import org.ccdas.assimilate.evaluation.LinearElements;
import org.ccdas.assimilate.evaluation.LocalEvaluation;
import org.ccdas.assimilate.minimise.Candidate;
import org.ccdas.assimilate.minimise.Derivative;
import org.ccdas.assimilate.minimise.Eliminating;
import org.ccdas.assimilate.minimise.GaussNewton;
import org.ccdas.assimilate.minimise.StoppingRule;
import org.ccdas.assimilate.posterior.Posterior;
import org.ccdas.inputs.control.ControlVector;
import org.ccdas.inputs.control.Parameter;
import org.ccdas.observe.co2.Co2Operator;
import org.ccdas.observe.normal.NormalSystem;
import org.ccdas.observe.stream.ObservationStreams;
import org.ccdas.verify.check.model.CheckWorld;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Twins of a world of a few cells and 90 days; three draws with noise. Twelve observations leave
 * most directions to the prior, so that the prior is made a fifth as wide, and the model nearly
 * linear within it.
 */
class TwinTest {
  private static final CheckWorld WORLD =
      CheckWorld.of(3, List.of(ObservationStreams.named("co2")));
  private static final EvaluationSetup SETUP = narrow(WORLD.setup());
  private static final int SIZE = SETUP.control().size();
  private static final Co2Operator CO2 = SETUP.stream("co2", Co2Operator.class);
  private static TwinPlan plan;

  @BeforeAll
  static void makePlan() {
    NormalSystem normal =
        new LocalEvaluation(SETUP, WORLD.blocks())
            .evaluate(new Candidate(0, new double[SIZE], Derivative.HESSIAN))
            .normal();
    Posterior atPrior = Posterior.at(new double[SIZE], normal);
    plan = TwinPlan.of(SETUP.control(), atPrior, 40, 3);
  }

  private static EvaluationSetup narrow(EvaluationSetup setup) {
    List<Parameter> narrow =
        setup.control().parameters().stream()
            .map(parameter -> parameter.withSigma(0.2 * parameter.sigma()))
            .toList();
    return setup.withControl(new ControlVector(narrow));
  }

  private static double[] concentrations(double[] x) {
    return new LocalEvaluation(SETUP, WORLD.blocks()).cost(x).stream("co2").modelled();
  }

  private static double costAt(double[] x, Co2Operator observed) {
    return new LocalEvaluation(SETUP.with(observed), WORLD.blocks()).cost(x).cost();
  }

  private static TwinSearch search(Co2Operator observed, boolean withPrior, double tolerance)
      throws IOException {
    LocalEvaluation evaluation = new LocalEvaluation(SETUP.with(observed), WORLD.blocks());
    GaussNewton.Settings settings =
        new GaussNewton.Settings(1e-3, 4, tolerance, new StoppingRule(0, 0, 50, 200));
    if (!withPrior) {
      return TwinSearch.withoutPrior(
          evaluation::evaluate, GaussNewton.start(new double[SIZE], settings));
    }
    return TwinSearch.run(
        evaluation::evaluate,
        Eliminating.of(
            LinearElements.eliminable(SETUP, 4),
            new double[SIZE],
            x -> GaussNewton.start(x, settings)));
  }

  @Test
  void thePlanIsSettledBefore() {
    assertThat(plan.seeds()).containsExactly(40L, 41L, 42L);
    assertThat(plan.directions().length).isPositive().isEqualTo(plan.eigenvalues().length);
    assertThat(Arrays.stream(plan.eigenvalues()).min().getAsDouble()).isGreaterThanOrEqualTo(3);
    assertThat(plan.parameters()).extracting(TwinPlan.Constrained::label).contains("kappa global");
  }

  @Test
  void perfectDataGiveTheTruthBackButForThePullOfThePrior() throws IOException {
    // so near to the prior that the model is linear between them
    double[] truth = Arrays.stream(SETUP.control().draw(40)).map(v -> 0.004 * v).toArray();
    Co2Operator perfect = CO2.observing(concentrations(truth), OptionalLong.empty());
    assertThat(perfect.cost(concentrations(truth))).isZero();
    TwinSearch with = search(perfect, true, 1e-16);
    PerfectTwin pulled = PerfectTwin.withPrior(with, truth);
    assertThat(pulled.directions()).isPositive();
    assertThat(pulled.passed()).isTrue();

    TwinSearch without = search(perfect, false, 1e-10);
    PerfectTwin recovered = PerfectTwin.withoutPrior(without, truth);
    assertThat(recovered.largest()).isLessThan(PerfectTwin.RECOVERED);
  }

  @Test
  void threeDrawsWithNoiseAreHonest() throws IOException {
    List<TwinDraw> draws = new ArrayList<>();
    for (long seed : plan.seeds()) {
      double[] truth = SETUP.control().draw(seed);
      Co2Operator observed = CO2.observing(concentrations(truth), OptionalLong.of(seed));
      TwinSearch found = search(observed, true, 1e-6);
      double costAtTruth = costAt(truth, observed);
      TwinDraw draw = TwinDraw.of(plan, seed, truth, costAtTruth, found);
      assertThat(draw.costRatio()).isCloseTo(draw.normalisedError(), within(0.15));
      int first = plan.parameters().get(0).index();
      TwinDraw.Parameters all = draw.parameters();
      assertThat(all.truth()).isEqualTo(truth);
      assertThat((all.estimate()[first] - truth[first]) / all.sigma()[first])
          .isEqualTo(draw.parameterErrors()[0]);
      draws.add(draw);
    }
    TwinCoverage coverage = new TwinCoverage(draws);
    assertThat(coverage.failures()).isZero();
    // three draws of 101 parameters: the mean has a standard error of about 0.08
    assertThat(coverage.meanError()).isBetween(0.7, 1.35);
    assertThat(coverage.coverage()).isGreaterThan(0.2);
    assertThat(draws).allSatisfy(draw -> assertThat(draw.passes()).isBetween(2, 30));
  }

  @Test
  void noiseHasTheAssumedCovariance() {
    double[] exact = concentrations(new double[SIZE]);
    double sum = 0;
    int draws = 200;
    for (long seed = 0; seed < draws; seed++) {
      Co2Operator noisy = CO2.observing(exact, OptionalLong.of(seed));
      sum += 2 * noisy.cost(exact) / noisy.term().count();
    }
    double error = Math.sqrt(2.0 / (draws * CO2.term().count()));
    assertThat(sum / draws).isCloseTo(1, within(4 * error));
  }

  @Test
  void whereNothingIsKnownNothingIsPassed() {
    assertThat(perfect(true, true).passed()).isFalse();
    assertThat(perfect(true, true, 0.2, -0.1).passed()).isTrue();
    assertThat(perfect(true, true, 0.1, -0.21).passed()).isFalse();
    assertThat(perfect(true, true, 0.1, -0.21).allowed()).isEqualTo(1);
    assertThat(perfect(true, true, 0.1, -0.21).largest()).isEqualTo(0.21);
    assertThat(perfect(true, true, Double.NaN).passed()).isFalse();
    assertThat(perfect(true, false, 0.1).passed()).isFalse();
    assertThat(perfect(false, false, 1e-3).passed()).isTrue();
  }

  private static PerfectTwin perfect(boolean withPrior, boolean converged, double... errors) {
    return new PerfectTwin(withPrior, converged, "", 3, 1, new double[errors.length], errors);
  }

  @Test
  void aFailedMinimisationIsAMiss() {
    double[] errors = {0.1, -0.2, 0.9, 1, -0.5, -1, 0.3, 1.1, -2, 3};
    double[] parameters = {0.5, 1.5};
    double[] all = {0, 0};
    TwinDraw.Parameters found = new TwinDraw.Parameters(all, all, all);
    TwinDraw good = new TwinDraw(1, 1, errors, parameters, found, 5, 7, true, "near", 8);
    TwinDraw failed = new TwinDraw(2, 1.2, errors, parameters, found, 6, 7, false, "limit", 50);
    TwinCoverage coverage = new TwinCoverage(List.of(good, failed));
    assertThat(coverage.coverage()).isEqualTo(0.35);
    assertThat(coverage.meanError()).isCloseTo(1.1, within(1e-15));
    assertThat(coverage.parameterCoverage()).isEqualTo(0.25);
    assertThat(coverage.standardError()).isCloseTo(0.1, within(1e-15));
    // 2 (7 - 5)/2 and 2 (7 - 6)/2
    assertThat(coverage.meanCostRatio()).isEqualTo(1.5);
    assertThat(coverage.failures()).isEqualTo(1);
    assertThat(coverage.passed()).isFalse();
    assertThat(new TwinCoverage(List.of(good)).passed()).isTrue();
    assertThatThrownBy(() -> new TwinCoverage(List.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
