package org.ccdas.verify.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ccdas.inputs.file.Location;
import org.ccdas.inputs.grid.EaseGrid2;
import org.ccdas.inputs.grid.LatLonGrid;
import org.ccdas.inputs.netcdf.NetcdfOutput;
import org.ccdas.observe.satellite.Layer;
import org.ccdas.observe.satellite.Overpass;
import org.ccdas.observe.satellite.Retrievals;
import org.ccdas.verify.world.SmosWorld;

/**
 * Daily files of full size with three packed variables, and one without missing values. They have
 * the edges of the pixels, so that every program takes the same, and a time axis.
 */
final class BenchmarkFiles {
  static final LocalDate FIRST = LocalDate.of(2010, 6, 1);

  private static final double SCALE = 1.0 / 30_000;
  private static final int FILL = -32768;
  private static final LatLonGrid GRID = EaseGrid2.grid25km(true);

  private BenchmarkFiles() {}

  /** Writes the files (NetCDF-3) and gives their paths, by day. */
  static List<Path> write(Path folder, int count) throws IOException {
    Files.createDirectories(folder);
    SmosWorld world = new SmosWorld(Location.of(folder), 1);
    List<Path> files = new ArrayList<>();
    for (int day = 0; day < count; day++) {
      Retrievals retrievals =
          world.retrievals(
              FIRST.plusDays(day), Overpass.ASCENDING, (cell, date) -> 0.1 + 0.003 * (cell % 60));
      Path file = folder.resolve(String.format(java.util.Locale.ROOT, "day%03d.nc", day));
      write(
          file,
          FIRST.plusDays(day),
          packed(retrievals.soilMoisture()),
          packed(retrievals.standardError()),
          packed(retrievals.numbers(Layer.RFI_PROBABILITY).orElseThrow()));
      files.add(file);
    }
    return files;
  }

  /** Writes a file that has a value at every pixel, for weights that are good for all. */
  static void writeFull(Path file) throws IOException {
    double[] full = new double[GRID.size()];
    Arrays.fill(full, 1000);
    write(file, FIRST, full, full, full);
  }

  private static double[] packed(float[] values) {
    double[] packed = new double[values.length];
    Arrays.setAll(packed, i -> Float.isNaN(values[i]) ? FILL : Math.rint(values[i] / SCALE));
    return packed;
  }

  private static void write(Path file, LocalDate date, double[]... fields) throws IOException {
    NetcdfOutput output =
        NetcdfOutput.titled("Synthetic SMOS day")
            .dimension("time", 1)
            .dimension("lat", GRID.rows())
            .dimension("lon", GRID.columns())
            .dimension("bnds", 2);
    output
        .doubles("time", "time")
        .units("days since 2000-01-01")
        .standardName("time")
        .values(ChronoUnit.DAYS.between(LocalDate.of(2000, 1, 1), date));
    double[] lats = new double[GRID.rows()];
    double[] latBounds = new double[2 * lats.length];
    for (int row = 0; row < lats.length; row++) {
      lats[row] = EaseGrid2.centreLatitude(GRID, row);
      latBounds[2 * row] = GRID.north(row);
      latBounds[2 * row + 1] = GRID.south(row);
    }
    double[] lons = new double[GRID.columns()];
    double[] lonBounds = new double[2 * lons.length];
    for (int column = 0; column < lons.length; column++) {
      lons[column] = 0.5 * (GRID.west(column) + GRID.east(column));
      lonBounds[2 * column] = GRID.west(column);
      lonBounds[2 * column + 1] = GRID.east(column);
    }
    output
        .doubles("lat", "lat")
        .units("degrees_north")
        .standardName("latitude")
        .attribute("bounds", "lat_bnds")
        .values(lats);
    output
        .doubles("lon", "lon")
        .units("degrees_east")
        .standardName("longitude")
        .attribute("bounds", "lon_bnds")
        .values(lons);
    output.doubles("lat_bnds", "lat", "bnds").values(latBounds);
    output.doubles("lon_bnds", "lon", "bnds").values(lonBounds);
    String[] names = {"Soil_Moisture", "Soil_Moisture_Dqx", "Rfi_Prob"};
    for (int i = 0; i < names.length; i++) {
      output
          .shorts(names[i], "time", "lat", "lon")
          .units("1")
          .attribute("scale_factor", SCALE)
          .attribute("add_offset", 0.0)
          .attribute("_FillValue", (short) FILL)
          .values(fields[i]);
    }
    output.write(Location.of(file));
  }
}
