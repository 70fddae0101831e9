package org.ccdas.assimilate.evaluation;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ccdas.assimilate.posterior.Target;
import org.ccdas.assimilate.posterior.Target.Quantity;
import org.ccdas.assimilate.posterior.TargetJacobian;
import org.ccdas.inputs.region.Region;
import org.ccdas.inputs.region.Regions;
import org.ccdas.inputs.time.MonthAxis;

/**
 * How the fluxes of regions and years stand in a vector: {@code (region * quantities + quantity) *
 * years + year}, in kg of carbon or water. Blocks sum into it; {@link #targets} then has the years
 * and their mean in the units of the targets.
 *
 * @param regions over which fluxes are summed
 * @param window months whose fluxes count; a calendar year that it cuts counts the months within
 */
public record TargetLayout(Regions regions, MonthAxis window) implements Serializable {
  private static final double KG_PER_PG = 1e12;
  private static final double KG_PER_THOUSAND_CUBIC_KILOMETRES = 1e15;
  private static final double MONTHS_PER_YEAR = 12;

  /** Number of calendar years that the window touches. */
  public int years() {
    return window.last().getYear() - window.first().getYear() + 1;
  }

  /** Length of the vector. */
  public int size() {
    return regions.size() * Quantity.values().length * years();
  }

  /** Where a flux of a month of the window is added. */
  public int index(int region, Quantity quantity, int month) {
    int year = window.at(month).getYear() - window.first().getYear();
    return (region * Quantity.values().length + quantity.ordinal()) * years() + year;
  }

  /**
   * Targets of a vector of sums, for every region and quantity the years and then the mean over the
   * window, in which a month counts as a twelfth of a year.
   *
   * @param sums of all blocks: the vector, followed by its derivatives {@code [parameter * size +
   *     index]} where they were asked for
   */
  public TargetJacobian targets(double[] sums) {
    int n = sums.length / size() - 1;
    int years = years();
    List<Target> targets = new ArrayList<>();
    List<Double> values = new ArrayList<>();
    List<double[]> rows = new ArrayList<>();
    int from = 0;
    for (Region region : regions.regions()) {
      for (Quantity quantity : Quantity.values()) {
        double scale = 1 / kilograms(quantity);
        double share = MONTHS_PER_YEAR / window.count();
        double mean = 0;
        double[] meanRow = new double[n];
        for (int year = 0; year < years; year++) {
          double[] row = new double[n];
          for (int i = 0; i < n; i++) {
            row[i] = scale * sums[(1 + i) * size() + from + year];
            meanRow[i] += share * row[i];
          }
          targets.add(new Target(region, quantity, window.first().getYear() + year));
          values.add(scale * sums[from + year]);
          rows.add(row);
          mean += share * scale * sums[from + year];
        }
        targets.add(new Target(region, quantity, 0));
        values.add(mean);
        rows.add(meanRow);
        from += years;
      }
    }
    double[] all = values.stream().mapToDouble(Double::doubleValue).toArray();
    return new TargetJacobian(targets, all, rows.toArray(new double[0][]));
  }

  private static double kilograms(Quantity quantity) {
    return quantity == Quantity.ET ? KG_PER_THOUSAND_CUBIC_KILOMETRES : KG_PER_PG;
  }

  /** Sums of a block's shares, value and derivatives in one vector. */
  static double[] joined(double[] values, double[] derivatives) {
    double[] joined = Arrays.copyOf(values, values.length + derivatives.length);
    System.arraycopy(derivatives, 0, joined, values.length, derivatives.length);
    return joined;
  }
}
