package org.ccdas.assimilate.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.ccdas.inputs.random.NormalStream;
import org.junit.jupiter.api.Test;

class PriorTermTest {
  @Test
  void isHalfTheSquaredDistance() {
    PriorTerm term = new PriorTerm(3);
    assertThat(term.count()).isEqualTo(3);
    assertThat(term.value(new double[3])).isZero();
    assertThat(term.value(new double[] {1, -2, 3})).isEqualTo(7);
    assertThat(term.gradient(new double[] {1, -2, 3})).containsExactly(1, -2, 3);
  }

  @Test
  void gradientIsTheDerivative() {
    double[] x = new NormalStream(1).next(20);
    PriorTerm term = new PriorTerm(20);
    double[] gradient = term.gradient(x);
    for (int i = 0; i < 20; i++) {
      double[] upper = x.clone();
      double[] lower = x.clone();
      upper[i] += 0.5;
      lower[i] -= 0.5;
      assertThat(term.value(upper) - term.value(lower)).isCloseTo(gradient[i], within(1e-13));
    }
  }

  @Test
  void handsOutItsOwnArrays() {
    double[] x = {1, 2};
    new PriorTerm(2).gradient(x)[0] = 9;
    assertThat(x).containsExactly(1, 2);
  }

  @Test
  void refusesOtherLengths() {
    assertThatThrownBy(() -> new PriorTerm(2).value(new double[3]))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new PriorTerm(2).gradient(new double[1]))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new PriorTerm(0)).isInstanceOf(IllegalArgumentException.class);
  }
}
