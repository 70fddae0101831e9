package org.ccdas.evaluate.reference;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.ccdas.inputs.file.CsvTable;
import org.ccdas.inputs.file.Location;
import org.ccdas.inputs.grid.Cell;
import org.ccdas.inputs.time.MonthAxis;

/**
 * The annual budget of the Global Carbon Project 2020 (Friedlingstein et al. 2020, Earth System
 * Science Data 12, 3269-3340) as {@value #FILE}: PgC yr-1, land sink and ocean sink positive for
 * uptake, emissions positive to the atmosphere.
 *
 * <p>Two estimates of the net ecosystem production of all land come of it: the land sink, which is
 * the mean of vegetation models without land-use change, and what is left of emissions when growth
 * of the atmosphere, ocean sink and carbonation are taken off. Neither counts what rivers carry to
 * the sea as uptake by the land.
 */
public final class GlobalCarbonBudget implements ReferenceDataset {
  /** Name of the file. */
  static final String FILE = "annual_global_sink.csv";

  private static final String FOSSIL = "fossil emissions excluding carbonation";
  private static final String LAND_USE = "land-use change emissions";
  private static final String GROWTH = "atmospheric growth";
  private static final String OCEAN = "ocean sink";
  private static final String LAND = "land sink";
  private static final String CARBONATION = "cement carbonation sink";

  /** Uncertainties of a year, PgC yr-1, from the text and Table 6 of the paper. */
  private static final double LAND_SIGMA = 0.9;

  private static final double FOSSIL_SIGMA = 0.5;
  private static final double LAND_USE_SIGMA = 0.7;
  private static final double GROWTH_SIGMA = 0.2;
  private static final double OCEAN_SIGMA = 0.6;

  @Override
  public String name() {
    return "gcb2020";
  }

  @Override
  public String title() {
    return "Global Carbon Budget 2020 (Friedlingstein et al. 2020): annual land sink and residual";
  }

  @Override
  public boolean reads(String fileName) {
    return fileName.equals(FILE);
  }

  @Override
  public ReferenceData read(List<Location> files, List<Cell> cells, MonthAxis window) {
    YearTable table =
        YearTable.read(files.get(0), FOSSIL, LAND_USE, GROWTH, OCEAN, LAND, CARBONATION);
    // sigma of a sum of independent terms
    double residualSigma =
        Math.sqrt(
            FOSSIL_SIGMA * FOSSIL_SIGMA
                + LAND_USE_SIGMA * LAND_USE_SIGMA
                + GROWTH_SIGMA * GROWTH_SIGMA
                + OCEAN_SIGMA * OCEAN_SIGMA);
    return ReferenceData.ofRegions(
        List.of(
            series(table, "GCB2020 land sink", row -> row.number(LAND), LAND_SIGMA),
            series(
                table,
                "GCB2020 residual",
                // S_land = E_fossil + E_land use - G_atmosphere - S_ocean - S_carbonation
                row ->
                    row.number(FOSSIL)
                        + row.number(LAND_USE)
                        - row.number(GROWTH)
                        - row.number(OCEAN)
                        - row.number(CARBONATION),
                residualSigma)));
  }

  /** Land-use emissions of the budget, PgC yr-1. */
  static YearTable landUse(Location file) {
    return YearTable.read(file, LAND_USE);
  }

  /** Emissions by land-use change of a row of {@link #landUse}. */
  static double landUse(CsvTable.Row row) {
    return row.number(LAND_USE);
  }

  private static RegionSeries series(
      YearTable table, String source, ToDoubleFunction<CsvTable.Row> value, double sigma) {
    double[] values = table.values(value);
    double[] errors = new double[values.length];
    Arrays.fill(errors, sigma);
    return new RegionSeries(
        source,
        Kind.BUDGET,
        Quantity.NEP,
        StandardRegions.GLOBE,
        12,
        table.months(),
        values,
        errors,
        new Content(false, false));
  }
}
