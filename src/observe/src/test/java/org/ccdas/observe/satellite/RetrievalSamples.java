package org.ccdas.observe.satellite;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.ccdas.inputs.grid.LatLonGrid;

/** Small retrievals for tests. */
final class RetrievalSamples {
  static final LocalDate DAY = LocalDate.of(2012, 5, 14);

  private RetrievalSamples() {}

  static FileIdentity identity(Overpass overpass) {
    return new FileIdentity("sample", DAY, overpass, "1");
  }

  /** Soil moisture with one standard error. */
  static Retrievals of(LatLonGrid grid, float[] moisture, float error) {
    float[] errors = new float[moisture.length];
    Arrays.fill(errors, error);
    return new Retrievals(
        "sample.nc",
        identity(Overpass.ASCENDING),
        grid,
        Map.of(Layer.SOIL_MOISTURE, moisture, Layer.STANDARD_ERROR, errors),
        Map.of());
  }

  /** As {@link #of}, without any criterion. */
  static ScreenedRetrievals screened(LatLonGrid grid, float[] moisture) {
    return new Screening(List.of()).apply(of(grid, moisture, 0.05f));
  }

  /** A regular grid with rows from north to south. */
  static LatLonGrid grid(double south, double north, int rows, double west, double east, int cols) {
    double[] lats = new double[rows + 1];
    Arrays.setAll(lats, i -> north + (south - north) * i / rows);
    double[] lons = new double[cols + 1];
    Arrays.setAll(lons, i -> west + (east - west) * i / cols);
    return LatLonGrid.ofEdges(lats, lons);
  }
}
