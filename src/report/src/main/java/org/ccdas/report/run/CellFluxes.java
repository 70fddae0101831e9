package org.ccdas.report.run;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.ccdas.inputs.file.Location;
import org.ccdas.inputs.grid.LatLonBox;
import org.ccdas.inputs.netcdf.NetcdfInput;

/**
 * Monthly fluxes of the land cells, from {@code fluxes.nc}.
 *
 * @param cells the land cells
 * @param area of each, m2
 * @param months middles of the months
 * @param fields {@code nep_prior}, {@code gpp_posterior}, ... by name: [month][cell], kg m-2 s-1
 */
public record CellFluxes(
    List<LatLonBox> cells, double[] area, List<LocalDate> months, Map<String, double[][]> fields) {
  private static final double SECONDS_PER_DAY = 86400;
  private static final double PG_PER_KG = 1e-12;
  private static final double MONTHS_PER_YEAR = 12;

  /** Names of the quantities that have a prior and a posterior field. */
  public static final List<String> QUANTITIES = List.of("nep", "gpp", "npp", "evapotranspiration");

  /** Reads the file. */
  public static CellFluxes read(Location path) {
    try (NetcdfInput input = NetcdfInput.open(path)) {
      List<LatLonBox> places = CellPlaces.of(input);
      double[] area = input.variable("area").read();
      int[] land = IntStream.range(0, area.length).filter(i -> Double.isFinite(area[i])).toArray();
      List<LocalDate> months =
          input.time("time").times().stream().map(time -> time.toLocalDate()).toList();
      Map<String, double[][]> fields = new HashMap<>();
      for (String quantity : QUANTITIES) {
        for (String experiment : List.of("prior", "posterior")) {
          String name = quantity + "_" + experiment;
          fields.put(name, byMonth(input.variable(name).read(), months.size(), land));
        }
      }
      return new CellFluxes(
          Arrays.stream(land).mapToObj(places::get).toList(),
          Arrays.stream(land).mapToDouble(i -> area[i]).toArray(),
          months,
          fields);
    }
  }

  private static double[][] byMonth(double[] values, int months, int[] land) {
    int places = values.length / months;
    double[][] field = new double[months][land.length];
    for (int m = 0; m < months; m++) {
      for (int c = 0; c < land.length; c++) {
        field[m][c] = values[m * places + land[c]];
      }
    }
    return field;
  }

  private double seconds(int month) {
    return YearMonth.from(months.get(month)).lengthOfMonth() * SECONDS_PER_DAY;
  }

  /** Mean of a field over the window by cell, kg m-2 yr-1; a month is a twelfth of a year. */
  public double[] yearlyMean(String field) {
    double[] mean = new double[cells.size()];
    for (int m = 0; m < months.size(); m++) {
      for (int c = 0; c < mean.length; c++) {
        mean[c] += fields.get(field)[m][c] * seconds(m) * MONTHS_PER_YEAR / months.size();
      }
    }
    return mean;
  }

  /**
   * Sum of a field over cells, by month, as a rate: Pg yr-1.
   *
   * @param chosen which cells to count
   */
  public double[] total(String field, Predicate<LatLonBox> chosen) {
    double[] total = new double[months.size()];
    for (int m = 0; m < total.length; m++) {
      for (int c = 0; c < area.length; c++) {
        if (chosen.test(cells.get(c))) {
          total[m] += fields.get(field)[m][c] * area[c] * seconds(m) * MONTHS_PER_YEAR * PG_PER_KG;
        }
      }
    }
    return total;
  }

  /** Mean over the window of {@link #total}, Pg yr-1. */
  public double mean(String field, Predicate<LatLonBox> chosen) {
    return Arrays.stream(total(field, chosen)).average().orElse(Double.NaN);
  }

  /** Whether a cell lies in the band from {@code south} to {@code north}, by its middle. */
  public static Predicate<LatLonBox> band(double south, double north) {
    return box -> {
      double middle = (box.south() + box.north()) / 2;
      return middle >= south && middle < north;
    };
  }

  /** Calendar years with all twelve months. */
  public List<Integer> wholeYears() {
    List<Integer> years = new ArrayList<>();
    for (LocalDate month : months) {
      int year = month.getYear();
      long count = months.stream().filter(m -> m.getYear() == year).count();
      if (count == MONTHS_PER_YEAR && !years.contains(year)) {
        years.add(year);
      }
    }
    return years;
  }
}
