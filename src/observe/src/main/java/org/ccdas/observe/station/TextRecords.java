package org.ccdas.observe.station;

import java.util.Set;

/** Text with a {@code #} header: WDCGG since 2018, NOAA, ObsPack. */
final class TextRecords implements RecordReader {
  @Override
  public boolean reads(RecordFile file) {
    return file.firstLine().startsWith("#");
  }

  @Override
  public Reading read(RecordFile file, Set<String> acceptedFlags) {
    return TableReader.read(TextTable.parse(file.name(), file.lines()), acceptedFlags);
  }
}
