package org.ccdas.inputs.weather;

import java.io.Serializable;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Days by the mean sun of each cell, from the steps of an archive. The day of a cell at longitude
 * lon begins lon/15 hours before that of Greenwich; steps that lie across its ends count by the
 * share within. Archives of days keep theirs.
 *
 * <ul>
 *   <li>Tmin and Tmax: the least and greatest of the moments, means or extremes within the day; a
 *       step belongs to the day of its middle.
 *   <li>Precipitation and radiation: sums of amounts, and of means times their duration.
 * </ul>
 *
 * A day that its steps do not cover wholly is missing (NaN).
 */
public final class LocalDays implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final long DAY = 86_400;
  private static final double SECONDS_PER_DEGREE = 240;

  private final WeatherArchive archive;
  private final double[] lons;

  private LocalDays(WeatherArchive archive, double[] lons) {
    this.archive = archive;
    this.lons = lons.clone();
  }

  /**
   * Days of these cells.
   *
   * @param lons degrees east of the cells
   */
  public static LocalDays of(WeatherArchive archive, double[] lons) {
    double[] turned = new double[lons.length];
    for (int c = 0; c < lons.length; c++) {
      turned[c] = Math.IEEEremainder(lons[c], 360);
    }
    return new LocalDays(archive, turned);
  }

  /** The days of cells that need a step; an accumulated one also serves the next as its start. */
  public List<LocalDate> days(CellStep step) {
    if (archive.isDaily()) {
      return List.of(date(step.start() + (step.end() - step.start()) / 2));
    }
    boolean accumulated = kind(step) == StepKind.ACCUMULATION;
    long last = Math.max(step.start(), step.end() - 1) + (accumulated ? length() : 0);
    double most = 0;
    double least = 0;
    for (double lon : lons) {
      most = Math.max(most, lon);
      least = Math.min(least, lon);
    }
    LocalDate first = date((long) Math.floor(step.start() + least * SECONDS_PER_DEGREE));
    LocalDate end = date((long) Math.ceil(last + most * SECONDS_PER_DEGREE));
    return first.datesUntil(end.plusDays(1)).toList();
  }

  private static LocalDate date(long seconds) {
    return LocalDate.ofEpochDay(Math.floorDiv(seconds, DAY));
  }

  private StepKind kind(CellStep step) {
    return archive.variables().get(step.variable()).kind();
  }

  private long length() {
    return archive.step().toSeconds();
  }

  /**
   * What the steps of one variable give on a day.
   *
   * @param unsorted all that {@link #days} sends to this day, in any order, without duplicates
   */
  public List<LocalDay> aggregate(int variable, LocalDate date, List<CellStep> unsorted) {
    List<CellStep> steps = new ArrayList<>(unsorted);
    steps.sort(Comparator.comparingLong(CellStep::start).thenComparing(CellStep::end));
    ArchiveVariable described = archive.variables().get(variable);
    if (described.kind() == StepKind.ACCUMULATION) {
      steps = increments(steps);
    }
    List<LocalDay> days = new ArrayList<>();
    for (Quantity quantity : described.gives()) {
      float[] values = new float[lons.length];
      for (int c = 0; c < values.length; c++) {
        values[c] = (float) ofCell(quantity, described.kind(), date, steps, c);
      }
      days.add(new LocalDay(variable, quantity, date, values));
    }
    return days;
  }

  /** The amounts of the steps of an accumulation; those without the step before are left out. */
  private List<CellStep> increments(List<CellStep> steps) {
    List<CellStep> increments = new ArrayList<>();
    for (int i = 0; i < steps.size(); i++) {
      CellStep step = steps.get(i);
      int hour = (int) (Math.floorMod(step.start(), DAY) / 3600);
      boolean begins = archive.restarts().contains(hour) && step.start() % 3600 == 0;
      boolean follows = i > 0 && steps.get(i - 1).end() == step.start();
      if (!begins && !follows) {
        continue;
      }
      float[] amounts = step.values().clone();
      for (int c = 0; c < amounts.length && !begins; c++) {
        // Packing makes equal totals differ a little.
        float amount = amounts[c] - steps.get(i - 1).values()[c];
        amounts[c] = amount < 0 ? 0 : amount;
      }
      increments.add(new CellStep(step.variable(), step.start(), step.end(), amounts, step.file()));
    }
    return increments;
  }

  private double ofCell(
      Quantity quantity, StepKind kind, LocalDate date, List<CellStep> steps, int c) {
    long greenwich = date.atStartOfDay().toEpochSecond(ZoneOffset.UTC);
    double begin = archive.isDaily() ? greenwich : greenwich - lons[c] * SECONDS_PER_DEGREE;
    double end = begin + DAY;
    boolean amount = quantity == Quantity.PRECIPITATION || quantity == Quantity.SHORTWAVE;
    double covered = 0;
    double sum = 0;
    double extreme =
        quantity == Quantity.TMIN ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY;
    for (CellStep step : steps) {
      double value = step.values()[c];
      double middle = 0.5 * (step.start() + step.end());
      if (archive.isDaily()) {
        // one step, whose own day it is
        covered += DAY;
        sum += kind == StepKind.MEAN ? value * DAY : value;
        extreme = value;
      } else if (amount) {
        double share = Math.max(0, Math.min(end, step.end()) - Math.max(begin, step.start()));
        covered += share;
        if (share > 0) {
          sum += value * (kind == StepKind.MEAN ? share : share / (step.end() - step.start()));
        }
      } else if (middle >= begin && middle < end) {
        covered += length();
        extreme = quantity == Quantity.TMIN ? Math.min(extreme, value) : Math.max(extreme, value);
      }
    }
    if (covered < DAY - 1) {
      return Double.NaN;
    }
    if (!amount) {
      return extreme;
    }
    // Means in mm d-1 and W m-2; amounts in mm and J m-2.
    boolean perDay = kind != StepKind.MEAN && quantity == Quantity.PRECIPITATION;
    return perDay ? sum : sum / DAY;
  }
}
