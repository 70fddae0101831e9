package org.ccdas.observe.station;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.ccdas.inputs.InputException;

/**
 * Reads monthly CO2 files of the World Data Centre for Greenhouse Gases in their layout of before
 * 2018 (spec sections 16 and 19.3).
 *
 * <p>A header of {@code REM} lines names station, place, unit and columns; then one line a month.
 * Only the columns {@code M} (year and month) and {@code CO2} must be there; their order is that of
 * the header. Missing values are runs of nines after a minus sign (-9999999, -999.99, -99999).
 * Flags are the contributor's own ({@link FlagTable#contributor}).
 */
final class WdcggMonthly implements RecordReader {
  private static final Pattern BLANKS = Pattern.compile("\\s+");

  @Override
  public boolean reads(RecordFile file) {
    return file.firstLine().startsWith("REM");
  }

  @Override
  public Reading read(RecordFile file, Set<String> acceptedFlags) {
    List<String> lines = file.lines();
    WdcggHeader header = WdcggHeader.parse(file.name(), lines);
    List<RecordLine> rows = RecordLine.of(file.name(), lines, header.lines(), BLANKS);
    if (rows.isEmpty()) {
      throw new InputException(
          file.name(),
          "after line " + header.lines(),
          "The file has a header but no months",
          "Get the complete file");
    }
    Columns columns = new Columns(header);
    rows.forEach(columns::require);
    FlagTable flags =
        FlagTable.of(
            header.notesOnFlags(),
            Map.of(),
            FlagTable.contributor(FlagTable.present(rows.stream().map(columns::flag))),
            acceptedFlags);
    MonthsOfLines months = new MonthsOfLines();
    for (RecordLine row : rows) {
      months.add(columns.month(row, flags), row.fields(), "line " + row.number(), row::error);
    }
    return Reading.ofMonths(RecordFormat.WDCGG, record(header, months.months()), months.repeated());
  }

  private static StationRecord record(WdcggHeader header, List<MonthlyMean> months) {
    String declared = header.optional("SAMPLING TYPE");
    return new StationRecord(
        header.stationCode(),
        header.optional("STATION"),
        header.optional("SUBMITTED BY"),
        new RecordPlace(header.latitude(), header.longitude(), header.altitude(), Double.NaN),
        SamplingType.ofMonthly(declared, StationRecord.meanSamples(months)),
        declared,
        header.optional("CALIBRATION"),
        months);
  }

  /** Where the fields of a line are; the column M holds two, year and month. */
  private static final class Columns {
    private final List<String> names;
    private final int month;

    Columns(WdcggHeader header) {
      names = header.columns();
      month = names.indexOf("M");
    }

    void require(RecordLine row) {
      int expected = names.size() + 1;
      if (row.fields().size() != expected) {
        throw row.error(
            "Found " + row.fields().size() + " fields, expected " + expected,
            "Give year and month, then one field for each of "
                + String.join(" ", names.subList(1, names.size())));
      }
    }

    private int field(String column) {
      int index = names.indexOf(column);
      return index > month ? index + 1 : index;
    }

    private double number(RecordLine row, String column, double lowest, double highest) {
      return names.contains(column)
          ? row.number(field(column), column, lowest, highest)
          : Double.NaN;
    }

    String flag(RecordLine row) {
      return names.contains("F") ? row.text(field("F")) : MonthlyMean.NO_FLAG;
    }

    MonthlyMean month(RecordLine row, FlagTable flags) {
      requireScale(row, "RATIO_A", 1);
      requireScale(row, "RATIO_B", 0);
      double samples = number(row, "ND", 0, 1e6);
      if (!Double.isNaN(samples) && samples != Math.rint(samples)) {
        throw row.error("ND is not a whole number: " + samples, "Correct the line");
      }
      return new MonthlyMean(
          row.month(month, month + 1),
          number(row, "CO2", RecordLine.LOWEST, RecordLine.HIGHEST),
          Double.isNaN(samples) ? -1 : (int) samples,
          number(row, "SD", 0, RecordLine.HIGHEST),
          flag(row),
          flags.quality(flag(row)));
    }

    private void requireScale(RecordLine row, String ratio, double identity) {
      double found = number(row, ratio, Double.NEGATIVE_INFINITY, 1e9);
      if (names.contains(ratio) && found != identity) {
        throw row.error(
            ratio + " is not " + identity + ": the values are not on the scale they are given in",
            "Convert them to the WMO scale first");
      }
    }
  }
}
