package org.ccdas.observe.station;

import java.util.Set;

/** NetCDF files of ObsPack and of WDCGG. */
final class NetcdfRecords implements RecordReader {
  @Override
  public boolean reads(RecordFile file) {
    return file.isNetcdf();
  }

  @Override
  public Reading read(RecordFile file, Set<String> acceptedFlags) {
    return TableReader.read(NetcdfTable.read(file.location()), acceptedFlags);
  }
}
