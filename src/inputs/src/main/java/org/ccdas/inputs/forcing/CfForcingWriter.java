package org.ccdas.inputs.forcing;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.ccdas.inputs.file.Location;
import org.ccdas.inputs.grid.Cell;
import org.ccdas.inputs.netcdf.NetcdfOutput;
import org.ccdas.inputs.netcdf.OutputTime;
import org.ccdas.inputs.netcdf.OutputVariable;

/** Writes daily weather over (time, cell) as {@link CfForcing} reads it, in single precision. */
public final class CfForcingWriter {
  private CfForcingWriter() {}

  /**
   * Writes one file.
   *
   * @param title what the weather is
   * @param cells in the order of the forcing
   */
  public static void write(Location path, String title, List<Cell> cells, DailyForcing forcing)
      throws IOException {
    write(path, title, cells, forcing, Map.of());
  }

  /**
   * The same with further global attributes.
   *
   * @param attributes texts by name
   */
  public static void write(
      Location path,
      String title,
      List<Cell> cells,
      DailyForcing forcing,
      Map<String, String> attributes)
      throws IOException {
    if (cells.size() != forcing.cells()) {
      throw new IllegalArgumentException(
          cells.size() + " cells for a forcing of " + forcing.cells());
    }
    NetcdfOutput output = NetcdfOutput.titled(title);
    attributes.forEach(output::attribute);
    OutputTime.addDaily(output, forcing.first(), forcing.days());
    output.dimension("cell", cells.size());
    output
        .ints("cell", "cell")
        .longName("cell number")
        .values(cells.stream().mapToDouble(Cell::id).toArray());
    output
        .doubles("lat", "cell")
        .units("degrees_north")
        .standardName("latitude")
        .values(cells.stream().mapToDouble(Cell::lat).toArray());
    output
        .doubles("lon", "cell")
        .units("degrees_east")
        .standardName("longitude")
        .values(cells.stream().mapToDouble(Cell::lon).toArray());
    field(output, "tasmin", forcing.tmin())
        .units("degC")
        .standardName("air_temperature")
        .longName("daily minimum air temperature")
        .attribute("cell_methods", "time: minimum");
    field(output, "tasmax", forcing.tmax())
        .units("degC")
        .standardName("air_temperature")
        .longName("daily maximum air temperature")
        .attribute("cell_methods", "time: maximum");
    field(output, "pr", forcing.precipitation())
        .units("mm d-1")
        .standardName("lwe_precipitation_rate")
        .longName("precipitation")
        .attribute("cell_methods", "time: mean");
    field(output, "rsds", forcing.shortwave())
        .units("W m-2")
        .standardName("surface_downwelling_shortwave_flux_in_air")
        .longName("downward shortwave radiation at the surface")
        .attribute("cell_methods", "time: mean");
    output.write(path);
  }

  private static OutputVariable field(NetcdfOutput output, String name, float[][] field) {
    return output
        .floats(name, "time", "cell")
        .attribute("coordinates", "lat lon")
        .slabs(
            day -> {
              double[] values = new double[field.length];
              for (int c = 0; c < values.length; c++) {
                values[c] = field[c][day];
              }
              return values;
            });
  }
}
