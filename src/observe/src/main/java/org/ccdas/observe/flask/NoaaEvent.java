package org.ccdas.observe.flask;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.ccdas.inputs.InputException;
import org.ccdas.inputs.file.Location;

/**
 * Reads single flasks of NOAA's network, {@code co2_SITE_surface-flask_1_ccgg_event.txt} (spec
 * section 19.3), and makes monthly means with the standard deviation of the samples.
 *
 * <p>Of the three characters of the quality flag, a first one other than {@code .} rejects a
 * sample, a second one says that it is not of background air; both are left out and counted, as are
 * missing values and local outliers ({@link OutlierRule}). Both flasks of a pair count.
 */
public final class NoaaEvent {
  private NoaaEvent() {}

  /**
   * What a file gives.
   *
   * @param record the monthly means
   * @param samples what became of the samples
   */
  public record Reading(FlaskRecord record, SampleCounts samples) {}

  /**
   * Reads one file.
   *
   * @throws InputException when the file is absent or its header or one of its lines is bad
   */
  public static Reading read(Location file) {
    return parse(file.toString(), FlaskText.bytes(file));
  }

  /** Reads the bytes of one file; {@code file} is its name, which errors carry. */
  public static Reading parse(String file, byte[] bytes) {
    NoaaTable table = NoaaTable.parse(file, FlaskText.lines(bytes));
    Columns columns = new Columns(table);
    List<FlaskSample> samples = new ArrayList<>();
    List<double[]> places = new ArrayList<>();
    int missing = 0;
    int rejected = 0;
    int notBackground = 0;
    for (FlaskLine row : table.rows()) {
      row.require(table.columns().size());
      String flag = columns.flag(row);
      double value = row.number(columns.value);
      LocalDate day = columns.day(row);
      if (Double.isNaN(value)) {
        missing++;
      } else if (flag.charAt(0) != '.') {
        rejected++;
      } else if (flag.charAt(1) != '.') {
        notBackground++;
      } else {
        samples.add(new FlaskSample(day, value));
        places.add(columns.place(row));
      }
    }
    String site = table.site(columns.site);
    samples.sort(Comparator.comparing(FlaskSample::day));
    boolean[] outlier = OutlierRule.outliers(samples);
    List<FlaskSample> used = new ArrayList<>();
    for (int i = 0; i < outlier.length; i++) {
      if (!outlier[i]) {
        used.add(samples.get(i));
      }
    }
    if (used.isEmpty()) {
      throw new InputException(
          file, "", "No sample of the file can be used", "Leave the station out");
    }
    return new Reading(
        NoaaStation.at(
            table,
            site,
            median(places, 0),
            median(places, 1),
            median(places, 2),
            FlaskRecord.SINGLE_FLASKS,
            means(used)),
        new SampleCounts(
            table.rows().size(), missing, rejected, notBackground, samples.size() - used.size()));
  }

  /** Mean, number and standard deviation (over n - 1) of the samples of every month. */
  private static List<FlaskMonth> means(List<FlaskSample> samples) {
    Map<YearMonth, List<Double>> months =
        samples.stream()
            .collect(
                Collectors.groupingBy(
                    s -> YearMonth.from(s.day()),
                    TreeMap::new,
                    Collectors.mapping(FlaskSample::co2, Collectors.toList())));
    List<FlaskMonth> means = new ArrayList<>();
    months.forEach(
        (month, values) -> {
          int n = values.size();
          double mean = values.stream().mapToDouble(v -> v).sum() / n;
          double squares = values.stream().mapToDouble(v -> (v - mean) * (v - mean)).sum();
          double sd = n < 2 ? Double.NaN : Math.sqrt(squares / (n - 1));
          means.add(new FlaskMonth(month, mean, n, sd, FlaskMonth.NO_FLAG));
        });
    return means;
  }

  /** Over all samples: stations have moved, and a ship's one sample must not move them. */
  private static double median(List<double[]> places, int coordinate) {
    double[] sorted =
        places.stream()
            .mapToDouble(p -> p[coordinate])
            .filter(v -> !Double.isNaN(v))
            .sorted()
            .toArray();
    return sorted.length == 0 ? Double.NaN : sorted[sorted.length / 2];
  }

  /** Where the fields of a line are, by the names of new and old files. */
  private static final class Columns {
    private static final int FLAG_LENGTH = 3;

    private final int site;
    private final int year;
    private final int month;
    private final int day;
    private final int value;
    private final int flag;
    private final int latitude;
    private final int longitude;
    private final int altitude;

    Columns(NoaaTable table) {
      site = table.column("site_code", "sample_site_code");
      year = table.column("year", "sample_year");
      month = table.column("month", "sample_month");
      day = table.column("day", "sample_day");
      value = table.column("value", "analysis_value");
      flag = table.column("qcflag", "analysis_flag");
      latitude = table.column("latitude", "sample_latitude");
      longitude = table.column("longitude", "sample_longitude");
      altitude = table.column("altitude", "sample_altitude");
    }

    String flag(FlaskLine row) {
      String text = row.text(flag);
      if (text.length() != FLAG_LENGTH) {
        throw row.error(
            "The quality flag \"" + text + "\" has not three characters", "Correct the line");
      }
      return text;
    }

    LocalDate day(FlaskLine row) {
      YearMonth date = row.month(year, month);
      int number = row.integer(day, "day", 1, 31);
      try {
        return date.atDay(number);
      } catch (DateTimeException e) {
        throw row.error("There is no day " + number + " in " + date, "Correct the line");
      }
    }

    double[] place(FlaskLine row) {
      double lat = row.number(latitude);
      double lon = row.number(longitude);
      if (Math.abs(lat) > 90 || lon < -180 || lon > 360) {
        throw row.error("There is no place at " + lat + " N, " + lon + " E", "Correct the line");
      }
      return new double[] {lat, lon, row.number(altitude)};
    }
  }
}
