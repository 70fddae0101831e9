package org.ccdas.evaluate.reference;

import java.io.IOException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.ccdas.inputs.InputException;
import org.ccdas.inputs.file.Location;
import org.ccdas.inputs.file.StoredFiles;
import org.ccdas.inputs.grid.Cell;
import org.ccdas.inputs.region.Region;
import org.ccdas.inputs.region.TransCom;
import org.ccdas.inputs.time.MonthAxis;

/**
 * Monthly net land fluxes of the vegetation models of the Global Carbon Budget 2020, text without a
 * header: {@code yyyymm}, then either globe, north, tropics, south ({@code DGVM_NAME_monthly.csv})
 * or the 11 TransCom land regions and their sum ({@code DGVM_NAMEreg_monthly.csv}). PgC per month,
 * positive to the atmosphere, land-use change included; without rivers, which these models lack.
 */
public final class BudgetModels implements ReferenceDataset {
  private static final Pattern NAME = Pattern.compile("DGVM_(.+?)(reg)?_monthly\\.csv");
  private static final Content CONTENT = new Content(true, false);
  private static final double MONTHS_PER_YEAR = 12;

  /** The sum of the regions may differ from the column by rounding of each to 0.001. */
  private static final double ROUNDING = 0.0125;

  @Override
  public String name() {
    return "gcb2020-dgvm";
  }

  @Override
  public String title() {
    return "Vegetation models of the Global Carbon Budget 2020, monthly: globe, latitude bands,"
        + " TransCom regions";
  }

  @Override
  public boolean reads(String fileName) {
    return NAME.matcher(fileName).matches();
  }

  @Override
  public ReferenceData read(List<Location> files, List<Cell> cells, MonthAxis window) {
    return ReferenceData.ofFiles(files, NAME, BudgetModels::read);
  }

  private static List<RegionSeries> read(Location file, MatchResult name) {
    boolean regional = name.group(2) != null;
    List<Region> regions =
        regional
            ? TransCom.regions()
            : List.of(
                StandardRegions.GLOBE,
                StandardRegions.NORTH,
                StandardRegions.TROPICS,
                StandardRegions.SOUTH);
    List<String[]> rows = rows(file, regional ? regions.size() + 2 : regions.size() + 1);
    YearMonth first = month(file, 0, rows.get(0)[0]);
    MonthAxis months = new MonthAxis(first, rows.size());
    double[][] values = new double[regions.size()][rows.size()];
    for (int m = 0; m < rows.size(); m++) {
      String[] fields = rows.get(m);
      if (!month(file, m, fields[0]).equals(months.at(m))) {
        throw problem(file, m, "the month is " + fields[0] + " where " + months.at(m) + " is next");
      }
      double sum = 0;
      for (int r = 0; r < values.length; r++) {
        double flux = number(file, m, fields[r + 1]);
        sum += flux;
        // uptake PgC yr-1 = -(flux to the atmosphere, PgC per month) 12
        values[r][m] = -flux * MONTHS_PER_YEAR;
      }
      double total = regional ? number(file, m, fields[fields.length - 1]) : Double.NaN;
      if (Math.abs(sum - total) > ROUNDING) {
        throw problem(file, m, "the regions sum to " + sum + ", the last column is " + total);
      }
    }
    List<RegionSeries> series = new ArrayList<>();
    for (int r = 0; r < values.length; r++) {
      series.add(
          RegionSeries.monthly(
              name.group(1), Kind.DGVM, Quantity.NEP, regions.get(r), months, values[r], CONTENT));
    }
    return series;
  }

  private static List<String[]> rows(Location file, int fields) {
    List<String[]> rows = new ArrayList<>();
    try {
      for (String line : StoredFiles.readText(file).split("\\R")) {
        if (!line.isBlank()) {
          String[] row = line.strip().split("[\\s,]+");
          if (row.length != fields) {
            throw problem(
                file, rows.size(), row.length + " numbers where " + fields + " are wanted");
          }
          rows.add(row);
        }
      }
    } catch (IOException e) {
      throw new InputException(
          file.toString(), "", "the file cannot be read: " + e, "Check that it is readable", e);
    }
    if (rows.isEmpty()) {
      throw new InputException(file.toString(), "", "the file is empty", "Get it again");
    }
    return rows;
  }

  private static YearMonth month(Location file, int row, String text) {
    if (!text.matches("\\d{4}(0[1-9]|1[0-2])")) {
      throw problem(file, row, "'" + text + "' is no month yyyymm");
    }
    return YearMonth.of(
        Integer.parseInt(text.substring(0, 4)), Integer.parseInt(text.substring(4)));
  }

  private static double number(Location file, int row, String text) {
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException e) {
      throw problem(file, row, "'" + text + "' is no number");
    }
  }

  private static InputException problem(Location file, int row, String problem) {
    return new InputException(
        file.toString(),
        String.format(Locale.ROOT, "row %d", row + 1),
        problem,
        "Give the monthly file of the budget unchanged");
  }
}
