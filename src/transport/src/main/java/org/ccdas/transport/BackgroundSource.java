package org.ccdas.transport;

import java.io.Serializable;
import java.util.List;
import java.util.Objects;
import org.ccdas.inputs.InputException;
import org.ccdas.inputs.file.CsvTable;
import org.ccdas.inputs.file.Location;
import org.ccdas.inputs.grid.LatLonGrid.Registration;
import org.ccdas.transport.surface.Spread;

/**
 * Where one background flux comes from: a pattern in space and season, and the yearly totals that
 * it is scaled to (spec section 16.4). Fluxes are positive to the atmosphere.
 *
 * @param name name of the component, for example {@code fossil}
 * @param kind how {@code file} is laid out
 * @param file path of the pattern, relative to the folder of the data; or {@code resource:NAME} for
 *     a table that comes with the system ({@code resource:fossil-bands.csv})
 * @param variable variable of a NetCDF file; null for the other kinds
 * @param registration what the latitudes of a NetCDF file mean
 * @param spread how the flux lies along circles of latitude; none of fluxes by region
 * @param totals the yearly totals; null leaves the pattern as it is, which must then carry fluxes
 */
public record BackgroundSource(
    String name,
    Kind kind,
    String file,
    String variable,
    Registration registration,
    Spread spread,
    Totals totals)
    implements Serializable {
  /** Prefix of {@code file} for a table that comes with the system. */
  public static final String RESOURCE = "resource:";

  private static final List<String> TABLES =
      List.of("fossil-bands.csv", "landuse-bands.csv", "ocean-bands.csv");

  /** Layouts of pattern files. */
  public enum Kind {
    /**
     * CSV with the columns {@code year}, {@code month} and one for each transport region, by its
     * name; PgC yr-1.
     */
    REGIONS,
    /**
     * CSV with the columns {@code lat_south}, {@code lat_north} and {@code share}; shares sum to 1,
     * the same in all months. Needs totals.
     */
    BANDS,
    /** NetCDF with a variable over time (monthly) and latitude; PgC yr-1 per degree of latitude. */
    ZONAL
  }

  /**
   * Yearly totals from a column of a CSV: total = factor * column + offset, PgC yr-1.
   *
   * @param file path, relative to the folder of the data; its first column is the year
   * @param column name of the column
   * @param factor turns the column into PgC yr-1 to the atmosphere; -1 for a sink
   * @param offset PgC yr-1, for example the river carbon that outgasses from the ocean
   */
  public record Totals(String file, String column, double factor, double offset)
      implements Serializable {
    /** Checks that file and column are given and the numbers finite. */
    public Totals {
      Objects.requireNonNull(file, "file");
      Objects.requireNonNull(column, "column");
      if (!Double.isFinite(factor) || !Double.isFinite(offset)) {
        throw new IllegalArgumentException("factor " + factor + ", offset " + offset);
      }
    }
  }

  /**
   * Reads a table: a file, or one that comes with the system when the name starts with {@value
   * #RESOURCE}.
   *
   * @param folder that a relative path starts from
   */
  static CsvTable table(Location folder, String name, String... columns) {
    if (!name.startsWith(RESOURCE)) {
      return CsvTable.read(folder.resolve(name), columns);
    }
    String resource = name.substring(RESOURCE.length());
    if (!TABLES.contains(resource)) {
      throw new InputException(
          name,
          "",
          "no such table comes with the system",
          "Use " + RESOURCE + String.join(", " + RESOURCE, TABLES));
    }
    return CsvTable.resource(BackgroundSource.class, resource, columns);
  }

  /**
   * A source that lies evenly along latitudes, which, if it has any, are what CF has them to be.
   */
  public BackgroundSource(String name, Kind kind, String file, String variable, Totals totals) {
    this(name, kind, file, variable, Registration.CF, Spread.EVEN, totals);
  }

  /** Checks what each kind needs. */
  public BackgroundSource {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(file, "file");
    Objects.requireNonNull(spread, "spread");
    if (kind == Kind.ZONAL && variable == null) {
      throw new IllegalArgumentException(name + ": a zonal pattern needs a variable");
    }
    if (kind == Kind.BANDS && totals == null) {
      throw new IllegalArgumentException(name + ": shares of bands need yearly totals");
    }
  }
}
