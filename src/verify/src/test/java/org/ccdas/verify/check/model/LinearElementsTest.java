package org.ccdas.verify.check.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.ccdas.assimilate.evaluation.Evaluation;
import org.ccdas.assimilate.evaluation.LinearElements;
import org.ccdas.assimilate.evaluation.LocalEvaluation;
import org.ccdas.assimilate.minimise.Candidate;
import org.ccdas.assimilate.minimise.Derivative;
import org.ccdas.assimilate.minimise.Elimination;
import org.ccdas.bethy.lane.Dependence;
import org.ccdas.inputs.control.ControlVector;
import org.ccdas.inputs.random.NormalStream;
import org.ccdas.observe.stream.StreamOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What streams declare of their elements is so: of all that are installed, at random points. */
class LinearElementsTest {
  private static final CheckWorld WORLD = CheckWorld.of(5);
  private static final LocalEvaluation EVALUATION =
      new LocalEvaluation(WORLD.setup(), WORLD.blocks());
  private static final ControlVector CONTROL = WORLD.setup().control();
  private static final Elimination LINEAR =
      LinearElements.eliminable(WORLD.setup(), 4).orElseThrow();

  private static double[] draw(long seed) {
    return new NormalStream(seed).next(CONTROL.size());
  }

  /** The point whose linear elements have the mean physical values of those of two others. */
  private static double[] between(double[] one, double[] other) {
    double[] p = CONTROL.physical(one);
    double[] q = CONTROL.physical(other);
    Arrays.setAll(p, i -> (p[i] + q[i]) / 2);
    return LINEAR.with(one, LINEAR.eliminated(CONTROL.inverse(p)));
  }

  @Test
  void theyAreTheFactorsOfRespirationTheOffsetAndBackgroundFactors() {
    List<String> labels =
        Arrays.stream(LINEAR.elements()).mapToObj(i -> CONTROL.parameter(i).symbol()).toList();
    assertThat(labels)
        .hasSize(15)
        .containsOnly("beta", "c0", "f_fossil")
        .containsOnlyOnce("c0", "f_fossil");
  }

  /** m((b1 + b2) / 2) = (m(b1) + m(b2)) / 2, all linear elements moving at once. */
  @ParameterizedTest
  @ValueSource(longs = {11, 12, 13})
  void modelledObservationsAreAffineInThem(long seed) {
    double[] x = draw(seed);
    double[] other = LINEAR.with(x, LINEAR.eliminated(draw(seed + 50)));
    Evaluation one = EVALUATION.cost(x);
    Evaluation two = EVALUATION.cost(other);
    Evaluation middle = EVALUATION.cost(between(x, other));
    for (StreamOperator stream : WORLD.setup().streams()) {
      double[] a = one.stream(stream.name()).modelled();
      double[] b = two.stream(stream.name()).modelled();
      double[] m = middle.stream(stream.name()).modelled();
      boolean seen =
          Arrays.stream(LINEAR.elements())
              .anyMatch(i -> stream.dependence(CONTROL.parameter(i)) == Dependence.AFFINE);
      if (!seen) {
        assertThat(b).as(stream.name()).isEqualTo(a);
        continue;
      }
      double moved = 0;
      for (int i = 0; i < a.length; i++) {
        assertThat(m[i]).as(stream.name()).isCloseTo((a[i] + b[i]) / 2, within(1e-11 * 400));
        moved = Math.max(moved, Math.abs(a[i] - b[i]));
      }
      assertThat(moved).isGreaterThan(1);
    }
  }

  /** One run of the model tells the costs for all values of the linear elements. */
  @Test
  void theCostAtTheBestIsThatOfARunThere() {
    double[] x = draw(21);
    Evaluation best = evaluated(LINEAR.atBest(x));
    double there = EVALUATION.cost(best.x()).cost();
    assertThat(best.cost()).isCloseTo(there, within(1e-11 * there));
    assertThat(there).isLessThan(EVALUATION.cost(x).cost());
    // values of the candidate are counted from there
    double[] besides = LINEAR.with(x, LINEAR.eliminated(draw(22)));
    Evaluation offBest = evaluated(besides);
    double[] expected = best.x();
    for (int element : LINEAR.elements()) {
      expected[element] += besides[element];
    }
    assertThat(offBest.x()).containsExactly(expected, within(1e-9));
    double costThere = EVALUATION.cost(offBest.x()).cost();
    assertThat(offBest.cost()).isCloseTo(costThere, within(1e-11 * costThere));
    for (int element : LINEAR.elements()) {
      double[] moved = best.x();
      moved[element] += Math.abs(moved[element]) > 3.5 ? -0.5 * moved[element] : 0.5;
      assertThat(EVALUATION.cost(moved).cost()).isGreaterThan(there);
    }
  }

  private static Evaluation evaluated(double[] x) {
    return EVALUATION.evaluate(new Candidate(0, x, Derivative.COST, LINEAR));
  }

  @Test
  void thoseWhosePriorIsNotConvexAreSearched() {
    // bound ln(1.25) < 1 up to 4.48
    assertThat(LinearElements.eliminable(WORLD.setup(), 4.4).orElseThrow().count()).isEqualTo(15);
    assertThat(LinearElements.eliminable(WORLD.setup(), 4.6).orElseThrow().count()).isEqualTo(2);
  }
}
