package org.ccdas.pipelines.results;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.apache.commons.math3.linear.RealMatrix;
import org.ccdas.assimilate.posterior.Ensemble;
import org.ccdas.assimilate.posterior.EnsembleSpread;
import org.ccdas.assimilate.posterior.EnsembleSpread.Interval;
import org.ccdas.assimilate.posterior.LeftOut;
import org.ccdas.assimilate.posterior.ParameterEstimate;
import org.ccdas.assimilate.posterior.Profile;
import org.ccdas.assimilate.posterior.TargetEstimate;
import org.ccdas.inputs.control.ControlVector;
import org.ccdas.inputs.control.Parameter;
import org.ccdas.inputs.file.Location;
import org.ccdas.inputs.netcdf.NetcdfOutput;
import org.ccdas.observe.normal.ObservationGroup;
import org.ccdas.pipelines.run.RunPosterior;

/**
 * {@code posterior.nc}: uncertainty of parameters and fluxes, what is constrained, which
 * observations changed what, and every group of observations predicted by the others.
 */
final class PosteriorFile {
  private static final String PARAMETER = "parameter";
  private static final String PARAMETER2 = "parameter2";
  private static final String MODE = "mode";
  private static final String TARGET = "target";
  private static final String SOURCE = "source";
  private static final String GROUP = "group";
  private static final String DIRECTION = "direction";
  private static final String PRIOR_SIGMAS = "in prior standard deviations";

  /** The attribution's columns behind those of the observations. */
  private static final List<String> OTHERS = List.of("prior", "remainder");

  private final RunPosterior posterior;
  private final ControlVector control;
  private final NetcdfOutput output;

  private PosteriorFile(RunPosterior posterior, ControlVector control, NetcdfOutput output) {
    this.posterior = posterior;
    this.control = control;
    this.output = output;
  }

  static void write(RunFindings findings, RunPosterior posterior, Location path)
      throws IOException {
    ControlVector control = findings.outcome().setup().control();
    NetcdfOutput output = NetcdfFiles.titled(findings, "posterior uncertainty");
    PosteriorFile file = new PosteriorFile(posterior, control, output);
    file.parameters();
    file.spectrum();
    file.targets();
    posterior.draws().ifPresent(file::draws);
    file.groups();
    posterior.profile().ifPresent(file::profile);
    output.write(path);
  }

  private void parameters() {
    output.dimension(PARAMETER, control.size()).dimension(PARAMETER2, control.size());
    List<String> labels = control.parameters().stream().map(Parameter::label).toList();
    output.strings("parameter_label", PARAMETER, labels).longName("symbol and scope");
    output
        .strings("unit", PARAMETER, control.parameters().stream().map(Parameter::unit).toList())
        .longName("unit of the physical values");
    output
        .doubles("covariance", PARAMETER, PARAMETER2)
        .longName("posterior covariance of the control vector")
        .units("1")
        .values(flat(posterior.posterior().covariance()));
    output
        .doubles("correlation", PARAMETER, PARAMETER2)
        .longName("posterior correlation of the control vector")
        .units("1")
        .values(flat(posterior.posterior().correlation()));
    List<ParameterEstimate> estimates = ParameterEstimate.of(control, posterior.posterior());
    output
        .doubles("x_posterior", PARAMETER)
        .longName("control vector at the minimum, " + PRIOR_SIGMAS)
        .units("1")
        .values(numbers(estimates, ParameterEstimate::x));
    output
        .doubles("x_sigma", PARAMETER)
        .longName("posterior standard deviation of the control vector, " + PRIOR_SIGMAS)
        .units("1")
        .values(numbers(estimates, ParameterEstimate::sigma));
    output
        .doubles("uncertainty_reduction", PARAMETER)
        .longName("100 (1 - x_sigma)")
        .units("percent")
        .values(numbers(estimates, ParameterEstimate::reduction));
    physical("posterior_value", "physical value at x", estimates, ParameterEstimate::posterior);
    physical(
        "posterior_lower", "physical value at x - x_sigma", estimates, ParameterEstimate::lower);
    physical(
        "posterior_upper", "physical value at x + x_sigma", estimates, ParameterEstimate::upper);
  }

  private void physical(
      String name,
      String longName,
      List<ParameterEstimate> estimates,
      ToDoubleFunction<ParameterEstimate> value) {
    output
        .doubles(name, PARAMETER)
        .longName(longName)
        .attribute("comment", "in the unit that the variable unit gives")
        .values(numbers(estimates, value));
  }

