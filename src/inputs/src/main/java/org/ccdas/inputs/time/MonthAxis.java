package org.ccdas.inputs.time;

import java.io.Serializable;
import java.time.LocalDate;
import java.time.YearMonth;

/**
 * A run of consecutive calendar months (proleptic Gregorian calendar).
 *
 * @param first the month of index 0
 * @param count number of months, at least 1
 */
public record MonthAxis(YearMonth first, int count) implements Serializable {
  /** Checks the length. */
  public MonthAxis {
    if (count < 1) {
      throw new IllegalArgumentException("A month axis needs at least one month, got " + count);
    }
  }

  /** All months from {@code first} to {@code last}, both included. */
  public static MonthAxis of(YearMonth first, YearMonth last) {
    return new MonthAxis(first, index(last) - index(first) + 1);
  }

  private static int index(YearMonth month) {
    return Math.addExact(Math.multiplyExact(month.getYear(), 12), month.getMonthValue() - 1);
  }

  /** The month of this index, which may also lie outside the axis. */
  public YearMonth at(int index) {
    return first.plusMonths(index);
  }

  /** Index of a month relative to the first; outside 0..count-1 when the axis lacks it. */
  public int indexOf(YearMonth month) {
    return index(month) - index(first);
  }

  /** Whether the month lies on the axis. */
  public boolean contains(YearMonth month) {
    int index = indexOf(month);
    return index >= 0 && index < count;
  }

  /** The last month. */
  public YearMonth last() {
    return at(count - 1);
  }

  /** First day of the first month. */
  public LocalDate firstDay() {
    return first.atDay(1);
  }

  /** Last day of the last month. */
  public LocalDate lastDay() {
    return last().atEndOfMonth();
  }

  /** Number of days of the month of this index. */
  public int days(int index) {
    return at(index).lengthOfMonth();
  }

  /** Number of days on the whole axis. */
  public int days() {
    return (int) (lastDay().toEpochDay() - firstDay().toEpochDay()) + 1;
  }
}
