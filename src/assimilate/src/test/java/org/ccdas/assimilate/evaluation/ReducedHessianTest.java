package org.ccdas.assimilate.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.ccdas.assimilate.minimise.Elimination;
import org.junit.jupiter.api.Test;

class ReducedHessianTest {
  /** Rows 4; 1 5; 2 3 6. */
  private static final double[] HESSIAN = {4, 1, 5, 2, 3, 6};

  private static final Elimination SECOND = new Elimination(3, new int[] {1}, 4);

  @Test
  void isSchursComplement() {
    // 4 - 1/5, 2 - 3/5, 6 - 9/5
    assertThat(ReducedHessian.of(HESSIAN, SECOND, new double[3]))
        .containsExactly(new double[] {3.8, 1.4, 4.2}, within(1e-14));
  }

  @Test
  void elementsOnTheBoundTakeNoPart() {
    assertThat(ReducedHessian.of(HESSIAN, SECOND, new double[] {0, -4, 0}))
        .containsExactly(4, 2, 6);
  }

  @Test
  void whatHasNoValueStaysWithout() {
    double[] unknown = {4, 1, Double.NaN, 2, 3, 6};
    assertThat(ReducedHessian.of(unknown, SECOND, new double[3])).contains(Double.NaN);
  }
}
