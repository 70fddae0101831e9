package org.ccdas.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.apache.commons.math3.linear.RealMatrix;
import org.junit.jupiter.api.Test;

class ZonalExchangeTest {
  @Test
  void sharesOfMassSumToOne() {
    double[] mass = ZonalExchange.mass();
    assertThat(Arrays.stream(mass).sum()).isCloseTo(1, within(1e-14));
    assertThat(Arrays.stream(mass, 18, 36).sum()).isCloseTo(0.6, within(1e-14));
    assertThat(mass[8]).isCloseTo(0.2 * Math.sin(Math.toRadians(10)) / 2, within(1e-15));
  }

  @Test
  void uniformAirDoesNotChangeAndMassIsKept() {
    double[] mass = ZonalExchange.mass();
    double[] ones = new double[ZonalExchange.BOXES];
    Arrays.fill(ones, 1);
    for (int month = 1; month <= 12; month++) {
      RealMatrix a = ZonalExchange.matrix(month);
      assertThat(a.operate(ones)).containsOnly(new double[] {0}, within(1e-10));
      assertThat(a.preMultiply(mass)).containsOnly(new double[] {0}, within(1e-12));
    }
  }

  @Test
  void exchangeIsSymmetricInMass() {
    double[] mass = ZonalExchange.mass();
    RealMatrix a = ZonalExchange.matrix(3);
    for (int p = 0; p < mass.length; p++) {
      for (int q = 0; q < mass.length; q++) {
        assertThat(mass[p] * a.getEntry(p, q)).isCloseTo(mass[q] * a.getEntry(q, p), within(1e-14));
        if (p != q) {
          assertThat(a.getEntry(p, q)).isGreaterThanOrEqualTo(0);
        }
      }
    }
  }

  @Test
  void summerAirMixesUpFasterThanWinterAir() {
    // band 13 is 40-50N, band 4 is 40-50S: 15 days in their July and January, 35 in the other
    assertThat(ZonalExchange.matrix(7).getEntry(13, 18 + 13)).isCloseTo(365.25 / 15, within(1e-9));
    assertThat(ZonalExchange.matrix(1).getEntry(13, 18 + 13)).isCloseTo(365.25 / 35, within(1e-9));
    assertThat(ZonalExchange.matrix(1).getEntry(4, 18 + 4)).isCloseTo(365.25 / 15, within(1e-9));
    assertThat(ZonalExchange.matrix(1).getEntry(9, 18 + 9)).isCloseTo(365.25 / 12, within(1e-9));
  }

  @Test
  void theBarrierFollowsTheSun() {
    // exchange across 10N is weakest when the convergence zone lies there, in July (phi_I = 12)
    double july = ZonalExchange.matrix(7).getEntry(9, 10);
    double january = ZonalExchange.matrix(1).getEntry(9, 10);
    assertThat(july).isPositive().isLessThan(january);
  }
}
