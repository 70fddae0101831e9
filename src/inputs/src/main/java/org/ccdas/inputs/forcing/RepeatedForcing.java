package org.ccdas.inputs.forcing;

import java.time.LocalDate;
import java.time.Month;
import java.time.Year;
import java.util.ArrayList;
import java.util.List;
import org.ccdas.inputs.grid.Cell;

/**
 * Weather that begins too late for the spin-up: before a day it repeats some of its later years, in
 * their order, such that the last of them ends where the weather itself begins. A 29 February that
 * the repeated year lacks has the weather of the 28th; one that the year at hand lacks is left out.
 */
public final class RepeatedForcing implements Forcing {
  private static final long serialVersionUID = 1L;

  private final Forcing weather;
  private final LocalDate start;
  private final int firstYear;
  private final int lastYear;

  private RepeatedForcing(Forcing weather, LocalDate start, int firstYear, int lastYear) {
    this.weather = weather;
    this.start = start;
    this.firstYear = firstYear;
    this.lastYear = lastYear;
  }

  /**
   * The weather itself from a day on, and years of it before.
   *
   * @param start first day of the weather itself, the first of a month; years are counted from it
   * @param firstYear first of the repeated years
   * @param lastYear last of them
   */
  public static RepeatedForcing before(
      Forcing weather, LocalDate start, int firstYear, int lastYear) {
    if (start.getDayOfMonth() != 1 || lastYear < firstYear) {
      throw new IllegalArgumentException(
          "years " + firstYear + " to " + lastYear + " before " + start);
    }
    return new RepeatedForcing(weather, start, firstYear, lastYear);
  }

  /** The day whose weather a day before the start has. */
  LocalDate source(LocalDate date) {
    // The year that begins as the start does, counted back from it: 1, 2, ...
    int back = start.getYear() - date.getYear();
    boolean sinceAnniversary = date.getMonthValue() >= start.getMonthValue();
    int yearsBack = sinceAnniversary ? back : back + 1;
    int cycle = lastYear - firstYear + 1;
    int yearOfStart = lastYear - Math.floorMod(yearsBack - 1, cycle);
    int year = sinceAnniversary ? yearOfStart : yearOfStart + 1;
    boolean leapDay = date.getMonth() == Month.FEBRUARY && date.getDayOfMonth() == 29;
    return LocalDate.of(
        year, date.getMonthValue(), leapDay && !Year.isLeap(year) ? 28 : date.getDayOfMonth());
  }

  @Override
  public DailyForcing read(List<Cell> cells, LocalDate first, LocalDate last) {
    if (!first.isBefore(start)) {
      return weather.read(cells, first, last);
    }
    DailyForcing whole = DailyForcing.empty(cells.size(), first, last);
    LocalDate end = last.isBefore(start) ? last : start.minusDays(1);
    LocalDate from = LocalDate.MAX;
    LocalDate to = LocalDate.MIN;
    for (LocalDate date = first; !date.isAfter(end); date = date.plusDays(1)) {
      LocalDate source = source(date);
      from = source.isBefore(from) ? source : from;
      to = source.isAfter(to) ? source : to;
    }
    DailyForcing repeated = weather.read(cells, from, to);
    for (LocalDate date = first; !date.isAfter(end); date = date.plusDays(1)) {
      copy(repeated, source(date), whole, date);
    }
    if (!last.isBefore(start)) {
      DailyForcing itself = weather.read(cells, start, last);
      for (LocalDate date = start; !date.isAfter(last); date = date.plusDays(1)) {
        copy(itself, date, whole, date);
      }
    }
    return whole;
  }

  @Override
  public List<String> notes() {
    return weather.notes();
  }

  @Override
  public List<String> choices(List<Cell> cells) {
    List<String> notes = new ArrayList<>(weather.choices(cells));
    notes.add("before " + start + " the years " + firstYear + " to " + lastYear + " repeat");
    return List.copyOf(notes);
  }

  private static void copy(DailyForcing from, LocalDate source, DailyForcing to, LocalDate date) {
    int i = (int) (source.toEpochDay() - from.first().toEpochDay());
    int j = (int) (date.toEpochDay() - to.first().toEpochDay());
    for (int c = 0; c < to.cells(); c++) {
      to.tmin()[c][j] = from.tmin()[c][i];
      to.tmax()[c][j] = from.tmax()[c][i];
      to.precipitation()[c][j] = from.precipitation()[c][i];
      to.shortwave()[c][j] = from.shortwave()[c][i];
    }
  }
}