  private void spectrum() {
    double[] eigenvalues = posterior.spectrum().eigenvalues();
    output.dimension(MODE, eigenvalues.length);
    output
        .doubles("eigenvalue", MODE)
        .longName("eigenvalue of the data Hessian, without the prior's 1")
        .units("1")
        .values(eigenvalues);
    output
        .doubles("eigenvector", MODE, PARAMETER)
        .longName("eigenvector of the data Hessian")
        .units("1")
        .values(flat(posterior.spectrum().eigenvectors(), control.size()));
    output.attribute("degrees_of_freedom", posterior.spectrum().degreesOfFreedom());
  }

  private void targets() {
    List<TargetEstimate> targets = posterior.targets();
    output.dimension(TARGET, targets.size());
    texts("target_name", "name", targets, t -> t.target().label());
    texts("target_region_set", "set of regions", targets, t -> t.target().region().set());
    texts("target_region", "region", targets, t -> t.target().region().name());
    texts("target_quantity", "flux", targets, t -> t.target().quantity().name());
    texts("target_unit", "unit", targets, t -> t.target().quantity().unit());
    output
        .ints("target_year", TARGET)
        .longName("calendar year; 0 for the mean over the window")
        .values(numbers(targets, t -> (double) t.target().year()));
    target("target_prior", "value at the prior", TargetEstimate::prior);
    target("target_posterior", "value at the minimum", TargetEstimate::posterior);
    target(
        "target_prior_sigma",
        "prior standard deviation, linearised at the minimum",
        TargetEstimate::priorSigma);
    target(
        "target_posterior_sigma",
        "posterior standard deviation, linearised at the minimum",
        TargetEstimate::posteriorSigma);
    List<String> sources = posterior.variance().sources();
    output.dimension(SOURCE, sources.size());
    output
        .strings("variance_source", SOURCE, sources)
        .longName(
            "what makes a flux uncertain: parameters of the land, and what CO2 sees besides the"
                + " land's fluxes");
    output
        .doubles("target_variance_part", TARGET, SOURCE)
        .longName("part of the squared target_posterior_sigma that a source adds to those before")
        .attribute("comment", "in the square of the unit that target_unit gives")
        .values(flat(posterior.variance().parts(), sources.size()));
  }

  private void draws(Ensemble draws) {
    output
        .attribute("draws", draws.draws().size())
        .attribute("draws_failed", draws.failed())
        .attribute("effective_draws", draws.quality().effectiveDraws())
        .attribute("draws_better_than_linear", draws.quality().holds() ? "yes" : "no");
    if (!Double.isNaN(draws.quality().importance().shape())) {
      output.attribute("pareto_shape", draws.quality().importance().shape());
    }
    draws
        .quality()
        .mixing()
        .ifPresent(
            mixing ->
                output
                    .attribute("chain_moves", mixing.moves())
                    .attribute("chain_last_moves", mixing.lastMoves())
                    .attribute("chain_share", mixing.share())
                    .attribute("chain_acceptance", mixing.acceptance())
                    .attribute("chain_drift", mixing.drift()));
    List<Interval> intervals = draws.spreads().stream().map(EnsembleSpread::interval).toList();
    interval("target_median", "median", intervals, Interval::median);
    interval(
        "target_lower68", "lower end of the middle 68.3 percent", intervals, Interval::lower68);
    interval(
        "target_upper68", "upper end of the middle 68.3 percent", intervals, Interval::upper68);
    interval(
        "target_lower95", "lower end of the middle 95.4 percent", intervals, Interval::lower95);
    interval(
        "target_upper95", "upper end of the middle 95.4 percent", intervals, Interval::upper95);
  }

  private void interval(
      String name, String longName, List<Interval> intervals, ToDoubleFunction<Interval> value) {
    output
        .doubles(name, TARGET)
        .longName(longName + " of draws from the posterior, run through the full model")
        .attribute("comment", "in the unit that target_unit gives")
        .values(numbers(intervals, value));
  }

  private void texts(
      String name,
      String longName,
      List<TargetEstimate> targets,
      Function<TargetEstimate, String> text) {
    output.strings(name, TARGET, targets.stream().map(text).toList()).longName(longName);
  }

  private void target(String name, String longName, ToDoubleFunction<TargetEstimate> value) {
    output
        .doubles(name, TARGET)
        .longName(longName)
        .attribute("comment", "in the unit that target_unit gives")
        .values(numbers(posterior.targets(), value));
  }

