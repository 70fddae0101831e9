package org.ccdas.inputs.weather;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.ccdas.inputs.forcing.TopOfAtmosphere;
import org.ccdas.inputs.grid.Cell;

/**
 * Puts the quantities of a day together and checks them: all cells covered, |T| up to 90 degC, Tmin
 * not above Tmax, precipitation of 0 to 2000 mm d-1, and not more light than falls on the top of
 * the atmosphere anywhere in the cell. What packing and forecasts do is put right: amounts down to
 * -0.05 become 0, and where Tmax is below Tmin by up to 0.05 K both become their mean.
 */
public final class DayCheck implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final float HIGHEST_TEMPERATURE = 90;
  private static final float HIGHEST_PRECIPITATION = 2000;
  private static final float PACKING = 0.05f;

  /** Light may exceed the top of the atmosphere by rounding and by the day's uneven length. */
  private static final double LIGHT_SHARE = 1.05;

  private static final double LIGHT_SLACK = 5;

  private final WeatherArchive archive;
  private final List<Cell> cells;

  private DayCheck(WeatherArchive archive, List<Cell> cells) {
    this.archive = archive;
    this.cells = List.copyOf(cells);
  }

  /** Checks days of these cells. */
  public static DayCheck of(WeatherArchive archive, List<Cell> cells) {
    return new DayCheck(archive, new ArrayList<>(cells));
  }

  /**
   * The weather of a day.
   *
   * @param parts what the variables give, in any order; parts of a quantity are added
   */
  public CheckedDay check(LocalDate date, List<LocalDay> parts) {
    List<String> problems = new ArrayList<>();
    float[][] values = new float[Quantity.values().length][];
    for (Quantity quantity : Quantity.values()) {
      values[quantity.ordinal()] = whole(quantity, parts, problems);
    }
    for (int c = 0; c < cells.size() && problems.isEmpty(); c++) {
      cell(date, values, c, problems);
    }
    return new CheckedDay(date, values, problems);
  }

  private float[] whole(Quantity quantity, List<LocalDay> parts, List<String> problems) {
    Map<String, LocalDay> chosen = new TreeMap<>();
    Map<String, Integer> wanted = new TreeMap<>();
    for (int v = 0; v < archive.variables().size(); v++) {
      ArchiveVariable variable = archive.variables().get(v);
      if (!variable.gives().contains(quantity)) {
        continue;
      }
      wanted.putIfAbsent(variable.part(), v);
      for (LocalDay day : parts) {
        if (day.variable() == v && day.quantity() == quantity && complete(day)) {
          chosen.putIfAbsent(variable.part(), day);
        }
      }
    }
    float[] sum = new float[cells.size()];
    for (Map.Entry<String, Integer> part : wanted.entrySet()) {
      LocalDay day = chosen.get(part.getKey());
      if (day == null) {
        problems.add(
            quantity
                + (part.getKey().isEmpty() ? "" : " (" + part.getKey() + ")")
                + " is not there for the whole day");
        Arrays.fill(sum, Float.NaN);
        return sum;
      }
      for (int c = 0; c < sum.length; c++) {
        sum[c] += day.values()[c];
      }
    }
    return sum;
  }

  private static boolean complete(LocalDay day) {
    for (float value : day.values()) {
      if (Float.isNaN(value)) {
        return false;
      }
    }
    return true;
  }

  private void cell(LocalDate date, float[][] values, int c, List<String> problems) {
    float tmin = values[Quantity.TMIN.ordinal()][c];
    float tmax = values[Quantity.TMAX.ordinal()][c];
    if (!(Math.abs(tmin) <= HIGHEST_TEMPERATURE && Math.abs(tmax) <= HIGHEST_TEMPERATURE)) {
      problems.add(at(c) + "temperatures of " + tmin + " and " + tmax + " degC");
    } else if (tmax < tmin) {
      if (tmin - tmax > PACKING) {
        problems.add(at(c) + "tmax " + tmax + " is below tmin " + tmin + " degC");
      }
      float mean = 0.5f * (tmin + tmax);
      values[Quantity.TMIN.ordinal()][c] = mean;
      values[Quantity.TMAX.ordinal()][c] = mean;
    }
    amount(Quantity.PRECIPITATION, values, c, HIGHEST_PRECIPITATION, "mm d-1", problems);
    double top = 0;
    for (double lat :
        new double[] {cells.get(c).box().south(), cells.get(c).lat(), cells.get(c).box().north()}) {
      top = Math.max(top, TopOfAtmosphere.dailyMean(lat, date.getDayOfYear()));
    }
    float most = (float) (LIGHT_SHARE * top + LIGHT_SLACK);
    amount(Quantity.SHORTWAVE, values, c, most, "W m-2 (top of the atmosphere)", problems);
  }

  private void amount(
      Quantity quantity, float[][] values, int c, float most, String unit, List<String> problems) {
    float value = values[quantity.ordinal()][c];
    if (!(value >= -PACKING && value <= most)) {
      problems.add(
          String.format(
              Locale.ROOT,
              "%s%s of %s, allowed are 0 to %.1f %s",
              at(c),
              quantity,
              value,
              most,
              unit));
    }
    values[quantity.ordinal()][c] = Math.max(0, value);
  }

  private String at(int c) {
    return "cell " + cells.get(c).id() + ": ";
  }
}
