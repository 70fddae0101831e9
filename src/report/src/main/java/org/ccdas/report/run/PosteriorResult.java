package org.ccdas.report.run;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.ccdas.assimilate.posterior.EnsembleSpread;
import org.ccdas.inputs.file.Location;
import org.ccdas.inputs.netcdf.NetcdfInput;

/**
 * Uncertainty after assimilation, from {@code posterior.nc}.
 *
 * @param covariance of the control vector, prior standard deviations squared
 * @param sigma posterior standard deviation of each element of the control vector; 1 is the prior
 * @param lower physical value one posterior sigma below
 * @param upper physical value one posterior sigma above
 * @param eigenvalue of the Hessian of the observations, falling
 * @param targets quantities whose uncertainty was asked for
 * @param groups what the changes of the targets are attributed to
 * @param attribution change of each target by each group, in the unit of the target
 * @param leftOut prediction of each group from the others
 */
public record PosteriorResult(
    double[][] covariance,
    double[] sigma,
    double[] lower,
    double[] upper,
    double[] eigenvalue,
    List<Target> targets,
    List<Group> groups,
    double[][] attribution,
    LeftOutGroup leftOut) {

  /**
   * A quantity with its uncertainty.
   *
   * @param name of the target
   * @param region where
   * @param quantity NEP, NPP, GPP or ET
   * @param unit of the numbers
   * @param year of the window, or 0 for the mean over the window
   * @param drawn interval of draws from the posterior
   */
  public record Target(
      String name,
      String region,
      String quantity,
      String unit,
      int year,
      double prior,
      double posterior,
      double priorSigma,
      double posteriorSigma,
      Optional<EnsembleSpread.Interval> drawn) {
    /** Percent by which the uncertainty fell. */
    public double reduction() {
      return 100 * (1 - posteriorSigma / priorSigma);
    }
  }

  /**
   * A group of observations, or the prior.
   *
   * @param stream of observations
   * @param place station or region
   * @param year 0 for all years
   */
  public record Group(String stream, String place, int year) {
    /** Short enough for a picture. */
    public String label() {
      return (place.isEmpty() ? stream : place) + (year == 0 ? "" : " " + year);
    }
  }

  /** Reads the file. */
  public static PosteriorResult read(Location path) {
    try (NetcdfInput input = NetcdfInput.open(path)) {
      double[] sigma = input.variable("x_sigma").read();
      List<Target> targets = targets(input);
      List<Group> groups = groups(input);
      return new PosteriorResult(
          rows(input.variable("covariance").read(), sigma.length),
          sigma,
          input.variable("posterior_lower").read(),
          input.variable("posterior_upper").read(),
          input.variable("eigenvalue").read(),
          targets,
          groups,
          targets.isEmpty() || groups.isEmpty()
              ? new double[0][]
              : rows(input.variable("attribution").read(), groups.size()),
          LeftOutGroup.read(input, groups.size()));
    }
  }

  private static List<Target> targets(NetcdfInput input) {
    List<Target> targets = new ArrayList<>();
    if (input.find("target_name").isEmpty()) {
      return targets;
    }
    List<String> names = input.variable("target_name").readStrings();
    List<String> regions = input.variable("target_region").readStrings();
    List<String> quantities = input.variable("target_quantity").readStrings();
    List<String> units = input.variable("target_unit").readStrings();
    double[] years = input.variable("target_year").read();
    double[] prior = input.variable("target_prior").read();
    double[] posterior = input.variable("target_posterior").read();
    double[] priorSigma = input.variable("target_prior_sigma").read();
    double[] posteriorSigma = input.variable("target_posterior_sigma").read();
    List<EnsembleSpread.Interval> drawn = drawn(input);
    for (int t = 0; t < names.size(); t++) {
      targets.add(
          new Target(
              names.get(t),
              regions.get(t),
              quantities.get(t),
              units.get(t),
              Double.isNaN(years[t]) ? 0 : (int) years[t],
              prior[t],
              posterior[t],
              priorSigma[t],
              posteriorSigma[t],
              drawn.isEmpty() ? Optional.empty() : Optional.of(drawn.get(t))));
    }
    return targets;
  }

  /** By target; empty without draws. */
  private static List<EnsembleSpread.Interval> drawn(NetcdfInput input) {
    if (input.find("target_median").isEmpty()) {
      return List.of();
    }
    List<double[]> ends =
        Stream.of("lower95", "lower68", "median", "upper68", "upper95")
            .map(end -> input.variable("target_" + end).read())
            .toList();
    return IntStream.range(0, ends.get(0).length)
        .mapToObj(
            t ->
                new EnsembleSpread.Interval(
                    ends.get(0)[t], ends.get(1)[t], ends.get(2)[t], ends.get(3)[t], ends.get(4)[t]))
        .toList();
  }

  private static List<Group> groups(NetcdfInput input) {
    List<Group> groups = new ArrayList<>();
    if (input.find("group_stream").isEmpty()) {
      return groups;
    }
    List<String> streams = input.variable("group_stream").readStrings();
    List<String> places = input.variable("group_place").readStrings();
    double[] years = input.variable("group_year").read();
    for (int g = 0; g < streams.size(); g++) {
      int year = Double.isNaN(years[g]) ? 0 : (int) years[g];
      groups.add(new Group(streams.get(g), places.get(g), year));
    }
    return groups;
  }

  private static double[][] rows(double[] values, int width) {
    double[][] rows = new double[values.length / width][];
    Arrays.setAll(rows, r -> Arrays.copyOfRange(values, r * width, (r + 1) * width));
    return rows;
  }

  /** Correlation of two elements of the control vector. */
  public double correlation(int i, int j) {
    return covariance[i][j] / (sigma[i] * sigma[j]);
  }

  /** Percent by which the uncertainty of an element of the control vector fell. */
  public double reduction(int i) {
    return 100 * (1 - sigma[i]);
  }

  /** Degrees of freedom for signal: sum of lambda / (1 + lambda), the trace of the averaging. */
  public double degreesOfFreedom() {
    return Arrays.stream(eigenvalue).map(lambda -> lambda / (1 + lambda)).sum();
  }

  /** The mean over window and globe of a quantity, when it is among the targets. */
  public Optional<Target> globalMean(String quantity) {
    return targets.stream()
        .filter(t -> t.quantity().equals(quantity) && t.year() == 0)
        .filter(t -> t.region().toLowerCase(Locale.ROOT).startsWith("glob"))
        .findFirst();
  }
}
