package org.ccdas.assimilate.minimise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class CandidateValueTest {
  private static final List<Candidate> ASKED =
      List.of(
          new Candidate(7, new double[2], Derivative.GRADIENT),
          new Candidate(8, new double[2], Derivative.COST),
          new Candidate(9, new double[2], Derivative.GRADIENT));

  @Test
  void comesInAnyOrder() {
    List<CandidateValue> ordered =
        CandidateValue.inOrderOf(
            ASKED,
            List.of(
                CandidateValue.of(9, Double.NaN),
                CandidateValue.of(7, 1, new double[] {2, 3}),
                CandidateValue.of(8, 4)));
    assertThat(ordered).extracting(CandidateValue::id).containsExactly(7, 8, 9);
    assertThat(ordered.get(0).gradient()).containsExactly(2, 3);
    assertThat(ordered.get(1).cost()).isEqualTo(4);
    assertThat(ordered.get(2).isFinite()).isFalse();
  }

  @Test
  void mustBeComplete() {
    CandidateValue seven = CandidateValue.of(7, 1, new double[2]);
    CandidateValue eight = CandidateValue.of(8, 1);
    assertRefused("No answer to candidate 9", seven, eight);
    assertRefused("none", seven, eight, CandidateValue.of(9, 1));
    assertRefused("got 3", seven, eight, CandidateValue.of(9, 1, new double[3]));
    assertRefused("twice", seven, seven, eight, CandidateValue.of(9, 1, new double[2]));
    assertRefused(
        "[10]", seven, eight, CandidateValue.of(9, 1, new double[2]), CandidateValue.of(10, 1));
  }

  private static void assertRefused(String message, CandidateValue... answers) {
    assertThatThrownBy(() -> CandidateValue.inOrderOf(ASKED, List.of(answers)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
  }

  @Test
  void isFiniteWithItsGradient() {
    assertThat(CandidateValue.of(1, 2).isFinite()).isTrue();
    assertThat(CandidateValue.of(1, Double.POSITIVE_INFINITY).isFinite()).isFalse();
    assertThat(CandidateValue.of(1, 2, new double[] {1, Double.NaN}).isFinite()).isFalse();
    assertThat(CandidateValue.of(1, 2).hasGradient()).isFalse();
    assertThatThrownBy(() -> CandidateValue.of(1, 2).gradient())
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void aHessianMustFitTheGradient() {
    List<Candidate> asked = List.of(new Candidate(1, new double[2], Derivative.HESSIAN));
    double[] gradient = {1, 2};
    CandidateValue complete = CandidateValue.of(1, 5, gradient, new double[] {1, 2, 3});
    assertThat(CandidateValue.inOrderOf(asked, List.of(complete)).get(0).hessian())
        .containsExactly(1, 2, 3);
    assertThat(CandidateValue.inOrderOf(asked, List.of(CandidateValue.of(1, Double.NaN))))
        .hasSize(1);
    for (CandidateValue incomplete :
        List.of(
            CandidateValue.of(1, 5, gradient),
            CandidateValue.of(1, 5, gradient, new double[] {1, 2}))) {
      assertThatThrownBy(() -> CandidateValue.inOrderOf(asked, List.of(incomplete)))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("Candidate 1 wants a Hessian of 3 values, got ");
    }
    assertThat(CandidateValue.of(1, 5, gradient, new double[] {1, Double.NaN, 3}).isFinite())
        .isFalse();
    assertThatThrownBy(() -> CandidateValue.of(1, 2, gradient).hessian())
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void keepsItsArrays() {
    double[] gradient = {1, 2};
    CandidateValue evaluated = CandidateValue.of(1, 0, gradient);
    gradient[0] = 9;
    evaluated.gradient()[1] = 9;
    assertThat(evaluated.gradient()).containsExactly(1, 2);
    double[] x = {1, 2};
    Candidate candidate = new Candidate(1, x, Derivative.COST);
    x[0] = 9;
    candidate.x()[1] = 9;
    assertThat(candidate.x()).containsExactly(1, 2);
    assertThat(candidate)
        .isEqualTo(new Candidate(1, new double[] {1, 2}, Derivative.COST))
        .hasSameHashCodeAs(new Candidate(1, new double[] {1, 2}, Derivative.COST))
        .isNotEqualTo(new Candidate(1, new double[] {1, 3}, Derivative.COST))
        .isNotEqualTo(new Candidate(2, new double[] {1, 2}, Derivative.COST))
        .isNotEqualTo(new Candidate(1, new double[] {1, 2}, Derivative.GRADIENT));
  }
}
