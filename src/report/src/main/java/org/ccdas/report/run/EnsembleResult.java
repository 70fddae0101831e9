package org.ccdas.report.run;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.ccdas.assimilate.posterior.ImportanceWeights;
import org.ccdas.assimilate.posterior.Mixing;
import org.ccdas.inputs.file.Location;
import org.ccdas.inputs.netcdf.NetcdfInput;

/**
 * Spread of drawn members beside the linear estimate, from {@code ensemble.nc}.
 *
 * @param minimum control vector of the minimum that the posterior was drawn about
 * @param targets what was looked at
 * @param all one ensemble a distribution
 */
public record EnsembleResult(double[] minimum, List<Target> targets, List<Spread> all) {
  /** A quantity; year 0 is the mean over the window. */
  public record Target(String region, String quantity, String unit, int year) {}

  /**
   * An ensemble; arrays have an element a target.
   *
   * @param from {@code posterior} or {@code prior}
   * @param members number of members
   * @param failed members that are not counted
   * @param thrownAway draws beyond the bound
   * @param centre target at the centre of the distribution
   * @param linear standard deviation by the linear theory
   * @param mean of the members
   * @param sigma standard deviation of the members
   * @param median of the members; as the next two NaN in files of former versions
   * @param lower lower end of the middle 68 percent
   * @param upper upper end of the middle 68 percent
   * @param shape of the largest weights; NaN where all count alike
   * @param mixing of chains that moved the members; null without
   */
  public record Spread(
      String from,
      int members,
      int failed,
      int thrownAway,
      double[] centre,
      double[] linear,
      double[] mean,
      double[] sigma,
      double[] median,
      double[] lower,
      double[] upper,
      double shape,
      Mixing mixing) {
    /** Whether chains have carried the members to the distribution. */
    public boolean settled() {
      return mixing != null && mixing.settled(members);
    }

    /** Whether the members are weighted by the cost. */
    public boolean weighted() {
      return shape < ImportanceWeights.RELIABLE;
    }

    /** Spread over linear estimate; NaN for a target that depends on nothing. */
    public double ratio(int target) {
      return linear[target] > 0 ? sigma[target] / linear[target] : Double.NaN;
    }

    /** Standard error of the ratio by the number of members. */
    public double samplingError() {
      return 1 / Math.sqrt(2.0 * (members - failed - 1));
    }

    /** The middle of the ratios that exist; NaN without any. */
    public double medianRatio() {
      double[] ratios = new double[linear.length];
      Arrays.setAll(ratios, this::ratio);
      double[] sorted = Arrays.stream(ratios).filter(Double::isFinite).sorted().toArray();
      return sorted.length == 0 ? Double.NaN : sorted[sorted.length / 2];
    }
  }

  /** Reads the file. */
  public static EnsembleResult read(Location path) {
    try (NetcdfInput input = NetcdfInput.open(path)) {
      List<Target> targets = targets(input);
      List<String> from = input.variable("distribution").readStrings();
      List<Spread> all = new ArrayList<>();
      for (int k = 0; k < from.size(); k++) {
        all.add(
            new Spread(
                from.get(k),
                (int) input.variable("members").read()[k],
                (int) input.variable("members_failed").read()[k],
                (int) input.variable("thrown_away").read()[k],
                row(input, "centre", k, targets.size()),
                row(input, "linear_sigma", k, targets.size()),
                row(input, "ensemble_mean", k, targets.size()),
                row(input, "ensemble_sigma", k, targets.size()),
                row(input, "ensemble_median", k, targets.size()),
                row(input, "ensemble_lower68", k, targets.size()),
                row(input, "ensemble_upper68", k, targets.size()),
                number(input, "pareto_shape", k),
                mixing(input, k)));
      }
      return new EnsembleResult(input.variable("x_posterior").read(), targets, all);
    }
  }

  /** NaN where it is missing, as in files of former versions. */
  private static double number(NetcdfInput input, String name, int k) {
    return input.find(name).isEmpty() ? Double.NaN : input.variable(name).read()[k];
  }

  private static Mixing mixing(NetcdfInput input, int k) {
    double moves = number(input, "chain_moves", k);
    return Double.isNaN(moves)
        ? null
        : new Mixing(
            (int) moves,
            (int) number(input, "chain_last_moves", k),
            number(input, "chain_share", k),
            number(input, "chain_acceptance", k),
            number(input, "effective_members", k),
            number(input, "chain_drift", k));
  }

  private static List<Target> targets(NetcdfInput input) {
    List<String> regions = input.variable("target_region").readStrings();
    List<String> quantities = input.variable("target_quantity").readStrings();
    List<String> units = input.variable("target_unit").readStrings();
    double[] years = input.variable("target_year").read();
    List<Target> targets = new ArrayList<>();
    for (int t = 0; t < regions.size(); t++) {
      targets.add(new Target(regions.get(t), quantities.get(t), units.get(t), (int) years[t]));
    }
    return targets;
  }

  private static double[] row(NetcdfInput input, String name, int row, int width) {
    if (input.find(name).isEmpty()) {
      double[] unknown = new double[width];
      Arrays.fill(unknown, Double.NaN);
      return unknown;
    }
    return Arrays.copyOfRange(input.variable(name).read(), row * width, (row + 1) * width);
  }

  /** The posterior ensemble; empty where only the prior was drawn from. */
  public Optional<Spread> posterior() {
    return all.stream().filter(spread -> spread.from().equals("posterior")).findFirst();
  }

  /** Index of the mean over window and globe of a quantity; empty when it is not a target. */
  public OptionalInt globalMean(String quantity) {
    return IntStream.range(0, targets.size())
        .filter(
            t ->
                targets.get(t).year() == 0
                    && targets.get(t).quantity().equals(quantity)
                    && targets.get(t).region().equals("globe"))
        .findFirst();
  }
}
