package org.ccdas.observe.station;

import java.util.List;
import java.util.Set;
import org.ccdas.inputs.InputException;
import org.ccdas.inputs.file.Location;

/**
 * The files that are read, found by their content (spec section 19.3): WDCGG before 2018 ({@code
 * REM} header), tables with a {@code #} header (WDCGG since 2018, NOAA, ObsPack text), their NetCDF
 * counterparts, and monthly means of Scripps.
 */
public final class RecordFiles {
  private static final List<RecordReader> READERS =
      List.of(new NetcdfRecords(), new WdcggMonthly(), new TextRecords(), new ScrippsMonthly());

  private RecordFiles() {}

  /**
   * Reads a file.
   *
   * @param format that it must have
   * @param acceptedFlags flags that are good although neither the file nor its format says so
   * @throws InputException when the file is absent, of another format, or bad in some place
   */
  public static Reading read(Location file, RecordFormat format, Set<String> acceptedFlags) {
    return read(RecordFile.of(file), format, acceptedFlags);
  }

  static Reading read(RecordFile file, RecordFormat format, Set<String> acceptedFlags) {
    for (RecordReader reader : READERS) {
      if (reader.reads(file)) {
        Reading reading = reader.read(file, acceptedFlags);
        requireFormat(file, format, reading.format());
        return reading;
      }
    }
    throw new InputException(
        file.name(),
        "line 1",
        "This is no file of CO2 of a known format",
        "Give a file of WDCGG (lines that start with REM or #, or NetCDF), NOAA (#), ObsPack (NetCDF"
            + " or #) or Scripps (comments in quotes)");
  }

  private static void requireFormat(RecordFile file, RecordFormat wanted, RecordFormat found) {
    if (wanted != RecordFormat.AUTO && wanted != found) {
      throw new InputException(
          file.name(),
          "",
          "The file is of format " + found + ", not " + wanted,
          "Leave out observations.co2.format, so that every file is read for what it is");
    }
  }
}
