package org.ccdas.observe.station;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.ccdas.inputs.InputException;

/**
 * Reads the tables of WDCGG since 2018, of NOAA and of ObsPack, text and NetCDF alike (spec section
 * 19.3). A table whose rows are months is taken as it is; of one whose rows are samples, monthly
 * means are made ({@link SampleMeans}) of those that are good and of background air. Rows may stand
 * in any order.
 */
final class TableReader {
  private final RecordTable table;
  private final TableStation station;
  private final TableValues values;
  private final TableRows rows;

  private TableReader(RecordTable table, Set<String> acceptedFlags) {
    this.table = table;
    station = new TableStation(table);
    values = new TableValues(table, station, acceptedFlags);
    rows = new TableRows(table);
  }

  static Reading read(RecordTable table, Set<String> acceptedFlags) {
    TableReader reader = new TableReader(table, acceptedFlags);
    return reader.monthly() ? reader.months() : reader.samples();
  }

  /**
   * Whether the rows are months: there are no days, or the file says so, or every row begins at
   * midnight of the first of a month of its own.
   */
  private boolean monthly() {
    String said =
        String.join(
                " ",
                table.firstAttribute("dataset_name"),
                table.firstAttribute("file_name"),
                table.firstAttribute("dataset_data_frequency_unit"))
            .toLowerCase(Locale.ROOT);
    if (table.monthsOnly() || said.contains("month")) {
      return true;
    }
    Set<LocalDateTime> months = new HashSet<>();
    for (int row = 0; row < table.size(); row++) {
      LocalDateTime time = table.time(row);
      if (!time.equals(time.toLocalDate().withDayOfMonth(1).atStartOfDay()) || !months.add(time)) {
        return false;
      }
    }
    return true;
  }

  private RecordFormat format(RecordFormat otherwise) {
    if (station.isWdcgg()) {
      return RecordFormat.WDCGG;
    }
    return station.isObspack() ? RecordFormat.OBSPACK : otherwise;
  }

  private Reading months() {
    MonthsOfLines lines = new MonthsOfLines();
    for (int row = 0; row < table.size(); row++) {
      int at = row;
      lines.add(
          month(row),
          rows.content(row),
          table.place(row),
          (problem, remedy) -> table.error(at, problem, remedy));
    }
    List<MonthlyMean> months = lines.months();
    SamplingType sampling =
        SamplingType.ofMonthly(station.declared(), StationRecord.meanSamples(months));
    return Reading.ofMonths(
        format(RecordFormat.NOAA_MONTHLY),
        record(station.place(row -> true), sampling, months),
        lines.repeated());
  }

  private MonthlyMean month(int row) {
    YearMonth month = YearMonth.from(table.time(row));
    Quality quality = values.quality(row);
    MonthlyMean mean =
        new MonthlyMean(
            month,
            values.co2(row),
            values.samples(row),
            values.standardDeviation(row),
            values.flag(row),
            quality);
    if (mean.valid() && (mean.co2() < RecordLine.LOWEST || mean.co2() > RecordLine.HIGHEST)) {
      throw table.error(
          row,
          "CO2 "
              + mean.co2()
              + " is implausible, expected "
              + RecordLine.LOWEST
              + " to "
              + RecordLine.HIGHEST,
          "Correct the line, or mark the value as missing with -999.99");
    }
    return mean;
  }

  private Reading samples() {
    String declared = station.declared();
    boolean analyser =
        SamplingType.declared(declared).filter(t -> t == SamplingType.IN_SITU).isPresent();
    boolean[] repeated = rows.repeated(!analyser);
    TreeMap<LocalDate, List<Double>> good = new TreeMap<>();
    boolean[] used = new boolean[table.size()];
    SortedMap<String, Integer> leftOut = new TreeMap<>();
    int again = 0;
    int missing = 0;
    int rejected = 0;
    int notBackground = 0;
    int kept = 0;
    for (int row = 0; row < used.length; row++) {
      double co2 = values.co2(row);
      Quality quality = values.quality(row);
      if (repeated[row]) {
        again++;
      } else if (Double.isNaN(co2)) {
        missing++;
      } else if (quality == Quality.GOOD) {
        used[row] = true;
        kept++;
        good.computeIfAbsent(table.time(row).toLocalDate(), day -> new ArrayList<>()).add(co2);
      } else {
        leftOut.merge(values.reason(row), 1, Integer::sum);
        if (quality == Quality.NOT_BACKGROUND) {
          notBackground++;
        } else {
          rejected++;
        }
      }
    }
    long months = good.keySet().stream().map(YearMonth::from).distinct().count();
    SamplingType sampling = SamplingType.ofSamples(declared, (double) kept / Math.max(1, months));
    SampleMeans means =
        sampling == SamplingType.IN_SITU
            ? SampleMeans.ofAnalyser(good)
            : SampleMeans.ofFlasks(good);
    SampleCounts counts =
        new SampleCounts(used.length, again, missing, rejected, notBackground, means.outliers());
    Reading reading =
        new Reading(
            format(RecordFormat.NOAA_EVENT),
            record(station.place(row -> used[row]), sampling, means.months()),
            Optional.of(counts),
            leftOut,
            again);
    if (means.months().isEmpty()) {
      throw new InputException(
          table.file(),
          "",
          "No sample of the file can be used; of "
              + used.length
              + " are "
              + missing
              + " missing and "
              + means.outliers()
              + " outliers (values are within 200 to 600 ppm)"
              + (leftOut.isEmpty() ? "" : "; left out: " + reading.leftOutByFlag()),
          "Leave the station out, name flags that are good in observations.co2.acceptedFlags, or"
              + " correct the unit (value:units)");
    }
    return reading;
  }

  private StationRecord record(RecordPlace place, SamplingType sampling, List<MonthlyMean> months) {
    return new StationRecord(
        station.code(),
        table.firstAttribute("site_name"),
        station.contributor(),
        place,
        sampling,
        station.declared(),
        station.scale(),
        months);
  }
}
