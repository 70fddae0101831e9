package org.ccdas.inputs.forcing;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.ccdas.inputs.InputException;
import org.ccdas.inputs.file.Location;
import org.ccdas.inputs.forcing.MonthlyVariables.Extra;
import org.ccdas.inputs.grid.Cell;
import org.ccdas.inputs.time.MonthAxis;

/**
 * Daily weather generated from real months ({@link SeriesWeather}). A cell takes the area-weighted
 * means over its land: the grid points at which all variables of the series are valid; a cell
 * without any takes the nearest within {@link #withReach}.
 *
 * <pre>{@code
 * MonthlyForcing forcing = MonthlyForcing.of(files, variables, seed).withReach(5);
 * DailyForcing weather = forcing.read(cells, LocalDate.of(2012, 1, 1), LocalDate.of(2017, 12, 31));
 * }</pre>
 */
public final class MonthlyForcing implements Forcing {
  private static final long serialVersionUID = 1L;

  /** So many months beside the wanted ones make what the curves do there negligible: 6^-12. */
  private static final int MARGIN = 12;

  private final ForcingFiles files;
  private final MonthlyVariables variables;
  private final long seed;
  private final double reach;

  private MonthlyForcing(ForcingFiles files, MonthlyVariables variables, long seed, double reach) {
    this.files = files;
    this.variables = variables;
    this.seed = seed;
    this.reach = reach;
  }

  /**
   * Looks through the files, which may follow each other in time and may each hold some of the
   * variables.
   *
   * @param seed of the random numbers within months
   */
  public static MonthlyForcing of(List<Location> files, MonthlyVariables variables, long seed) {
    List<String> names = variables.ofSeries().stream().map(SourceVariable::name).toList();
    return new MonthlyForcing(
        ForcingFiles.scan(files, names, ForcingFiles.Step.MONTH), variables, seed, 0);
  }

  /**
   * The same, where a cell without any land in the files takes the nearest land up to so many
   * degrees away.
   */
  public MonthlyForcing withReach(double degrees) {
    return new MonthlyForcing(files, variables, seed, degrees);
  }

  /** First month that the files have of all variables. */
  public YearMonth first() {
    return YearMonth.from(files.first());
  }

  /** Last month that the files have of all variables. */
  public YearMonth last() {
    return YearMonth.from(files.last());
  }

  /** How many of the cells have no land in the files and take that of another place. */
  int borrowing(List<Cell> cells) {
    MonthlyFields own = MonthlyFields.of(files, variables, 0, cells);
    double[] temperature = own.read(new MonthAxis(first(), 1)).get(0)[0];
    return (int) Arrays.stream(temperature).filter(Double::isNaN).count();
  }

  @Override
  public List<String> notes() {
    return files.notes();
  }

  @Override
  public List<String> choices(List<Cell> cells) {
    int borrowing = borrowing(cells);
    return List.of(
        "days generated from real months "
            + first()
            + " to "
            + last()
            + ", with the same random numbers in every year; "
            + (variables.lightKind().isSunshine() ? "radiation from sunshine" : "radiation kept")
            + ", diurnal range "
            + (variables.temperature().size() == 2 || variables.diurnalRange() != null
                ? "as given"
                : "by formula")
            + ", wet days "
            + (variables.wetDays() != null ? "as given" : "by formula"),
        borrowing
            + " of "
            + cells.size()
            + " cells have no land in the files and take the nearest within "
            + reach
            + " degrees");
  }

  @Override
  public DailyForcing read(List<Cell> cells, LocalDate firstDay, LocalDate lastDay) {
    List<MonthlySeries> series = series(cells, YearMonth.from(firstDay), YearMonth.from(lastDay));
    DailyForcing forcing = DailyForcing.empty(cells.size(), firstDay, lastDay);
    for (int c = 0; c < cells.size(); c++) {
      SeriesWeather.fill(forcing, c, seed, cells.get(c), series.get(c));
    }
    return forcing;
  }

  /**
   * The months of cells, from {@code first} to {@code last} and up to a year beside as far as the
   * files reach.
   *
   * @throws InputException when a cell has no value in a month, or an impossible one
   */
  List<MonthlySeries> series(List<Cell> cells, YearMonth first, YearMonth last) {
    MonthAxis months = around(first, last);
    MonthlyFields fields = MonthlyFields.of(files, variables, reach, cells);
    List<double[][]> values = fields.read(months);
    double[][] range = extra(variables.diurnalRange(), true, cells);
    double[][] wetDays = extra(variables.wetDays(), false, cells);
    List<MonthlySeries> series = new ArrayList<>(cells.size());
    for (int c = 0; c < cells.size(); c++) {
      series.add(
          new MonthlyValues(files, variables, months, cells.get(c), column(values, c))
              .series(climatology(range, c, months), climatology(wetDays, c, months)));
    }
    return series;
  }

  private MonthAxis around(YearMonth first, YearMonth last) {
    if (first.isBefore(first()) || last.isAfter(last())) {
      // refused by name when it is read
      return MonthAxis.of(first, last);
    }
    YearMonth from = first.minusMonths(MARGIN);
    YearMonth to = last.plusMonths(MARGIN);
    return MonthAxis.of(from.isBefore(first()) ? first() : from, to.isAfter(last()) ? last() : to);
  }

  private double[][] extra(Extra extra, boolean range, List<Cell> cells) {
    return extra == null || extra.climatology() == null
        ? null
        : MonthlyFields.climatology(extra, range, reach, cells);
  }

  /** Values of one cell by variable and month. */
  private static double[][] column(List<double[][]> values, int cell) {
    double[][] column = new double[values.size()][];
    for (int v = 0; v < column.length; v++) {
      column[v] = new double[values.get(v).length];
      for (int m = 0; m < column[v].length; m++) {
        column[v][m] = values.get(v)[m][cell];
      }
    }
    return column;
  }

  private static Optional<double[]> climatology(double[][] values, int cell, MonthAxis months) {
    if (values == null) {
      return Optional.empty();
    }
    double[] series = new double[months.count()];
    for (int m = 0; m < series.length; m++) {
      series[m] = values[months.at(m).getMonthValue() - 1][cell];
    }
    return Optional.of(series);
  }
}
