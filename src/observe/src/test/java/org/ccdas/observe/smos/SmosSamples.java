package org.ccdas.observe.smos;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.ccdas.inputs.grid.EaseGrid2;
import org.ccdas.inputs.grid.LatLonGrid;
import org.ccdas.observe.satellite.FileIdentity;
import org.ccdas.observe.satellite.Layer;
import org.ccdas.observe.satellite.Overpass;
import org.ccdas.observe.satellite.Retrievals;

/** Retrievals on the full CATDS grid for tests: good ones in one column of pixels, no others. */
public final class SmosSamples {
  /** Day of the samples. */
  public static final LocalDate DAY = LocalDate.of(2012, 5, 14);

  /** The column of pixels that has retrievals. */
  public static final int COLUMN = 700;

  private SmosSamples() {}

  /** Their identity. */
  public static FileIdentity identity() {
    String name = CatdsWriter.stem(DAY, Overpass.ASCENDING, "OPER", 300) + ".DBL.nc";
    return new CatdsL3().identify(name).orElseThrow();
  }

  /** Index of the pixel of a row. */
  static int pixel(int row) {
    return row * EaseGrid2.COLUMNS + COLUMN;
  }

  /** Fields that pass all criteria, to be changed by tests. */
  static Map<String, float[]> values() {
    Map<String, float[]> values = new LinkedHashMap<>();
    values.put(Layer.SOIL_MOISTURE, column(0.25f));
    values.put(Layer.STANDARD_ERROR, column(0.04f));
    values.put(Layer.RFI_PROBABILITY, column(0.01f));
    values.put(Layer.CHI2, column(1.2f));
    values.put(Layer.CHI2_PROBABILITY, column(0.6f));
    values.put(Layer.SWATH_POSITION, column(-120));
    values.put(Layer.ACQUISITION_HOURS, column(5.75f));
    return values;
  }

  /** Flags of bare nominal soil. */
  static Map<String, int[]> flags() {
    Map<String, int[]> flags = new LinkedHashMap<>();
    int[] science = new int[EaseGrid2.ROWS * EaseGrid2.COLUMNS];
    Arrays.fill(science, -1);
    for (int row = 0; row < EaseGrid2.ROWS; row++) {
      science[pixel(row)] = ScienceFlag.NOMINAL.mask();
    }
    flags.put(Layer.SCIENCE_FLAGS, science);
    flags.put(Layer.PROCESSING_FLAGS, new int[science.length]);
    return flags;
  }

  /** A field with this value in the column, NaN elsewhere. */
  static float[] column(float value) {
    float[] field = new float[EaseGrid2.ROWS * EaseGrid2.COLUMNS];
    Arrays.fill(field, Float.NaN);
    for (int row = 0; row < EaseGrid2.ROWS; row++) {
      field[pixel(row)] = value;
    }
    return field;
  }

  /** Retrievals of these fields, rows from the north. */
  static Retrievals retrievals(Map<String, float[]> values, Map<String, int[]> flags) {
    return on(EaseGrid2.grid25km(true), values, flags);
  }

  static Retrievals on(LatLonGrid grid, Map<String, float[]> values, Map<String, int[]> flags) {
    return new Retrievals("sample.nc", identity(), grid, values, flags);
  }

  /** Good retrievals. */
  public static Retrievals good() {
    return retrievals(values(), flags());
  }
}