  private void groups() {
    List<ObservationGroup> groups = posterior.attribution().groups();
    int count = groups.size() + OTHERS.size();
    output.dimension(GROUP, count);
    List<String> streams = new ArrayList<>(groups.stream().map(g -> g.stream()).toList());
    streams.addAll(OTHERS);
    List<String> places = new ArrayList<>(groups.stream().map(ObservationGroup::place).toList());
    places.addAll(List.of("", ""));
    output
        .strings("group_stream", GROUP, streams)
        .longName("stream of observations; or prior; or remainder, what the minimiser left");
    output.strings("group_place", GROUP, places).longName("station or region");
    output
        .ints("group_year", GROUP)
        .longName("calendar year; 0 for all years together")
        .values(padded(groups.stream().mapToDouble(ObservationGroup::year).toArray(), count, 0));
    output
        .doubles("attribution", TARGET, GROUP)
        .longName("part of the linear change of the target from its prior value, by group")
        .attribute("comment", "in the unit that target_unit gives; the parts sum to the change")
        .values(attribution(count));
    List<LeftOut> left = posterior.leftOut();
    leftOut("group_information", "share of the degrees of freedom", left, LeftOut::information);
    leftOut("left_out_cost_with", "cost of the group at the minimum", left, LeftOut::fitted);
    leftOut(
        "left_out_cost_without",
        "cost of the group at the optimum without it",
        left,
        LeftOut::predicted);
    leftOut(
        "left_out_cost_spread",
        "part of the cost without the group that its prediction's uncertainty lets expect",
        left,
        LeftOut::spread);
  }

  private void profile(Profile profile) {
    List<Profile.Direction> directions = profile.directions();
    output.dimension(DIRECTION, directions.size());
    output
        .ints("profile_mode", DIRECTION)
        .longName("number of the eigenvector, from 1")
        .values(numbers(directions, direction -> 1.0 + direction.mode()));
    output
        .doubles("profile_eigenvalue", DIRECTION)
        .longName("its eigenvalue")
        .units("1")
        .values(numbers(directions, Profile.Direction::eigenvalue));
    rise("profile_below", "x - sigma v", profile, Profile.Direction::below);
    rise("profile_above", "x + sigma v", profile, Profile.Direction::above);
    output
        .ints("profile_flagged", DIRECTION)
        .longName("whether a rise is not within 20 percent of 1/2")
        .flags("within", "off")
        .values(numbers(directions, direction -> direction.flagged() ? 1.0 : 0.0));
    output.attribute("profile_bound", profile.bound());
  }

  private void rise(
      String name,
      String point,
      Profile profile,
      Function<Profile.Direction, Profile.Trial> trial) {
    output
        .doubles(name, DIRECTION)
        .longName("rise of the cost at " + point + " above the minimum; 1/2 for a quadratic cost")
        .attribute(
            "comment",
            "missing where an element of the point is beyond profile_bound, or the cost has no value")
        .units("1")
        .mayBeMissing()
        .values(numbers(profile.directions(), direction -> trial.apply(direction).rise()));
  }

  private double[] attribution(int count) {
    int targets = posterior.targets().size();
    double[] values = new double[targets * count];
    for (int t = 0; t < targets; t++) {
      double[] parts = posterior.attribution().parts()[t];
      System.arraycopy(parts, 0, values, t * count, parts.length);
      // the prior's mean is 0: it has no part of its own
      values[t * count + parts.length + 1] = posterior.attribution().remainder()[t];
    }
    return values;
  }

  private void leftOut(
      String name, String longName, List<LeftOut> left, ToDoubleFunction<LeftOut> value) {
    output
        .doubles(name, GROUP)
        .longName(longName)
        .units("1")
        .mayBeMissing()
        .values(padded(numbers(left, value), left.size() + OTHERS.size(), Double.NaN));
  }

  private static double[] padded(double[] values, int length, double padding) {
    double[] padded = Arrays.copyOf(values, length);
    Arrays.fill(padded, values.length, length, padding);
    return padded;
  }

  private static <T> double[] numbers(List<T> things, ToDoubleFunction<T> number) {
    return things.stream().mapToDouble(number).toArray();
  }

  private static double[] flat(RealMatrix matrix) {
    return flat(matrix.getData(), matrix.getColumnDimension());
  }

  private static double[] flat(double[][] rows, int columns) {
    double[] flat = new double[rows.length * columns];
    for (int row = 0; row < rows.length; row++) {
      System.arraycopy(rows[row], 0, flat, row * columns, columns);
    }
    return flat;
  }
}
