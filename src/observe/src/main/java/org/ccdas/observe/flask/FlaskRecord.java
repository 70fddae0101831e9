package org.ccdas.observe.flask;

import java.io.Serializable;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.ccdas.inputs.InputException;
import org.ccdas.inputs.station.Station;
import org.ccdas.inputs.station.StationTable;

/**
 * The monthly record of one station, as its file gives it.
 *
 * @param code station code in upper case
 * @param name station name
 * @param contributor institution that made the measurements
 * @param lat degrees north; NaN when not given
 * @param lon degrees east; NaN when not given
 * @param elevation metres above sea level; NaN when not given
 * @param unit unit of the values, {@code ppm}
 * @param samplingType sampling type as declared in the file, for example {@code surface-flask}
 * @param calibration calibration scale
 * @param months months in rising order, each at most once
 */
public record FlaskRecord(
    String code,
    String name,
    String contributor,
    double lat,
    double lon,
    double elevation,
    String unit,
    String samplingType,
    String calibration,
    List<FlaskMonth> months)
    implements Serializable {
  /**
   * More samples a month than this are no flasks. Weekly pairs give at most 10; daily means 28-31.
   */
  static final double FLASKS_PER_MONTH = 10;

  /** Sampling type of means that were made here from single flasks. */
  static final String SINGLE_FLASKS = "single surface flasks";

  /** How a record was evidently made. */
  public enum Label {
    /** A few flasks a month. */
    FLASK,
    /** Daily means of a continuous analyser, whatever the file declares. */
    CONTINUOUS
  }

  /** Checks the order of the months. */
  public FlaskRecord {
    months = List.copyOf(months);
    for (int i = 1; i < months.size(); i++) {
      if (!months.get(i - 1).month().isBefore(months.get(i).month())) {
        throw new IllegalArgumentException(
            "Month " + months.get(i).month() + " does not come after the one before it");
      }
    }
  }

  /** Mean number of samples over the months that give one; empty when none does. */
  public OptionalDouble meanSamples() {
    return months.stream().mapToInt(FlaskMonth::samples).filter(n -> n >= 0).average();
  }

  /**
   * What the record evidently is: {@link Label#CONTINUOUS} when the declared sampling type says so
   * or when the mean number of samples a month exceeds 10, unless the file lists its flasks.
   */
  public Label label() {
    String type = samplingType.toLowerCase(Locale.ROOT);
    boolean declared =
        type.contains("insitu") || type.contains("in-situ") || type.contains("continuous");
    boolean counted = meanSamples().orElse(0) > FLASKS_PER_MONTH && !type.equals(SINGLE_FLASKS);
    return declared || counted ? Label.CONTINUOUS : Label.FLASK;
  }

  /** The valid value of a month, ppm; empty when there is none. */
  public OptionalDouble co2(YearMonth month) {
    return months.stream()
        .filter(m -> m.month().equals(month) && m.valid())
        .mapToDouble(FlaskMonth::co2)
        .findFirst();
  }

  /** Number of valid values from {@code first} to {@code last}, both included. */
  public int validBetween(YearMonth first, YearMonth last) {
    return (int)
        months.stream()
            .filter(m -> m.valid() && !m.month().isBefore(first) && !m.month().isAfter(last))
            .count();
  }

  /**
   * The station of this record, at the coordinates that the record itself gives; where they are
   * NaN, at those of the table.
   *
   * @throws InputException when the table does not know its code
   */
  public Station stationIn(StationTable table) {
    Station station = table.station(code);
    return station.at(
        known(lat, station.lat()),
        known(lon, station.lon()),
        known(elevation, station.elevation()));
  }

  private static double known(double given, double otherwise) {
    return Double.isNaN(given) ? otherwise : given;
  }
}
