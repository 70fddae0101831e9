package org.ccdas.assimilate.posterior;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.ccdas.inputs.random.NormalStream;
import org.junit.jupiter.api.Test;

class EnsembleDrawTest {
  @Test
  void takesTheFirstDrawWithinTheBoundAndCountsTheOthers() {
    int thrownAway = 0;
    for (int seed = 0; seed < 200; seed++) {
      EnsembleDraw draw = EnsembleDraw.of(r -> r.next(3), new NormalStream(seed), 1);
      assertThat(Bound.holds(draw.x(), 1)).isTrue();
      NormalStream again = new NormalStream(seed);
      for (int skipped = 0; skipped < draw.thrownAway(); skipped++) {
        assertThat(Bound.holds(again.next(3), 1)).isFalse();
      }
      assertThat(again.next(3)).isEqualTo(draw.x());
      thrownAway += draw.thrownAway();
    }
    // P(all three within 1) = 0.6827^3 = 0.318: 2.14 thrown away for each kept, sd 0.18 of 200
    assertThat(thrownAway / 200.0).isBetween(1.5, 2.8);
  }

  @Test
  void saysWhenTheDistributionLiesBeyondTheBound() {
    assertThatThrownBy(
            () -> EnsembleDraw.of(r -> new double[] {9, r.next()}, new NormalStream(1), 4))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("within 4.0");
  }

  @Test
  void aNumberThatIsNoneIsBeyondEveryBound() {
    assertThat(Bound.holds(new double[] {4, -4}, 4)).isTrue();
    assertThat(Bound.holds(new double[] {0, Double.NaN}, 4)).isFalse();
  }
}
