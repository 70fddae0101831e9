package org.ccdas.assimilate.minimise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.apache.commons.math3.analysis.differentiation.DerivativeStructure;
import org.ccdas.assimilate.minimise.WolfeSearch.Phase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Functions of Moré and Thuente, ACM Transactions on Mathematical Software 20 (1994) 286-307. */
class WolfeSearchTest {
  private interface Phi {
    DerivativeStructure at(DerivativeStructure step);
  }

  private static final List<Phi> FUNCTIONS =
      List.of(
          // -a / (a^2 + 2)
          a -> a.negate().divide(a.multiply(a).add(2)),
          // (a + 0.004)^5 - 2 (a + 0.004)^4
          a -> a.add(0.004).pow(5).subtract(a.add(0.004).pow(4).multiply(2)),
          yanai(0.001, 0.001),
          yanai(0.01, 0.001),
          yanai(0.001, 0.01));

  /** gamma(b1) sqrt((1 - a)^2 + b2^2) + gamma(b2) sqrt(a^2 + b1^2). */
  private static Phi yanai(double b1, double b2) {
    double g1 = Math.sqrt(1 + b1 * b1) - b1;
    double g2 = Math.sqrt(1 + b2 * b2) - b2;
    return a ->
        a.negate()
            .add(1)
            .pow(2)
            .add(b2 * b2)
            .sqrt()
            .multiply(g1)
            .add(a.pow(2).add(b1 * b1).sqrt().multiply(g2));
  }

  private static DerivativeStructure at(Phi phi, double step) {
    return phi.at(new DerivativeStructure(1, 1, 0, step));
  }

  private static WolfeSearch start(Phi phi, double first, double limit) {
    DerivativeStructure zero = at(phi, 0);
    return WolfeSearch.start(zero.getValue(), zero.getPartialDerivative(1), first, limit);
  }

  private static WolfeSearch advance(WolfeSearch search, Phi phi) {
    DerivativeStructure value = at(phi, search.trial());
    return search.advance(value.getValue(), value.getPartialDerivative(1));
  }

  private static WolfeSearch run(WolfeSearch start, Phi phi) {
    WolfeSearch search = start;
    while (search.phase() == Phase.SEARCHING) {
      search = advance(search, phi);
    }
    return search;
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e-3, 1e-1, 1e1, 1e3})
  void meetsTheStrongWolfeConditions(double first) {
    for (Phi phi : FUNCTIONS) {
      WolfeSearch end = run(start(phi, first, Double.POSITIVE_INFINITY), phi);
      assertThat(end.phase()).isEqualTo(Phase.ACCEPTED);
      assertThat(end.trials()).isLessThan(20);
      assertWolfe(end, phi);
    }
  }

  private static void assertWolfe(WolfeSearch end, Phi phi) {
    DerivativeStructure value = at(phi, end.trial());
    assertThat(value.getValue())
        .isLessThanOrEqualTo(end.cost0() + WolfeSearch.C1 * end.trial() * end.slope0());
    assertThat(Math.abs(value.getPartialDerivative(1)))
        .isLessThanOrEqualTo(-WolfeSearch.C2 * end.slope0());
  }

  @Test
  void theCubicFindsTheMinimumOfACubic() {
    // a^3 / 3 - a, minimum at 1; the first step is too long by far
    Phi phi = a -> a.pow(3).divide(3).subtract(a);
    WolfeSearch zoom = advance(start(phi, 3, 10), phi);
    assertThat(zoom.trial()).isCloseTo(1, within(1e-14));
  }

  @Test
  void takesTheLongestStepWhereTheCostStillFalls() {
    Phi line = a -> a.negate();
    WolfeSearch end = run(start(line, 1, 7), line);
    assertThat(end.phase()).isEqualTo(Phase.ACCEPTED);
    assertThat(end.trial()).isEqualTo(7);
    assertThat(start(line, 9, 7).trial()).isEqualTo(7);
  }

  @Test
  void comesBackFromWhereThereIsNoCost() {
    Phi phi = FUNCTIONS.get(0);
    WolfeSearch search = start(phi, 1000, Double.POSITIVE_INFINITY);
    int without = 0;
    while (search.phase() == Phase.SEARCHING) {
      boolean wall = search.trial() > 1;
      without += wall ? 1 : 0;
      search = wall ? search.advance(Double.NaN, Double.NaN) : advance(search, phi);
    }
    assertThat(without).isBetween(4, 6);
    assertThat(search.phase()).isEqualTo(Phase.ACCEPTED);
    assertWolfe(search, phi);
  }

  @Test
  void failsWhenNoStepLowersTheCost() {
    WolfeSearch search = WolfeSearch.start(1, -1, 1, Double.POSITIVE_INFINITY);
    while (search.phase() == Phase.SEARCHING) {
      search = search.advance(2, 1);
    }
    assertThat(search.phase()).isEqualTo(Phase.FAILED);
    assertThat(search.trials()).isEqualTo(20);
  }

  @Test
  void keepsTheLowestPointWhenTheWallIsTooNear() {
    // falling all the way to a wall at 0.7: no step has a small slope
    WolfeSearch search = WolfeSearch.start(0, -1, 1, Double.POSITIVE_INFINITY);
    while (search.phase() == Phase.SEARCHING) {
      double a = search.trial();
      search = a < 0.7 ? search.advance(-a, -1) : search.advance(Double.NaN, Double.NaN);
    }
    assertThat(search.phase()).isEqualTo(Phase.FAILED);
    assertThat(search.low().step()).isBetween(0.69, 0.7);
  }

  @Test
  void refusesADirectionThatDoesNotDescend() {
    assertThatThrownBy(() -> WolfeSearch.start(1, 0, 1, 1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> WolfeSearch.start(1, Double.NaN, 1, 1))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
