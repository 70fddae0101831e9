package org.ccdas.evaluate.judge;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.ccdas.evaluate.reference.Quantity;
import org.ccdas.inputs.grid.Cell;
import org.ccdas.inputs.grid.GreatCircle;
import org.ccdas.inputs.grid.LatLonBox;
import org.ccdas.inputs.region.Region;
import org.ccdas.inputs.region.Regions;
import org.ccdas.inputs.time.MonthAxis;

/**
 * Monthly fluxes of a run that has ended.
 *
 * @param cells land cells
 * @param vegetated share of each that vegetation covers, 0..1
 * @param months of the window
 * @param fields {@code nep_prior}, {@code gpp_posterior}, ...: [month][cell], kg m-2 s-1 of the
 *     whole cell
 * @param regions over which fluxes are summed, with the shares of the cells
 */
public record RunFluxes(
    List<Cell> cells,
    double[] vegetated,
    MonthAxis months,
    Map<String, double[][]> fields,
    Regions regions) {
  private static final double SECONDS_PER_DAY = 86400;
  private static final double MONTHS_PER_YEAR = 12;
  private static final double PG_PER_KG = 1e-12;
  private static final double G_PER_KG = 1e3;

  /** How far from the middle of a cell a tower outside all cells may be, degrees. */
  private static final double NEAR = 2;

  /** A field, [month][cell], kg m-2 s-1. */
  public double[][] field(Quantity quantity, Stage stage) {
    return fields.get(quantity.variable() + "_" + stage.key());
  }

  /** Whether the shares of a region's cells are known. */
  public boolean knows(Region region) {
    return regions.regions().contains(region);
  }

  /** Area of each cell that belongs to a region, m2. */
  double[] areas(Region region) {
    int number = regions.regions().indexOf(region);
    double[] areas = new double[cells.size()];
    Arrays.setAll(areas, c -> regions.shares(cells.get(c).id())[number] * cells.get(c).area());
    return areas;
  }

  /**
   * Sum over a region by month as a rate, a month being a twelfth of a year: {@link
   * Quantity#regionUnit()}.
   */
  public double[] total(Quantity quantity, Stage stage, Region region) {
    return total(quantity, stage, areas(region));
  }

  /** Sum over cells of these areas (m2). */
  double[] total(Quantity quantity, Stage stage, double[] areas) {
    double[][] field = field(quantity, stage);
    double[] total = new double[field.length];
    Arrays.setAll(total, m -> total(months.days(m), field[m], areas));
    return total;
  }

  /** Sum of a map, kg m-2 s-1, over cells of these areas in a month of so many days, Pg yr-1. */
  static double total(int days, double[] map, double[] areas) {
    double sum = 0;
    for (int c = 0; c < areas.length; c++) {
      if (areas[c] > 0) {
        sum += map[c] * areas[c];
      }
    }
    return sum * days * SECONDS_PER_DAY * MONTHS_PER_YEAR * PG_PER_KG;
  }

  /**
   * The flux of a cell by month per area of its vegetation, as a tower sees it, or what is of the
   * vegetated part anyway: {@link Quantity#siteUnit()}. NaN where nothing grows.
   */
  public double[] ofVegetation(Quantity quantity, Stage stage, int cell) {
    double[][] field = field(quantity, stage);
    double[] values = new double[field.length];
    if (!quantity.isFlux()) {
      Arrays.setAll(values, m -> field[m][cell]);
      return values;
    }
    // kg of water per m2 is mm; carbon is wanted in g
    double scale = quantity == Quantity.ET ? 1 : G_PER_KG;
    for (int m = 0; m < values.length; m++) {
      values[m] =
          vegetated[cell] > 0
              ? field[m][cell] * SECONDS_PER_DAY * scale / vegetated[cell]
              : Double.NaN;
    }
    return values;
  }

  /**
   * The vegetated cell that a place lies in; where none has it, as on a coast, the one with the
   * nearest middle, at most {@value #NEAR} degrees away.
   */
  public OptionalInt cellAt(double lat, double lon) {
    int nearest = -1;
    double least = NEAR;
    for (int c = 0; c < cells.size(); c++) {
      Cell cell = cells.get(c);
      if (!(vegetated[c] > 0)) {
        continue;
      }
      if (contains(cell.box(), lat, lon)) {
        return OptionalInt.of(c);
      }
      double distance = GreatCircle.degrees(lat, lon, cell.lat(), cell.lon());
      if (distance < least) {
        least = distance;
        nearest = c;
      }
    }
    return nearest < 0 ? OptionalInt.empty() : OptionalInt.of(nearest);
  }

  private static boolean contains(LatLonBox box, double lat, double lon) {
    double east = (lon - box.west()) % 360;
    double turned = east < 0 ? east + 360 : east;
    return lat >= box.south() && lat < box.north() && turned < box.east() - box.west();
  }
}
