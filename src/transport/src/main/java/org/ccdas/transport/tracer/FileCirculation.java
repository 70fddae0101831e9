package org.ccdas.transport.tracer;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.apache.commons.codec.digest.DigestUtils;
import org.ccdas.inputs.file.Location;

/**
 * A circulation from NetCDF files, for some calendar months or all twelve. A month without winds
 * takes those of its neighbours that have them, by distance in time.
 */
public final class FileCirculation implements Circulation {
  private static final long serialVersionUID = 1L;

  private final String name;
  private final TreeMap<Integer, PressureWinds> months;

  private FileCirculation(String name, TreeMap<Integer, PressureWinds> months) {
    this.name = name;
    this.months = months;
  }

  /**
   * The winds of a calendar month in a file.
   *
   * @param month 1..12
   * @param file CF NetCDF
   * @param eastward name of the eastward wind, over time, pressure, latitude, longitude
   * @param northward name of the northward wind
   * @param time index of the time
   */
  public record Source(int month, Location file, String eastward, String northward, int time) {
    /** Checks the month. */
    public Source {
      if (month < 1 || month > 12) {
        throw new IllegalArgumentException("Month " + month);
      }
    }
  }

  /**
   * Reads the winds.
   *
   * @param sources at least one, each month once
   * @throws org.ccdas.inputs.InputException when a file has no such winds
   */
  public static FileCirculation read(List<Source> sources) {
    TreeMap<Integer, PressureWinds> months = new TreeMap<>();
    for (Source source : sources) {
      PressureWinds winds =
          PressureWinds.read(source.file(), source.eastward(), source.northward(), source.time());
      if (months.put(source.month(), winds) != null) {
        throw new IllegalArgumentException("Month " + source.month() + " stands twice");
      }
    }
    if (months.isEmpty()) {
      throw new IllegalArgumentException("No winds");
    }
    String text = DigestUtils.sha256Hex(sources.toString().getBytes(StandardCharsets.UTF_8));
    return new FileCirculation("winds of files " + text.substring(0, 8), months);
  }

  @Override
  public String name() {
    return name;
  }

  /** Months that have winds of their own. */
  public List<Integer> ownMonths() {
    return new ArrayList<>(months.keySet());
  }

  @Override
  public Winds winds(int month) {
    if (months.containsKey(month)) {
      return months.get(month);
    }
    int before = month;
    int after = month;
    int back = 0;
    int ahead = 0;
    while (!months.containsKey(before)) {
      before = before == 1 ? 12 : before - 1;
      back++;
    }
    while (!months.containsKey(after)) {
      after = after == 12 ? 1 : after + 1;
      ahead++;
    }
    double later = (double) back / (back + ahead);
    Winds first = months.get(before);
    Winds second = months.get(after);
    return new Winds() {
      @Override
      public double eastward(double lat, double lon, double bottom, double top) {
        return (1 - later) * first.eastward(lat, lon, bottom, top)
            + later * second.eastward(lat, lon, bottom, top);
      }

      @Override
      public double northward(double lat, double lon, double bottom, double top) {
        return (1 - later) * first.northward(lat, lon, bottom, top)
            + later * second.northward(lat, lon, bottom, top);
      }
    };
  }
}
