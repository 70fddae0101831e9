package org.ccdas.assimilate.minimise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.ccdas.inputs.random.NormalStream;
import org.ccdas.observe.normal.LowerTriangle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every minimiser must do. A test of a minimiser extends this. */
abstract class MinimiserTest {
  private static final StoppingRule TIGHT = new StoppingRule(1e-12, 0, 1000, 2000);

  /** Cost, gradient and Hessian at a control vector. */
  interface Cost {
    CandidateValue at(int id, double[] x);
  }

  /** The minimiser before its first evaluation. */
  abstract Minimiser start(double[] x0, double bound, StoppingRule stopping);

  static List<Problem> problems() {
    return PublishedProblems.all();
  }

  static List<CandidateValue> answer(Minimiser minimiser, Cost cost) {
    List<CandidateValue> answers = new ArrayList<>();
    for (Candidate candidate : minimiser.candidates()) {
      answers.add(cost.at(candidate.id(), candidate.x()));
    }
    Collections.reverse(answers);
    return answers;
  }

  static Minimiser run(Minimiser minimiser, Cost cost) {
    Minimiser now = minimiser;
    while (!now.finished()) {
      now = now.advance(answer(now, cost));
    }
    return now;
  }

  private Minimiser unbounded(double[] x0, StoppingRule stopping) {
    return start(x0, Double.POSITIVE_INFINITY, stopping);
  }

  /** 1/2 x'Hx - b'x with H = I + diag of 0..10^4, turned: like a cost with prior. */
  private static Cost quadratic(double[] minimum) {
    int n = minimum.length;
    double[] turn = new NormalStream(5).next(n);
    double square = Arrays.stream(turn).map(v -> v * v).sum();
    double[] hessian = new double[LowerTriangle.length(n)];
    for (int i = 0; i < n; i++) {
      double[] unit = new double[n];
      unit[i] = 1;
      double d = 1 + (i == 0 ? 0 : Math.pow(10, 4.0 * i / (n - 1)));
      LowerTriangle.addOuter(hessian, d, reflect(unit, turn, square));
    }
    return (id, x) -> {
      // Householder reflection Q = I - 2 tt'/t't, H = Q D Q
      double[] e = new double[n];
      Arrays.setAll(e, i -> x[i] - minimum[i]);
      double[] rotated = reflect(e, turn, square);
      double cost = 0;
      for (int i = 0; i < n; i++) {
        double d = 1 + (i == 0 ? 0 : Math.pow(10, 4.0 * i / (n - 1)));
        cost += d * rotated[i] * rotated[i] / 2;
        rotated[i] *= d;
      }
      return CandidateValue.of(id, cost, reflect(rotated, turn, square), hessian);
    };
  }

  private static double[] reflect(double[] v, double[] turn, double square) {
    double along = 0;
    for (int i = 0; i < v.length; i++) {
      along += turn[i] * v[i];
    }
    double[] reflected = new double[v.length];
    for (int i = 0; i < v.length; i++) {
      reflected[i] = v[i] - 2 * turn[i] * along / square;
    }
    return reflected;
  }

  @ParameterizedTest
  @MethodSource("problems")
  void findsPublishedMinima(Problem problem) {
    Minimiser end = run(unbounded(problem.start(), TIGHT), problem::evaluate);
    double minimum = problem.nearestMinimum(end.cost());
    assertThat(end.cost())
        .as("%s after %d evaluations: %s", problem, end.evaluations(), end.reason())
        .isCloseTo(minimum, within(1e-8 + 1e-5 * minimum));
    assertThat(end.converged()).as(end.reason()).isTrue();
    if (problem.solution() != null) {
      for (int i = 0; i < problem.solution().length; i++) {
        double expected = problem.solution()[i];
        assertThat(end.x()[i])
            .isCloseTo(expected, within(1e-3 * Math.max(1e-5, Math.abs(expected))));
      }
    }
  }

  @Test
  void solvesAnIllConditionedQuadratic() {
    double[] minimum = new NormalStream(8).next(50);
    Minimiser end =
        run(unbounded(new double[50], new StoppingRule(1e-9, 0, 1000, 2000)), quadratic(minimum));
    assertThat(end.converged()).as(end.reason()).isTrue();
    for (int i = 0; i < 50; i++) {
      assertThat(end.x()[i]).isCloseTo(minimum[i], within(1e-4));
    }
  }

  @Test
  void shortensTheStepWhereTheCostHasNoValue() {
    Problem rosenbrock = PublishedProblems.all().get(0);
    int[] unanswered = {0};
    Cost walled =
        (id, x) -> {
          if (x[1] > 1.2 || x[1] < -0.5) {
            unanswered[0]++;
            return CandidateValue.of(id, Double.NaN);
          }
          return rosenbrock.evaluate(id, x);
        };
    // the first step from the start goes over the wall
    Minimiser end = run(unbounded(rosenbrock.start(), TIGHT), walled);
    assertThat(unanswered[0]).isPositive();
    assertThat(end.converged()).as(end.reason()).isTrue();
    assertThat(end.x()[0]).isCloseTo(1, within(1e-6));
  }

