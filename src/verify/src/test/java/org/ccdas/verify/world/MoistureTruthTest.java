package org.ccdas.verify.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class MoistureTruthTest {
  private static final LocalDate FIRST = LocalDate.of(2010, 1, 1);
  private static final int CELLS = 400;
  private static final int WINDOW = 730;
  private static final List<LocalDate> DAYS = SmosWorld.days(FIRST, FIRST.plusDays(WINDOW - 1), 5);

  private static final double[] TOP = top();

  private static double[] top() {
    double[] top = new double[CELLS * WINDOW];
    Arrays.setAll(top, i -> 0.4 + 0.1 * Math.sin(i % WINDOW / 58.0));
    return top;
  }

  private static MoistureTruth draw(long seed) {
    double[] dqx = new double[CELLS];
    Arrays.fill(dqx, 0.03);
    return MoistureTruth.draw(TOP, FIRST, WINDOW, DAYS, dqx, seed);
  }

  @Test
  void errorsHaveTheCovarianceThatIsAssumed() {
    MoistureTruth truth = draw(1);
    double squares = 0;
    double products = 0;
    double offsets = 0;
    int count = 0;
    for (int cell = 0; cell < CELLS; cell++) {
      double before = Double.NaN;
      for (LocalDate day : DAYS) {
        double exact = TOP[(int) (day.toEpochDay() - FIRST.toEpochDay())];
        double error = truth.at(cell, day) - truth.offset(cell) - exact;
        squares += error * error;
        if (!Double.isNaN(before)) {
          products += before * error;
        }
        before = error;
        count++;
      }
      offsets += truth.offset(cell) * truth.offset(cell);
    }
    // sigma^2 = 0.03^2 + 0.04^2 = 0.05^2; correlation exp(-5/5) from one observed day to the next
    assertThat(Math.sqrt(squares / count)).isCloseTo(0.05, within(0.001));
    assertThat(products / squares).isCloseTo(Math.exp(-1), within(0.02));
    assertThat(Math.sqrt(offsets / CELLS)).isCloseTo(0.1, within(0.015));
  }

  /** Offsets that may not dry the soil out must not make the cells wetter on the whole. */
  @Test
  void offsetsOfDrySoilsHaveNoPreferredSign() {
    double[] dry = new double[TOP.length];
    Arrays.fill(dry, 0.09);
    double[] dqx = new double[CELLS];
    Arrays.fill(dqx, 0.03);
    MoistureTruth truth = MoistureTruth.draw(dry, FIRST, WINDOW, DAYS, dqx, 1);
    double sum = 0;
    double largest = 0;
    for (int cell = 0; cell < CELLS; cell++) {
      sum += truth.offset(cell);
      largest = Math.max(largest, Math.abs(truth.offset(cell)));
    }

    assertThat(largest).isBetween(0.03, 0.04);
    // uniform within 0.04, nearly: the mean has a standard error of 0.023 / sqrt(n)
    assertThat(sum / CELLS).isCloseTo(0, within(4 * 0.023 / Math.sqrt(CELLS)));
  }

  @Test
  void nothingIsSeenOnOtherDays() {
    MoistureTruth truth = draw(1);

    assertThat(truth.at(3, FIRST.plusDays(5))).isFinite();
    assertThat(truth.at(3, FIRST.plusDays(6))).isNaN();
  }

  @Test
  void anotherSeedDrawsAnotherTruth() {
    assertThat(draw(1).at(3, FIRST)).isEqualTo(draw(1).at(3, FIRST));
    assertThat(draw(1).at(3, FIRST)).isNotEqualTo(draw(2).at(3, FIRST));
    assertThat(draw(1).offset(3)).isNotEqualTo(draw(1).offset(4));
  }

  @Test
  void aSoilThatIsDrierThanDryIsAFault() {
    double[] impossible = new double[WINDOW];
    Arrays.fill(impossible, -5);

    assertThatThrownBy(
            () -> MoistureTruth.draw(impossible, FIRST, WINDOW, DAYS, new double[] {0.03}, 1))
        .isInstanceOf(IllegalStateException.class);
  }
}
