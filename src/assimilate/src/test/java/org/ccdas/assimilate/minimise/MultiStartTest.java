package org.ccdas.assimilate.minimise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MultiStartTest {
  /** (x^2 - 1)^2 + x / 10: a lower minimum near -1, another near 1. */
  private static CandidateValue twoMinima(int id, double[] x) {
    double u = x[0] * x[0] - 1;
    double cost = u * u + x[0] / 10;
    double gradient = 4 * x[0] * u + 0.1;
    double hessian = 8 * x[0] * x[0];
    return CandidateValue.of(id, cost, new double[] {gradient}, new double[] {hessian});
  }

  private static GaussNewton from(double x) {
    return GaussNewton.start(
        new double[] {x},
        new GaussNewton.Settings(1e-3, 4, 1e-10, new StoppingRule(0, 0, 50, 200)));
  }

  private static MultiStart three() {
    return MultiStart.of(List.of(from(0.8), from(-1.2), from(1.4)));
  }

  @Test
  void givesTheLowestOfTheMinima() {
    Minimiser end = MinimiserTest.run(three(), MultiStartTest::twoMinima);
    assertThat(end.converged()).isTrue();
    assertThat(end.x()[0]).isCloseTo(-1.0125, within(1e-3));
    assertThat(end.cost()).isEqualTo(twoMinima(0, end.x()).cost());
    assertThat(end.reason()).endsWith("(lowest of 3 starts, 3 of which converged)");
    List<Minimiser> members = ((MultiStart) end).members();
    assertThat(members.get(0).x()[0]).isCloseTo(0.987, within(1e-3));
    assertThat(members.get(2).x()[0]).isCloseTo(members.get(0).x()[0], within(1e-4));
    assertThat(end.history()).isEqualTo(members.get(1).history());
    assertThat(end.evaluations())
        .isEqualTo(members.stream().mapToInt(Minimiser::evaluations).sum());
    assertThat(end.passes())
        .isEqualTo(members.stream().mapToInt(Minimiser::passes).max().getAsInt());
  }

  @Test
  void everyMemberGoesAsItWouldAlone() {
    MultiStart end = (MultiStart) MinimiserTest.run(three(), MultiStartTest::twoMinima);
    Minimiser alone = MinimiserTest.run(from(1.4), MultiStartTest::twoMinima);
    assertThat(end.members().get(2).x()).isEqualTo(alone.x());
    assertThat(end.members().get(2).history()).isEqualTo(alone.history());
  }

  @Test
  void candidatesOfARoundHaveTheirOwnIds() {
    Minimiser minimiser = three();
    List<Integer> seen = new ArrayList<>();
    while (!minimiser.finished()) {
      minimiser.candidates().forEach(candidate -> seen.add(candidate.id()));
      minimiser = minimiser.advance(MinimiserTest.answer(minimiser, MultiStartTest::twoMinima));
    }
    assertThat(seen).doesNotHaveDuplicates().hasSize(minimiser.evaluations());
  }

  @Test
  void refusesAnswersNobodyAskedFor() {
    MultiStart minimiser = three();
    List<CandidateValue> answers = MinimiserTest.answer(minimiser, MultiStartTest::twoMinima);
    assertThatThrownBy(() -> minimiser.advance(answers.subList(0, 2)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> MultiStart.of(List.of())).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aStartWithoutCostDoesNotStopTheOthers() {
    Minimiser end =
        MinimiserTest.run(
            three(), (id, x) -> x[0] == 0.8 ? CandidateValue.of(id, Double.NaN) : twoMinima(id, x));
    assertThat(end.converged()).isTrue();
    assertThat(end.reason()).endsWith("(lowest of 3 starts, 2 of which converged)");
  }

  @Test
  void goesThroughAFileBitForBit() {
    Minimiser straight = three();
    while (!straight.finished()) {
      MinimiserState state = new MinimiserState(Map.of(), straight);
      MinimiserState restored = MinimiserState.fromJson("test", state.toJson());
      assertThat(restored.toJson()).isEqualTo(state.toJson());
      assertThat(restored.minimiser().candidates()).isEqualTo(straight.candidates());
      straight = straight.advance(MinimiserTest.answer(straight, MultiStartTest::twoMinima));
    }
  }
}