  @Test
  void countsAnInfiniteGradientAsNoValue() {
    Problem rosenbrock = PublishedProblems.all().get(0);
    Cost once =
        (id, x) ->
            id == 3
                ? CandidateValue.of(id, 0, new double[] {Double.NaN, 0})
                : rosenbrock.evaluate(id, x);
    Minimiser end = run(unbounded(rosenbrock.start(), TIGHT), once);
    assertThat(end.x()[1]).isCloseTo(1, within(1e-6));
  }

  @Test
  void endsWhenTheStartHasNoValue() {
    Minimiser end =
        run(unbounded(new double[2], TIGHT), (id, x) -> CandidateValue.of(id, Double.NaN));
    assertThat(end.converged()).isFalse();
    assertThat(end.reason()).contains("not finite at the start");
    assertThat(end.cost()).isNaN();
    assertThat(end.gradient()).containsExactly(Double.NaN, Double.NaN);
    assertThat(end.x()).containsExactly(0, 0);
  }

  @Test
  void endsAtOnceWhereTheGradientIsZero() {
    double[] minimum = new NormalStream(8).next(4);
    Minimiser end = run(unbounded(minimum, TIGHT), quadratic(minimum));
    assertThat(end.converged()).isTrue();
    assertThat(end.evaluations()).isEqualTo(1);
    assertThat(end.reason()).contains("zero at the start");
  }

  @Test
  void neverAsksBeyondTheBound() {
    double bound = 4;
    double[] minimum = {9, -1, 3.9, -6, 0.5};
    Cost inner = quadratic(minimum);
    Cost bounded =
        (id, x) -> {
          assertThat(Arrays.stream(x).map(Math::abs).max().getAsDouble())
              .isLessThanOrEqualTo(bound);
          return inner.at(id, x);
        };
    Minimiser end = run(start(new double[5], bound, new StoppingRule(1e-8, 0, 500, 500)), bounded);
    assertThat(end.converged()).as(end.reason()).isTrue();
    assertThat(end.reason()).contains("on the bound 4.0");
    // first-order conditions: no gradient inside, outwards on the bound
    for (int i = 0; i < 5; i++) {
      if (Math.abs(end.x()[i]) == bound) {
        assertThat(end.gradient()[i] * end.x()[i]).isNegative();
      } else {
        assertThat(end.gradient()[i]).isCloseTo(0, within(0.1));
      }
    }
  }

  @Test
  void findsAMinimumInsideTheBoundByWayOfTheBound() {
    // the valley of Rosenbrock, moved so that it is cut by the box
    Problem rosenbrock = PublishedProblems.all().get(0);
    Minimiser end =
        run(start(new double[] {-1.2, 1}, 1.2, TIGHT), (id, x) -> rosenbrock.evaluate(id, x));
    assertThat(end.converged()).as(end.reason()).isTrue();
    assertThat(end.x()[0]).isCloseTo(1, within(1e-6));
  }

  @Test
  void refusesAStartBeyondTheBound() {
    assertThatThrownBy(() -> start(new double[] {0, 4.1}, 4, TIGHT))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> start(new double[] {Double.NaN}, 4, TIGHT))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void refusesAnswersNobodyAskedFor() {
    Problem problem = PublishedProblems.all().get(0);
    Minimiser minimiser = unbounded(problem.start(), TIGHT);
    List<CandidateValue> right = answer(minimiser, problem::evaluate);
    assertRefused(minimiser, List.of(), "No answer");
    assertRefused(minimiser, with(right, CandidateValue.of(77, 1, new double[2])), "asked for");
    assertRefused(minimiser, with(right, right.get(0)), "twice");
    int id = minimiser.candidates().get(0).id();
    assertRefused(minimiser, List.of(CandidateValue.of(id, 1, new double[3])), "gradient of 2");
    assertRefused(minimiser, List.of(CandidateValue.of(id, 1)), "got none");
    Minimiser end = run(minimiser, problem::evaluate);
    assertThat(end.candidates()).isEmpty();
    assertThatThrownBy(() -> end.advance(List.of())).isInstanceOf(IllegalStateException.class);
  }

  private static List<CandidateValue> with(List<CandidateValue> answers, CandidateValue another) {
    List<CandidateValue> more = new ArrayList<>(answers);
    more.add(another);
    return more;
  }

  private static void assertRefused(
      Minimiser minimiser, List<CandidateValue> answers, String message) {
    assertThatThrownBy(() -> minimiser.advance(answers))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
  }

