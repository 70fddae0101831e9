package org.ccdas.transport.tracer;

import java.io.IOException;
import org.ccdas.inputs.file.Location;
import org.ccdas.inputs.netcdf.NetcdfInput;
import org.ccdas.inputs.netcdf.NetcdfOutput;

/** One {@link MonthResponse} as a NetCDF file, the part of a response that one worker makes. */
public final class MonthResponseFile {
  private static final String UNIT = "1e-6 common_year kg-1";

  private MonthResponseFile() {}

  /** Writes it; an existing file is replaced at once. */
  public static void write(Location file, MonthResponse part) throws IOException {
    int lags = part.values().length;
    int width = part.values()[0].length;
    double[] values = new double[lags * width];
    for (int lag = 0; lag < lags; lag++) {
      System.arraycopy(part.values()[lag], 0, values, lag * width, width);
    }
    NetcdfOutput output =
        NetcdfOutput.titled("Response of one calendar month's mean CO2 to the fluxes before it")
            .attribute("month", part.month())
            .dimension("lag", lags)
            .dimension("column_receptor", width);
    output
        .doubles("response", "lag", "column_receptor")
        .units(UNIT)
        .longName("mean CO2 of a carbon flux of 1 kg yr-1 in the month lag months before")
        .values(values);
    output.write(file);
  }

  /**
   * Reads it.
   *
   * @throws org.ccdas.inputs.InputException when the file is damaged
   */
  public static MonthResponse read(Location file, int month) {
    try (NetcdfInput input = NetcdfInput.open(file)) {
      int[] shape = input.variable("response").shape();
      double[] values = input.variable("response").readAs(UNIT);
      double[][] byLag = new double[shape[0]][shape[1]];
      for (int lag = 0; lag < byLag.length; lag++) {
        System.arraycopy(values, lag * shape[1], byLag[lag], 0, shape[1]);
      }
      return new MonthResponse(month, byLag);
    }
  }
}
