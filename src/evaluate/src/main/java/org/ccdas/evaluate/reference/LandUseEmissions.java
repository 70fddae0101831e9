package org.ccdas.evaluate.reference;

import java.util.Arrays;
import java.util.Optional;
import org.ccdas.inputs.file.CsvTable;
import org.ccdas.inputs.file.Location;
import org.ccdas.inputs.grid.LatLonBox;
import org.ccdas.inputs.region.Region;
import org.ccdas.inputs.time.MonthAxis;

/**
 * Emissions by land-use change, which have to be taken out of a net land flux before it is compared
 * with net ecosystem production: global totals of the Global Carbon Budget by year, shared out to
 * latitude bands as runs share them out, even over the months of a year.
 */
public final class LandUseEmissions {
  private final YearTable years;
  private final double[] total;
  private final CsvTable bands;

  private LandUseEmissions(YearTable years, CsvTable bands) {
    this.years = years;
    this.total = years.values(GlobalCarbonBudget::landUse);
    this.bands = bands;
  }

  /**
   * The emissions of a budget file.
   *
   * @param budget {@value GlobalCarbonBudget#FILE}
   * @param bands shares of latitude bands, columns {@code lat_south}, {@code lat_north}, {@code
   *     share}, sum 1
   */
  public static LandUseEmissions of(Location budget, CsvTable bands) {
    return new LandUseEmissions(GlobalCarbonBudget.landUse(budget), bands);
  }

  /** Whether a file is the one that the totals are in. */
  public static boolean isTotals(String fileName) {
    return fileName.equals(GlobalCarbonBudget.FILE);
  }

  /**
   * Emissions of a region, PgC yr-1 by month; NaN for months that the totals do not have. Empty for
   * a region that is no latitude band: how it shares is not known.
   */
  public Optional<double[]> of(Region region, MonthAxis months) {
    return share(region)
        .map(
            share -> {
              double[] values = new double[months.count()];
              Arrays.setAll(
                  values,
                  m ->
                      years.months().contains(months.at(m))
                          ? share * total[years.months().indexOf(months.at(m)) / 12]
                          : Double.NaN);
              return values;
            });
  }

  private Optional<Double> share(Region region) {
    if (region.equals(StandardRegions.GLOBE)) {
      return Optional.of(1.0);
    }
    if (region.equals(StandardRegions.SOUTH)) {
      return Optional.of(share(-90, -30));
    }
    if (region.equals(StandardRegions.TROPICS)) {
      return Optional.of(share(-30, 30));
    }
    return region.equals(StandardRegions.NORTH) ? Optional.of(share(30, 90)) : Optional.empty();
  }

  /** Share of a band, a row of the table counting by the part of its area that lies within. */
  private double share(double south, double north) {
    LatLonBox band = new LatLonBox(south, north, 0, 360);
    return bands.rows().stream()
        .mapToDouble(
            row -> {
              LatLonBox box =
                  new LatLonBox(row.number("lat_south"), row.number("lat_north"), 0, 360);
              return row.number("share") * box.overlap(band) / box.area();
            })
        .sum();
  }
}