  @Test
  void stopsAtItsLimitsAndSaysSo() {
    Problem problem = PublishedProblems.all().get(0);
    Minimiser few =
        run(unbounded(problem.start(), new StoppingRule(0, 0, 5, 100)), problem::evaluate);
    assertThat(few.converged()).isFalse();
    assertThat(few.iterations()).isEqualTo(5);
    assertThat(few.reason()).isEqualTo("the limit of 5 iterations was reached");
    Minimiser fewer =
        run(unbounded(problem.start(), new StoppingRule(0, 0, 100, 7)), problem::evaluate);
    assertThat(fewer.evaluations()).isEqualTo(7);
    assertThat(fewer.reason()).isEqualTo("the limit of 7 evaluations was reached");
    assertThat(fewer.cost()).isLessThan(problem.cost(problem.start()));
  }

  @Test
  void stopsByItsTolerancesAndSaysSo() {
    Problem problem = PublishedProblems.all().get(0);
    Minimiser flat =
        run(unbounded(problem.start(), new StoppingRule(1e-2, 0, 100, 100)), problem::evaluate);
    assertThat(flat.converged()).isTrue();
    assertThat(flat.reason()).startsWith("the gradient norm fell to ");
    Cost raised =
        (id, x) -> {
          CandidateValue low = problem.evaluate(id, x);
          return CandidateValue.of(id, low.cost() + 1e3, low.gradient(), low.hessian());
        };
    Minimiser still = run(unbounded(problem.start(), new StoppingRule(0, 1e-4, 100, 100)), raised);
    assertThat(still.converged()).isTrue();
    assertThat(still.reason()).contains("in the last 3 steps");
  }

  @Test
  void historyTellsEveryStep() {
    Problem problem = PublishedProblems.all().get(9);
    Minimiser end = run(unbounded(problem.start(), TIGHT), problem::evaluate);
    List<Iteration> history = end.history();
    assertThat(history).hasSize(end.iterations() + 1);
    for (int k = 0; k < history.size(); k++) {
      assertThat(history.get(k).iteration()).isEqualTo(k);
      if (k > 0) {
        assertThat(history.get(k).cost()).isLessThan(history.get(k - 1).cost());
        assertThat(history.get(k).evaluations()).isGreaterThan(history.get(k - 1).evaluations());
        assertThat(history.get(k).step()).isPositive();
      }
    }
    assertThat(history.get(0).cost()).isEqualTo(problem.cost(problem.start()));
    Iteration last = history.get(history.size() - 1);
    assertThat(last.cost()).isEqualTo(end.cost()).isEqualTo(problem.cost(end.x()));
    double norm = Math.sqrt(Arrays.stream(end.gradient()).map(g -> g * g).sum());
    assertThat(last.gradientNorm()).isCloseTo(norm, within(1e-15));
  }

  /** A state that went to JSON and back, at every step, gives the same bits to the end. */
  @ParameterizedTest
  @MethodSource("problems")
  void goesOnAfterARestoreBitForBit(Problem problem) {
    StoppingRule stopping = new StoppingRule(1e-9, 0, 1000, 60);
    Minimiser straight = unbounded(problem.start(), stopping);
    Minimiser restored = restore(straight);
    int steps = 0;
    while (!straight.finished()) {
      assertThat(restored.candidates()).isEqualTo(straight.candidates());
      straight = straight.advance(answer(straight, problem::evaluate));
      restored = restore(restored.advance(answer(restored, problem::evaluate)));
      assertThat(json(restored)).isEqualTo(json(straight));
      steps++;
    }
    assertThat(steps).isGreaterThan(3);
    assertThat(restored.finished()).isTrue();
    assertThat(restored.x()).isEqualTo(straight.x());
    assertThat(restored.reason()).isEqualTo(straight.reason());
  }

  private static String json(Minimiser minimiser) {
    return new MinimiserState(Map.of(), minimiser).toJson();
  }

  private static Minimiser restore(Minimiser minimiser) {
    return MinimiserState.fromJson("test", json(minimiser)).minimiser();
  }

  @Test
  void statesAreImmutable() {
    Problem problem = PublishedProblems.all().get(0);
    Minimiser minimiser = unbounded(problem.start(), TIGHT);
    for (int k = 0; k < 8; k++) {
      String before = json(minimiser);
      minimiser.candidates().get(0).x()[0] = 99;
      minimiser.x()[0] = 99;
      minimiser.gradient()[0] = 99;
      Minimiser next = minimiser.advance(answer(minimiser, problem::evaluate));
      assertThat(json(minimiser)).isEqualTo(before);
      assertThat(json(minimiser.advance(answer(minimiser, problem::evaluate))))
          .isEqualTo(json(next));
      minimiser = next;
    }
  }
}
