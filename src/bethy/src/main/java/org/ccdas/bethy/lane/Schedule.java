package org.ccdas.bethy.lane;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;

/**
 * The order in which a run visits the days of its forcing: the spin-up years several times, then
 * the window once. The last pass through the spin-up years gives the fluxes before the window. Spec
 * sections 12.2 and 13.2.
 */
public final class Schedule {
  private final LocalDate forcingStart;
  private final int[] forcingDay;
  private final int[] dayOfYear;
  private final int[] month;
  private final int firstCarbonStep;
  private final int firstWindowStep;
  private final YearMonth firstMonth;
  private final int months;

  private Schedule(
      LocalDate start,
      int[] forcingDay,
      int firstCarbonStep,
      int firstWindowStep,
      YearMonth firstMonth,
      int months) {
    this.forcingStart = start;
    this.forcingDay = forcingDay;
    this.firstCarbonStep = firstCarbonStep;
    this.firstWindowStep = firstWindowStep;
    this.firstMonth = firstMonth;
    this.months = months;
    this.dayOfYear = new int[forcingDay.length];
    this.month = new int[forcingDay.length];
    for (int step = 0; step < forcingDay.length; step++) {
      LocalDate date = start.plusDays(forcingDay[step]);
      dayOfYear[step] = date.getDayOfYear();
      month[step] =
          step < firstCarbonStep
              ? -1
              : (date.getYear() - firstMonth.getYear()) * 12
                  + date.getMonthValue()
                  - firstMonth.getMonthValue();
    }
  }

  /**
   * A run over whole days.
   *
   * @param spinUpFirst first day of the spin-up years and of the forcing
   * @param windowFirst first day of the window; the spin-up ends on the day before
   * @param windowLast last day of the window
   * @param passes how often the spin-up years are run, at least 1; the last pass counts as the time
   *     before the window. Without spin-up ({@code windowFirst} equal to {@code spinUpFirst}) it is
   *     not used
   */
  public static Schedule of(
      LocalDate spinUpFirst, LocalDate windowFirst, LocalDate windowLast, int passes) {
    if (windowFirst.isBefore(spinUpFirst) || windowLast.isBefore(windowFirst) || passes < 1) {
      throw new IllegalArgumentException(
          "Spin-up from "
              + spinUpFirst
              + ", window "
              + windowFirst
              + " to "
              + windowLast
              + ", passes "
              + passes);
    }
    int spinUpDays = Math.toIntExact(windowFirst.toEpochDay() - spinUpFirst.toEpochDay());
    int windowDays = Math.toIntExact(windowLast.toEpochDay() - windowFirst.toEpochDay()) + 1;
    int[] days = new int[passes * spinUpDays + windowDays];
    Arrays.setAll(
        days,
        step -> step < passes * spinUpDays ? step % spinUpDays : step - (passes - 1) * spinUpDays);
    YearMonth first = YearMonth.from(spinUpFirst);
    YearMonth last = YearMonth.from(windowLast);
    int months =
        (last.getYear() - first.getYear()) * 12 + last.getMonthValue() - first.getMonthValue() + 1;
    return new Schedule(
        spinUpFirst, days, (passes - 1) * spinUpDays, passes * spinUpDays, first, months);
  }

  /** Number of model days of the whole run. */
  public int steps() {
    return forcingDay.length;
  }

  /** First day of the forcing. */
  public LocalDate forcingStart() {
    return forcingStart;
  }

  /** Number of days of forcing that the run needs. */
  public int forcingDays() {
    return forcingDay[steps() - 1] + 1;
  }

  /** Index of the forcing day that a step uses. */
  public int forcingDay(int step) {
    return forcingDay[step];
  }

  /** Day of the year of a step, 1..366. */
  public int dayOfYear(int step) {
    return dayOfYear[step];
  }

  /** The first step whose fluxes are kept: the start of the last pass. */
  public int firstCarbonStep() {
    return firstCarbonStep;
  }

  /** The first step of the window, over which the carbon balance is closed. */
  public int firstWindowStep() {
    return firstWindowStep;
  }

  /** Number of days of the window. */
  public int windowDays() {
    return steps() - firstWindowStep;
  }

  /** Month of the first step of the window. */
  public int firstWindowMonth() {
    return month[firstWindowStep];
  }

  /** Number of steps whose fluxes are kept. */
  public int carbonSteps() {
    return steps() - firstCarbonStep;
  }

  /** Month of a kept step, counted from the first. */
  public int month(int step) {
    return month[step];
  }

  /** Number of months with fluxes. */
  public int months() {
    return months;
  }
}
