package org.ccdas.assimilate.minimise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Residuals (p - 1)/2 and 10 (b exp(p) - 2), the second linear in b: the minimum over b is b = 2
 * exp(-p), and what is left is (p - 1)^2/8.
 */
class EliminatingTest {
  private static final Elimination SECOND = new Elimination(2, new int[] {1}, 4);

  private static Eliminating start() {
    return Eliminating.start(
        GaussNewton.start(new double[] {-0.5}, GaussNewton.Settings.STANDARD), SECOND);
  }

  private static CandidateValue answer(Candidate candidate) {
    assertThat(candidate.elimination()).isEqualTo(SECOND);
    double p = candidate.x()[0];
    double[] x = {p, 2 * Math.exp(-p)};
    double cost = (p - 1) * (p - 1) / 8;
    CandidateValue value =
        candidate.wanted() == Derivative.COST
            ? CandidateValue.of(candidate.id(), cost)
            : CandidateValue.of(
                candidate.id(), cost, new double[] {(p - 1) / 4, 0}, new double[] {0.25});
    return value.at(x);
  }

  private static Minimiser advance(Minimiser minimiser) {
    return minimiser.advance(minimiser.candidates().stream().map(EliminatingTest::answer).toList());
  }

  @Test
  void searchesTheOthersAndKnowsWhatWasEliminated() {
    Minimiser minimiser = start();
    assertThat(minimiser.x()).containsExactly(-0.5, 0);
    assertThat(minimiser.gradient()).containsOnly(Double.NaN);
    minimiser = advance(minimiser);
    assertThat(minimiser.x()).containsExactly(-0.5, 2 * Math.exp(0.5));
    while (!minimiser.finished()) {
      minimiser = advance(minimiser);
    }
    assertThat(minimiser.converged()).isTrue();
    assertThat(minimiser.x()[0]).isCloseTo(1, within(1e-2));
    assertThat(minimiser.x()[1]).isEqualTo(2 * Math.exp(-minimiser.x()[0]));
    assertThat(minimiser.gradient()).hasSize(2);
    assertThat(minimiser.history()).hasSize(minimiser.iterations() + 1);
  }

  @Test
  void candidatesDoNotDependOnWhatIsEliminated() {
    Minimiser minimiser = advance(start());
    assertThat(minimiser.candidates()).allSatisfy(c -> assertThat(c.x()[1]).isZero());
  }

  @Test
  void goesThroughAFileWithTheSameBits() {
    Minimiser minimiser = advance(start());
    String json = new MinimiserState(Map.of(), minimiser).toJson();
    Minimiser read = MinimiserState.fromJson("state", json).minimiser();
    assertThat(read).isInstanceOf(Eliminating.class);
    assertThat(new MinimiserState(Map.of(), read).toJson()).isEqualTo(json);
    Minimiser straight = advance(minimiser);
    Minimiser resumed = advance(read);
    assertThat(resumed.x()).isEqualTo(straight.x());
    assertThat(resumed.candidates()).isEqualTo(straight.candidates());
  }

  @Test
  void ridesBesideOthers() {
    Minimiser two = MultiStart.of(List.of(start(), start()));
    assertThat(two.candidates()).hasSize(2).allSatisfy(c -> assertThat(c.x()).hasSize(2));
    while (!two.finished()) {
      two = advance(two);
    }
    assertThat(two.converged()).isTrue();
    assertThat(two.x()).hasSize(2);
  }

  @Test
  void tellsOfTheBound() {
    Eliminating minimiser = start();
    while (!minimiser.finished()) {
      List<CandidateValue> answers =
          minimiser.candidates().stream()
              .map(c -> answer(c).at(new double[] {c.x()[0], 4}))
              .toList();
      minimiser = minimiser.advance(answers);
    }
    assertThat(minimiser.reason()).endsWith("; of those that enter linearly: 1");
  }

  @Test
  void refusesWhatDoesNotFit() {
    assertThatThrownBy(() -> new Elimination(2, new int[] {0, 1}, 4))
        .hasMessage("2 of 2 elements within 4.0");
    assertThatThrownBy(() -> new Elimination(2, new int[] {2}, 4))
        .hasMessageContaining("not rising indices");
    assertThatThrownBy(() -> new Candidate(0, new double[3], Derivative.COST, SECOND))
        .hasMessageContaining("3 values");
    Minimiser minimiser = start();
    assertThatThrownBy(
            () ->
                minimiser.advance(
                    List.of(CandidateValue.of(0, 1, new double[2], new double[] {1}))))
        .hasMessage("The answer to candidate 0 does not say where");
  }
}
