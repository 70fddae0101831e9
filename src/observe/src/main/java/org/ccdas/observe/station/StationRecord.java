package org.ccdas.observe.station;

import java.io.Serializable;
import java.time.YearMonth;
import java.util.List;
import java.util.OptionalDouble;

/**
 * The monthly record of one station, whatever the format of its file.
 *
 * @param code station code in upper case
 * @param name station name
 * @param contributor institution that made the measurements
 * @param place where, as far as the file says
 * @param sampling how the air was evidently sampled
 * @param declared sampling type as the file declares it, for example {@code surface-flask}
 * @param scale calibration scale
 * @param months months in rising order, each at most once; values in ppm
 */
public record StationRecord(
    String code,
    String name,
    String contributor,
    RecordPlace place,
    SamplingType sampling,
    String declared,
    String scale,
    List<MonthlyMean> months)
    implements Serializable {
  /** Checks the order of the months. */
  public StationRecord {
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
    return meanSamples(months);
  }

  static OptionalDouble meanSamples(List<MonthlyMean> months) {
    return months.stream().mapToInt(MonthlyMean::samples).filter(n -> n >= 0).average();
  }

  /** The valid value of a month, ppm; empty when there is none. */
  public OptionalDouble co2(YearMonth month) {
    return months.stream()
        .filter(m -> m.month().equals(month) && m.valid())
        .mapToDouble(MonthlyMean::co2)
        .findFirst();
  }

  /** Number of valid values from {@code first} to {@code last}, both included. */
  public int validBetween(YearMonth first, YearMonth last) {
    return (int)
        months.stream()
            .filter(m -> m.valid() && !m.month().isBefore(first) && !m.month().isAfter(last))
            .count();
  }
}
