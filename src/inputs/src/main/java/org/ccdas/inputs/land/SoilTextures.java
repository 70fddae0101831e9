package org.ccdas.inputs.land;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeSet;
import org.ccdas.inputs.InputException;
import org.ccdas.inputs.file.CsvTable;
import org.ccdas.inputs.file.Location;
import org.ccdas.inputs.grid.CellTable;
import org.ccdas.inputs.grid.GriddedField;
import org.ccdas.inputs.grid.LatLonGrid;
import org.ccdas.inputs.grid.LatLonGrid.Registration;
import org.ccdas.inputs.netcdf.NetcdfInput;
import org.ccdas.inputs.netcdf.NetcdfVariable;

/** Soil texture numbers of spec section 4.3 for each cell; all tiles of a cell share one. */
public final class SoilTextures {
  /** Number of textures. */
  public static final int COUNT = 6;

  /** Loamy sand. */
  public static final int LOAMY_SAND = 1;

  /** Sandy loam. */
  public static final int SANDY_LOAM = 2;

  /** Loam; the texture of cells about which nothing is known. */
  public static final int LOAM = 3;

  /** Sandy clay loam. */
  public static final int SANDY_CLAY_LOAM = 4;

  /** Clay loam. */
  public static final int CLAY_LOAM = 5;

  /** Organic soil. */
  public static final int ORGANIC = 6;

  /**
   * Marks soils without a limit of water in BIOME4's {@code whc}: peat, wetland and flood plain.
   */
  private static final double UNLIMITED = 900;

  private static final double NORTHERN_PEAT = 45;

  /** How far the values of a packed map may be from whole numbers. */
  private static final double WHOLE = 1e-3;

  private SoilTextures() {}

  static void require(int texture) {
    if (texture < 1 || texture > COUNT) {
      throw new IllegalArgumentException("soil texture " + texture + " is not within 1..6");
    }
  }

  /** Loam everywhere. */
  public static int[] loam(CellTable table) {
    int[] textures = new int[table.size()];
    Arrays.fill(textures, LOAM);
    return textures;
  }

  /**
   * From a CSV table {@code cell,texture}, which must have every cell.
   *
   * @throws InputException naming the line
   */
  public static int[] read(Location path, CellTable table) {
    CellRows rows = CellRows.of(CsvTable.read(path, "cell", "texture"));
    return table.cells().stream().mapToInt(cell -> texture(rows.require(cell))).toArray();
  }

  private static int texture(CsvTable.Row row) {
    int texture = row.integer("texture");
    if (texture < 1 || texture > COUNT) {
      throw row.problem("texture is " + texture, "Give a number of the soil table, 1..6");
    }
    return texture;
  }

  /**
   * From a gridded NetCDF map of classes: the texture that covers most of a cell, loam where the
   * map has nothing.
   *
   * @param textureOfClass texture number of each class of the map; classes that it lacks count as
   *     no soil
   */
  public static int[] readClassMap(
      Location path,
      String variable,
      Registration registration,
      Map<Integer, Integer> textureOfClass,
      CellTable table) {
    textureOfClass.values().forEach(SoilTextures::require);
    try (NetcdfInput input = NetcdfInput.open(path)) {
      GriddedField field = GriddedField.of(input, input.variable(variable), registration);
      double[] classes = field.map();
      int[] textures = new int[classes.length];
      for (int i = 0; i < textures.length; i++) {
        Integer texture =
            Double.isNaN(classes[i]) ? null : textureOfClass.get(wholeClass(field, classes[i]));
        textures[i] = texture == null ? -1 : texture;
      }
      if (Arrays.stream(textures).allMatch(texture -> texture < 0)) {
        throw field
            .variable()
            .problem(
                "has none of the classes " + new TreeSet<>(textureOfClass.keySet()),
                "Check the variable, and the classes in land.texture",
                null);
      }
      return dominant(field, textures, table);
    }
  }

  /** The class that a packed value stands for; an average of classes is none. */
  private static int wholeClass(GriddedField field, double value) {
    double whole = Math.rint(value);
    if (!(Math.abs(value - whole) <= WHOLE)) {
      throw field
          .variable()
          .problem(
              "has the class " + value + ", which is no whole number",
              "Give a map of classes, regridded by nearest neighbour or majority if at all",
              null);
    }
    return (int) whole;
  }

  /**
   * From the upper layer of BIOME4's soil variables [CHOICE]: percolation index k (mm h-1) of at
   * least 9 loamy sand, 5..9 sandy loam, 2..5 loam, 1..2 sandy clay loam, below 1 clay loam; soils
   * without a limit of water ({@code whc} 999.9) are organic north of 45 degrees and clay loam
   * elsewhere. The texture that covers most of a cell; loam where there is none.
   *
   * @param path a file with {@code whc} and {@code perc} over (soil layer, lat, lon), whose
   *     coordinates are south-western corners
   */
  public static int[] readBiome4(Location path, CellTable table) {
    try (NetcdfInput input = NetcdfInput.open(path)) {
      GriddedField percolation = upperLayer(input, "perc");
      GriddedField capacity = upperLayer(input, "whc");
      LatLonGrid grid = percolation.grid();
      int[] within = grid.within(capacity.grid());
      double[] perc = percolation.first();
      double[] whc = capacity.first();
      int[] textures = new int[grid.size()];
      for (int i = 0; i < textures.length; i++) {
        double water = within[i] < 0 ? Double.NaN : whc[within[i]];
        textures[i] = ofBiome4(perc[i], water, grid.south(i / grid.columns()));
      }
      return dominant(percolation, textures, table);
    }
  }

  private static GriddedField upperLayer(NetcdfInput input, String name) {
    NetcdfVariable variable = input.variable(name);
    if (variable.shape().length != 3) {
      throw variable.problem(
          "has the dimensions " + String.join(", ", variable.dimensions()),
          "Give it over soil layer, latitude and longitude",
          null);
    }
    return GriddedField.of(input, variable, Registration.LOWER_LEFT);
  }

  /** Texture of one grid point of BIOME4, or -1. */
  static int ofBiome4(double percolation, double capacity, double lat) {
    if (!(capacity > 0)) {
      return -1;
    }
    if (capacity >= UNLIMITED) {
      return lat >= NORTHERN_PEAT ? ORGANIC : CLAY_LOAM;
    }
    if (!(percolation > 0 && percolation < 100)) {
      return -1;
    }
    if (percolation >= 5) {
      return percolation >= 9 ? LOAMY_SAND : SANDY_LOAM;
    }
    if (percolation >= 2) {
      return LOAM;
    }
    return percolation >= 1 ? SANDY_CLAY_LOAM : CLAY_LOAM;
  }

  private static int[] dominant(GriddedField field, int[] textures, CellTable table) {
    int[] found = field.onto(table.cells()).dominant(textures, COUNT + 1);
    return Arrays.stream(found).map(texture -> texture < 1 ? LOAM : texture).toArray();
  }
}
