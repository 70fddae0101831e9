package org.ccdas.inputs.grid;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.ccdas.inputs.grid.LatLonGrid.Registration;
import org.ccdas.inputs.netcdf.NetcdfOutput;
import org.ccdas.inputs.netcdf.OutputVariable;

/**
 * One of the many ways in which the same pixels of ten degrees can stand in a file: any order of
 * dimensions, rows from either side, columns from anywhere in any turn, the first column again at
 * the end, coordinates that are centres or edges, with bounds or without.
 *
 * @param order of the dimensions time (t), latitude (y) and longitude (x)
 * @param northFirst whether rows run southwards
 * @param domain which columns there are
 * @param seam longitude that the columns start from, or the first of the turn they are in
 * @param meaning what the coordinates are
 * @param bounds whether the file has them
 */
public record GridLayout(
    String order,
    boolean northFirst,
    Domain domain,
    int seam,
    Registration meaning,
    boolean bounds) {
  /** Size of a pixel, degrees. */
  public static final int STEP = 10;

  /** Northern edge of the southernmost rows is at 20 south; the last row ends at 70 north. */
  private static final int SOUTH = -30;

  private static final int NORTH = 70;

  /** Columns. */
  public enum Domain {
    /** All round the Earth. */
    GLOBE,
    /** All round, the first column again at the end. */
    CYCLIC,
    /** All round, from east to west. */
    WESTWARD,
    /** From 50 west to 70 east, one after the other. */
    REGION,
    /** The same, sorted within a turn, so that there is a gap in the middle. */
    SORTED
  }

  /** A quantity in space and time. */
  public interface Content {
    /** Value at the middle of a pixel; longitudes are within -180..180. */
    double at(int step, double lat, double lon);
  }

  /** As a textbook has it. */
  public static GridLayout plain() {
    return new GridLayout("tyx", false, Domain.GLOBE, -180, Registration.CENTRE, false);
  }

  /** Any layout. */
  public static Arbitrary<GridLayout> any() {
    return Combinators.combine(
            Arbitraries.of("tyx", "txy", "ytx", "yxt", "xty", "xyt"),
            Arbitraries.of(true, false),
            Arbitraries.of(Domain.class),
            Arbitraries.of(-180, 0, -40, 20, 180),
            Arbitraries.of(
                Registration.CENTRE,
                Registration.LOWER_LEFT,
                Registration.UPPER_LEFT,
                Registration.WEST),
            Arbitraries.of(true, false))
        .as(GridLayout::new);
  }

  /** What a user has to say of such a file. */
  public Registration registration() {
    return bounds || meaning == Registration.CENTRE ? Registration.CF : meaning;
  }

  private int[] souths() {
    int rows = (NORTH - SOUTH) / STEP;
    int[] souths = new int[rows];
    Arrays.setAll(souths, row -> northFirst ? NORTH - STEP * (row + 1) : SOUTH + STEP * row);
    return souths;
  }

  private int[] wests() {
    List<Integer> wests = new ArrayList<>();
    switch (domain) {
      case GLOBE, CYCLIC, WESTWARD -> {
        for (int column = 0; column < 36; column++) {
          wests.add(domain == Domain.WESTWARD ? seam + 350 - STEP * column : seam + STEP * column);
        }
        if (domain == Domain.CYCLIC) {
          wests.add(seam + 360);
        }
      }
      default -> {
        for (int west = -50; west < 70; west += STEP) {
          // in the turn from the seam on
          wests.add(seam + Math.floorMod(west - seam, 360));
        }
        if (domain == Domain.SORTED) {
          wests.sort(null);
        }
      }
    }
    return wests.stream().mapToInt(west -> west).toArray();
  }

  private double lat(int south) {
    return switch (meaning) {
      case LOWER_LEFT -> south;
      case UPPER_LEFT -> south + STEP;
      default -> south + 0.5 * STEP;
    };
  }

  private double lon(int west) {
    return meaning == Registration.CENTRE ? west + 0.5 * STEP : west;
  }

  /**
   * Adds a variable on axes of its own.
   *
   * @param steps length of the dimension {@code time}, which the file has
   */
  public OutputVariable add(NetcdfOutput output, String name, int steps, Content content) {
    int[] souths = souths();
    int[] wests = wests();
    String lat = name + "_lat";
    String lon = name + "_lon";
    output.dimension(lat, souths.length).dimension(lon, wests.length);
    OutputVariable lats = output.doubles(lat, lat).units("degrees_north");
    lats.values(Arrays.stream(souths).mapToDouble(this::lat).toArray());
    OutputVariable lons = output.doubles(lon, lon).standardName("longitude").units("degrees");
    lons.values(Arrays.stream(wests).mapToDouble(this::lon).toArray());
    if (bounds) {
      output.dimension(name + "_two", 2);
      lats.attribute("bounds", lat + "_edges");
      output.doubles(lat + "_edges", lat, name + "_two").values(edges(souths));
      // found by its name
      output.doubles(lon + "_bnds", lon, name + "_two").values(edges(wests));
    }
    int[] shape = new int[3];
    String[] over = new String[3];
    for (int d = 0; d < 3; d++) {
      char dimension = order.charAt(d);
      shape[d] = dimension == 't' ? steps : dimension == 'y' ? souths.length : wests.length;
      over[d] = dimension == 't' ? "time" : dimension == 'y' ? lat : lon;
    }
    double[] values = new double[shape[0] * shape[1] * shape[2]];
    for (int i = 0; i < values.length; i++) {
      int[] at = {i / (shape[1] * shape[2]), i / shape[2] % shape[1], i % shape[2]};
      double east = wests[at[order.indexOf('x')]] + 0.5 * STEP;
      values[i] =
          content.at(
              at[order.indexOf('t')],
              souths[at[order.indexOf('y')]] + 0.5 * STEP,
              Math.IEEEremainder(east, 360));
    }
    OutputVariable variable = output.doubles(name, over).mayBeMissing();
    variable.values(values);
    return variable;
  }

  private static double[] edges(int[] lows) {
    double[] edges = new double[2 * lows.length];
    Arrays.setAll(edges, i -> lows[i / 2] + (i % 2) * STEP);
    return edges;
  }
}
