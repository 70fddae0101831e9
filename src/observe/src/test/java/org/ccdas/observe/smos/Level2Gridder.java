package org.ccdas.observe.smos;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import org.ccdas.inputs.file.Location;
import org.ccdas.inputs.grid.EaseGrid2;
import org.ccdas.inputs.netcdf.NetcdfInput;
import org.ccdas.observe.satellite.Layer;
import org.ccdas.observe.satellite.Overpass;
import org.ccdas.observe.satellite.Retrievals;

/**
 * Grids a SMOS Level-2 half orbit onto the CATDS grid, as a stand-in for Level-3 files with values,
 * which could not be had: means of soil moisture and DQX over the points of a pixel, the worst of
 * their interference and chi-square, all of their flags. Derived, not a product of CATDS.
 */
final class Level2Gridder {
  /** Points of the half orbit that have a retrieval. */
  private int points;

  int points() {
    return points;
  }

  Retrievals grid(Path file, LocalDate date, Overpass overpass) {
    int size = EaseGrid2.ROWS * EaseGrid2.COLUMNS;
    float[] moisture = missing(size);
    float[] error = missing(size);
    float[] interference = missing(size);
    float[] probability = missing(size);
    float[] hours = missing(size);
    int[] flags = new int[size];
    Arrays.fill(flags, -1);
    int[] count = new int[size];
    try (NetcdfInput input = NetcdfInput.open(Location.of(file))) {
      double[] lat = input.variable("Latitude").read();
      double[] lon = input.variable("Longitude").read();
      double[] sm = input.variable("Soil_Moisture").read();
      double[] dqx = input.variable("Soil_Moisture_DQX").read();
      // these use 0 as fill value although 0 is a good value of theirs
      double[] rfi = zeroIfMissing(input.variable("RFI_Prob").read());
      double[] chi = zeroIfMissing(input.variable("Chi_2_P").read());
      double[] science = zeroIfMissing(input.variable("Science_Flags").read());
      double[] days = input.variable("Days").read();
      double[] seconds = input.variable("Seconds").read();
      long start = LocalDate.of(2000, 1, 1).until(date, java.time.temporal.ChronoUnit.DAYS);
      for (int i = 0; i < sm.length; i++) {
        if (Double.isNaN(sm[i]) || EaseGrid2.row(lat[i]) < 0) {
          continue;
        }
        points++;
        int pixel = EaseGrid2.row(lat[i]) * EaseGrid2.COLUMNS + EaseGrid2.column(lon[i]);
        boolean first = count[pixel]++ == 0;
        moisture[pixel] = first ? (float) sm[i] : moisture[pixel] + (float) sm[i];
        error[pixel] = first ? (float) dqx[i] : error[pixel] + (float) dqx[i];
        interference[pixel] =
            first ? (float) rfi[i] : Math.max(interference[pixel], (float) rfi[i]);
        probability[pixel] = first ? (float) chi[i] : Math.min(probability[pixel], (float) chi[i]);
        flags[pixel] = first ? (int) (long) science[i] : flags[pixel] | (int) (long) science[i];
        hours[pixel] = (float) (24 * (days[i] - start) + seconds[i] / 3600);
      }
    }
    for (int pixel = 0; pixel < size; pixel++) {
      if (count[pixel] > 0) {
        moisture[pixel] /= count[pixel];
        error[pixel] /= count[pixel];
      }
    }
    String stem = CatdsWriter.stem(date, overpass, "TEST", 300);
    return new Retrievals(
        stem,
        new CatdsL3().identify(stem + ".nc").orElseThrow(),
        EaseGrid2.grid25km(true),
        Map.of(
            Layer.SOIL_MOISTURE,
            moisture,
            Layer.STANDARD_ERROR,
            error,
            Layer.RFI_PROBABILITY,
            interference,
            Layer.CHI2_PROBABILITY,
            probability,
            Layer.ACQUISITION_HOURS,
            hours),
        Map.of(Layer.SCIENCE_FLAGS, flags));
  }

  private static float[] missing(int size) {
    float[] field = new float[size];
    Arrays.fill(field, Float.NaN);
    return field;
  }

  private static double[] zeroIfMissing(double[] values) {
    return Arrays.stream(values).map(value -> Double.isNaN(value) ? 0 : value).toArray();
  }
}
