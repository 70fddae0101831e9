package org.ccdas.bethy.lane;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class ScheduleTest {
  private static final LocalDate SPIN_UP = LocalDate.of(2008, 1, 1);
  private static final LocalDate FIRST = LocalDate.of(2010, 1, 1);
  private static final LocalDate LAST = LocalDate.of(2015, 12, 31);

  @Test
  void twoPassesThroughTheSpinUpYearsThenTheWindow() {
    Schedule schedule = Schedule.of(SPIN_UP, FIRST, LAST, 2);
    // 2008 is a leap year: 731 days a pass, 2191 days of window
    assertThat(schedule.steps()).isEqualTo(2 * 731 + 2191);
    assertThat(schedule.forcingDays()).isEqualTo(731 + 2191);
    assertThat(schedule.forcingDay(0)).isZero();
    assertThat(schedule.forcingDay(730)).isEqualTo(730);
    assertThat(schedule.forcingDay(731)).isZero();
    assertThat(schedule.forcingDay(2 * 731)).isEqualTo(731);
    assertThat(schedule.forcingDay(schedule.steps() - 1)).isEqualTo(731 + 2190);
    assertThat(schedule.firstCarbonStep()).isEqualTo(731);
    assertThat(schedule.firstWindowStep()).isEqualTo(2 * 731);
    assertThat(schedule.carbonSteps()).isEqualTo(731 + 2191);
  }

  @Test
  void monthsCountFromTheLastPass() {
    Schedule schedule = Schedule.of(SPIN_UP, FIRST, LAST, 2);
    assertThat(schedule.months()).isEqualTo(96);
    assertThat(schedule.month(0)).isEqualTo(-1);
    assertThat(schedule.month(731)).isZero();
    assertThat(schedule.month(731 + 31)).isEqualTo(1);
    assertThat(schedule.month(schedule.firstWindowStep())).isEqualTo(24);
    assertThat(schedule.month(schedule.steps() - 1)).isEqualTo(95);
    assertThat(schedule.dayOfYear(731 + 59)).isEqualTo(60);
    assertThat(schedule.dayOfYear(365)).isEqualTo(366);
    assertThat(schedule.dayOfYear(730)).isEqualTo(365);
  }

  @Test
  void withoutSpinUpTheWindowIsAll() {
    Schedule schedule = Schedule.of(FIRST, FIRST, FIRST.plusDays(89), 3);
    assertThat(schedule.steps()).isEqualTo(90);
    assertThat(schedule.firstCarbonStep()).isZero();
    assertThat(schedule.firstWindowStep()).isZero();
    assertThat(schedule.months()).isEqualTo(3);
  }

  @Test
  void impossiblePeriodsAreRefused() {
    assertThatThrownBy(() -> Schedule.of(FIRST, SPIN_UP, LAST, 1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Schedule.of(SPIN_UP, FIRST, SPIN_UP, 1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Schedule.of(SPIN_UP, FIRST, LAST, 0))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
