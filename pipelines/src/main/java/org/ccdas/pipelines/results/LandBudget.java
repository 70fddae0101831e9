package org.ccdas.pipelines.results;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.ccdas.bethy.table.PlantFunctionalType;
import org.ccdas.inputs.time.MonthAxis;

/**
 * Sums of the fluxes of all cells.
 *
 * @param gpp gross primary production, PgC yr-1
 * @param npp net primary production, PgC yr-1
 * @param nep net ecosystem production, PgC yr-1; positive is uptake
 * @param evapotranspiration mm yr-1 over the vegetated area
 */
record LandBudget(double gpp, double npp, double nep, double evapotranspiration) {
  private static final double GRAMS_PER_PETAGRAM = 1e15;
  private static final double MONTHS_PER_YEAR = 12;

  /**
   * The budget of a calendar year.
   *
   * @param year the year
   * @param months how many of its months are in the window; with fewer than 12 the budget is the
   *     sum of these
   * @param budget sums over these months
   */
  record Year(int year, int months, LandBudget budget) {}

  /** The mean over the window, a month counting as a twelfth of a year. */
  static LandBudget mean(LandFluxes fluxes) {
    MonthAxis months = fluxes.months();
    return sum(fluxes, 0, months.count()).over(months.count() / MONTHS_PER_YEAR);
  }

  /** The calendar years of the window. */
  static List<Year> years(LandFluxes fluxes) {
    MonthAxis months = fluxes.months();
    List<Year> years = new ArrayList<>();
    int from = 0;
    while (from < months.count()) {
      int to = Math.min(months.count(), from + 13 - months.at(from).getMonthValue());
      years.add(new Year(months.at(from).getYear(), to - from, sum(fluxes, from, to)));
      from = to;
    }
    return years;
  }

  private static LandBudget sum(LandFluxes fluxes, int from, int to) {
    return new LandBudget(
        areaSum(fluxes, fluxes.gpp(), from, to) / GRAMS_PER_PETAGRAM,
        areaSum(fluxes, fluxes.npp(), from, to) / GRAMS_PER_PETAGRAM,
        areaSum(fluxes, fluxes.nep(), from, to) / GRAMS_PER_PETAGRAM,
        areaSum(fluxes, fluxes.evapotranspiration(), from, to) / fluxes.land().vegetatedArea());
  }

  private LandBudget over(double years) {
    return new LandBudget(gpp / years, npp / years, nep / years, evapotranspiration / years);
  }

  /** sum over cells and months of area times flux */
  private static double areaSum(LandFluxes fluxes, double[] field, int from, int to) {
    int months = fluxes.months().count();
    double sum = 0;
    for (int cell = 0; cell < fluxes.land().cells().size(); cell++) {
      double flux = 0;
      for (int month = from; month < to; month++) {
        flux += field[cell * months + month];
      }
      sum += fluxes.land().area(cell) * flux;
    }
    return sum;
  }

  /**
   * Net by gross primary production of the window, by code of the plant functional types that fixed
   * carbon, in the order of their numbers.
   */
  static Map<Integer, Double> nppOverGpp(LandFluxes fluxes) {
    Map<Integer, double[]> sums = new TreeMap<>();
    List<Land.CoveredArea> tiles = fluxes.land().tiles();
    for (int t = 0; t < tiles.size(); t++) {
      double[] sum = sums.computeIfAbsent(tiles.get(t).pft(), pft -> new double[2]);
      sum[0] += tiles.get(t).area() * fluxes.tileNpp()[t];
      sum[1] += tiles.get(t).area() * fluxes.tileGpp()[t];
    }
    Map<Integer, Double> ratios = new TreeMap<>();
    sums.forEach(
        (pft, sum) -> {
          if (sum[1] > 0) {
            ratios.put(pft, sum[0] / sum[1]);
          }
        });
    return ratios;
  }

  /** Code of a plant functional type. */
  static String code(int pft) {
    return PlantFunctionalType.of(pft).code();
  }
}
