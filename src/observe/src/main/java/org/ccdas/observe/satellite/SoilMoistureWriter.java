package org.ccdas.observe.satellite;

import java.io.IOException;
import java.time.LocalDate;
import java.util.Map;
import java.util.function.Function;
import org.ccdas.inputs.file.Location;
import org.ccdas.inputs.netcdf.NetcdfOutput;
import org.ccdas.inputs.netcdf.OutputTime;
import org.ccdas.inputs.netcdf.OutputVariable;

/**
 * Writes a soil-moisture product file as {@link SoilMoistureFiles} reads it: CF NetCDF over (time,
 * lat, lon), one step a day, in single precision. The same content gives the same bytes.
 */
public final class SoilMoistureWriter {
  /** Surface soil moisture, m3 m-3. */
  static final String VALUE = "soil_moisture";

  /** Total standard error, m3 m-3. */
  static final String ERROR = "soil_moisture_standard_error";

  /** Share of the land area with valid pixels. */
  static final String FRACTION = "valid_fraction";

  /** First day of the time axis. */
  static final LocalDate REFERENCE = LocalDate.of(2000, 1, 1);

  private static final String UNITS = "m3 m-3";

  private SoilMoistureWriter() {}

  /**
   * Writes one file; days are asked for once each, in order, so that only one is in memory.
   *
   * @param path of the file, replaced as a whole
   * @param title global attribute
   * @param attributes further global attributes: source, screening, settings; no clock
   * @param grid of the fields
   * @param first day
   * @param days number of days, at least 1
   * @param content the fields of a day; {@link SoilMoistureDay#missing} where nothing was seen
   */
  public static void write(
      Location path,
      String title,
      Map<String, String> attributes,
      SoilMoistureGrid grid,
      LocalDate first,
      int days,
      Function<LocalDate, SoilMoistureDay> content)
      throws IOException {
    NetcdfOutput output = NetcdfOutput.titled(title);
    attributes.forEach(output::attribute);
    OutputTime.addDaily(output, REFERENCE, first, days);
    addGrid(output, grid);
    Days source = new Days(content, first, grid.size());
    field(output, VALUE, source, SoilMoistureDay::value)
        .units(UNITS)
        .standardName("volume_fraction_of_condensed_water_in_soil")
        .longName("volumetric moisture of the surface soil")
        .attribute("cell_methods", "area: mean where land")
        .attribute("ancillary_variables", ERROR + " " + FRACTION);
    field(output, ERROR, source, SoilMoistureDay::standardError)
        .units(UNITS)
        .standardName("volume_fraction_of_condensed_water_in_soil standard_error")
        .longName("total standard error: retrieval and representativeness");
    field(output, FRACTION, source, SoilMoistureDay::validFraction)
        .units("1")
        .longName("share of the land area with valid pixels");
    output.write(path);
  }

  private static void addGrid(NetcdfOutput output, SoilMoistureGrid grid) {
    output.dimension("lat", grid.rows()).dimension("lon", grid.columns()).dimension("bnds", 2);
    output
        .doubles("lat", "lat")
        .units("degrees_north")
        .standardName("latitude")
        .longName("latitude")
        .attribute("axis", "Y")
        .attribute("bounds", "lat_bnds")
        .values(grid.lats());
    output
        .doubles("lon", "lon")
        .units("degrees_east")
        .standardName("longitude")
        .longName("longitude")
        .attribute("axis", "X")
        .attribute("bounds", "lon_bnds")
        .values(grid.lons());
    output.doubles("lat_bnds", "lat", "bnds").values(grid.latBounds());
    output.doubles("lon_bnds", "lon", "bnds").values(grid.lonBounds());
  }

  private static OutputVariable field(
      NetcdfOutput output, String name, Days days, Function<SoilMoistureDay, float[]> field) {
    return output
        .floats(name, "time", "lat", "lon")
        .mayBeMissing()
        .slabs(
            day -> {
              float[] values = field.apply(days.at(day));
              double[] wide = new double[values.length];
              for (int i = 0; i < wide.length; i++) {
                wide[i] = values[i];
              }
              return wide;
            });
  }

  /** The day being written; the three variables ask for it one after the other. */
  private static final class Days {
    private final Function<LocalDate, SoilMoistureDay> content;
    private final LocalDate first;
    private final int size;
    private int index = -1;
    private SoilMoistureDay day;

    Days(Function<LocalDate, SoilMoistureDay> content, LocalDate first, int size) {
      this.content = content;
      this.first = first;
      this.size = size;
    }

    SoilMoistureDay at(int wanted) {
      if (wanted != index) {
        day = content.apply(first.plusDays(wanted));
        index = wanted;
        if (day.value().length != size) {
          throw new IllegalArgumentException(
              first.plusDays(wanted) + " has " + day.value().length + " values for " + size);
        }
      }
      return day;
    }
  }
}
