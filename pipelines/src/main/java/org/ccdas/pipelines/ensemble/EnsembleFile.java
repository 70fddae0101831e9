package org.ccdas.pipelines.ensemble;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.ccdas.assimilate.posterior.Ensemble;
import org.ccdas.assimilate.posterior.EnsembleDraw;
import org.ccdas.assimilate.posterior.EnsembleSpread;
import org.ccdas.assimilate.posterior.ImportanceWeights;
import org.ccdas.assimilate.posterior.Mixing;
import org.ccdas.assimilate.posterior.Target;
import org.ccdas.inputs.control.ControlVector;
import org.ccdas.inputs.control.Parameter;
import org.ccdas.inputs.file.Location;
import org.ccdas.inputs.netcdf.NetcdfOutput;
import org.ccdas.pipelines.Version;
import org.ccdas.pipelines.config.Experiment;

/**
 * {@value #NAME}: every member with its control vector and targets, and the spread of the targets
 * beside the linear estimate.
 */
public final class EnsembleFile {
  /** Name of the file in the folder of a run. */
  public static final String NAME = "ensemble.nc";

  private static final String MEMBER = "member";
  private static final String PARAMETER = "parameter";
  private static final String TARGET = "target";
  private static final String DISTRIBUTION = "distribution";
  private static final String IN_UNIT = "in the unit that target_unit gives";

  private final Ensembles ensembles;
  private final NetcdfOutput output;

  private EnsembleFile(Ensembles ensembles, NetcdfOutput output) {
    this.ensembles = ensembles;
    this.output = output;
  }

  /** Writes the file; an old one stays until the new one is complete. */
  public static void write(Ensembles ensembles, Location path) throws IOException {
    Experiment experiment = ensembles.problem().experiment();
    NetcdfOutput output =
        NetcdfOutput.titled(experiment.title() + ": ensembles of the posterior and the prior")
            .attribute("source", "ccdas-beam " + Version.ccdas() + ", biosphere model BETHY")
            .attribute("experiment", experiment.name())
            .attribute("seed", Long.toString(ensembles.seed()))
            .attribute("bound", experiment.minimiser().bound());
    EnsembleFile file = new EnsembleFile(ensembles, output);
    file.parameters();
    file.targets();
    file.members();
    file.spreads();
    output.write(path);
  }

  private void parameters() {
    ControlVector control = ensembles.problem().setup().control();
    output.dimension(PARAMETER, control.size());
    output
        .strings(
            "parameter_label",
            PARAMETER,
            control.parameters().stream().map(Parameter::label).toList())
        .longName("symbol and scope");
    output
        .strings("unit", PARAMETER, control.parameters().stream().map(Parameter::unit).toList())
        .longName("unit of the physical values");
    output
        .doubles("x_posterior", PARAMETER)
        .longName("control vector at the minimum, in prior standard deviations")
        .units("1")
        .values(ensembles.minimum());
  }

  private void targets() {
    output.dimension(TARGET, ensembles.targets().size());
    texts("target_name", "name", Target::label);
    texts("target_region_set", "set of regions", target -> target.region().set());
    texts("target_region", "region", target -> target.region().name());
    texts("target_quantity", "flux", target -> target.quantity().name());
    texts("target_unit", "unit", target -> target.quantity().unit());
    output
        .ints("target_year", TARGET)
        .longName("calendar year; 0 for the mean over the window")
        .values(ensembles.targets().stream().mapToDouble(Target::year).toArray());
  }

  private void texts(String name, String longName, Function<Target, String> text) {
    output
        .strings(name, TARGET, ensembles.targets().stream().map(text).toList())
        .longName(longName);
  }

  private void members() {
    List<EnsembleDraw> draws = new ArrayList<>();
    List<String> from = new ArrayList<>();
    List<Double> numbers = new ArrayList<>();
    List<double[]> values = new ArrayList<>();
    List<double[]> weights = new ArrayList<>();
    for (Ensemble ensemble : ensembles.all()) {
      weights.add(ensemble.quality().importance().weights());
      for (int m = 0; m < ensemble.draws().size(); m++) {
        draws.add(ensemble.draws().get(m));
        from.add(Ensembles.word(ensemble.from()));
        numbers.add(1.0 + m);
        values.add(ensemble.values()[m]);
      }
    }
    ControlVector control = ensembles.problem().setup().control();
    output.dimension(MEMBER, draws.size());
    output
        .ints("member_number", MEMBER)
        .standardName("realization")
        .longName("number of the member within its ensemble, from 1")
        .units("1")
        .values(numbers.stream().mapToDouble(n -> n).toArray());
    output.strings("member_from", MEMBER, from).longName("distribution that it is drawn from");
    output
        .ints("member_thrown_away", MEMBER)
        .longName("draws thrown away before it, since an element was beyond the bound")
        .units("1")
        .values(draws.stream().mapToDouble(EnsembleDraw::thrownAway).toArray());
    output
        .doubles("member_weight", MEMBER)
        .longName(
            "weight of the member by the cost, smoothed; the sum over members of a distribution is 1")
        .units("1")
        .values(flat(weights));
    output
        .doubles("x", MEMBER, PARAMETER)
        .longName("control vector, in prior standard deviations")
        .units("1")
        .values(flat(draws.stream().map(EnsembleDraw::x).toList()));
    output
        .doubles("physical", MEMBER, PARAMETER)
        .longName("physical values of the parameters")
        .attribute("comment", "in the unit that the variable unit gives")
        .values(flat(draws.stream().map(draw -> control.physical(draw.x())).toList()));
    output
        .doubles("target_value", MEMBER, TARGET)
        .longName("targets of the member")
        .attribute("comment", IN_UNIT)
        .mayBeMissing()
        .values(
            Arrays.stream(flat(values)).map(v -> Double.isFinite(v) ? v : Double.NaN).toArray());
  }

  private void spreads() {
    List<Ensemble> all = ensembles.all();
    output.dimension(DISTRIBUTION, all.size());
    output
        .strings(
            DISTRIBUTION, DISTRIBUTION, all.stream().map(e -> Ensembles.word(e.from())).toList())
        .longName("distribution that the members are drawn from");
    count("members", "number of members", e -> e.draws().size());
    count(
        "members_failed",
        "members without a number for some target, not counted",
        Ensemble::failed);
    count("thrown_away", "draws with an element beyond the bound", Ensemble::thrownAway);
    number(
        "pareto_shape",
        "shape k of the largest weights; they are used where it is below "
            + ImportanceWeights.RELIABLE
            + ", else all members are worth the same; missing for equal weights",
        e -> e.quality().importance().shape());
    number(
        "effective_members",
        "number of members of equal weight that tell as much",
        e -> e.quality().effectiveDraws());
    chains("chain_moves", "moves of Markov chains, where weights do not hold", Mixing::moves);
    chains("chain_last_moves", "moves of the last stage", Mixing::lastMoves);
    chains("chain_share", "part of the way from draws to posterior", Mixing::share);
    chains("chain_acceptance", "share of the moves that were taken", Mixing::acceptance);
    chains("chain_drift", "drift of the mean cost, in standard errors", Mixing::drift);
    statistic("centre", "target at the centre of the distribution", Ensemble::centre);
    statistic(
        "linear_sigma",
        "linear standard deviation, linearised at the minimum as in posterior.nc",
        Ensemble::linearSigma);
    statistic(
        "centre_sigma",
        "linear standard deviation, linearised at the centre of the distribution",
        Ensemble::centreSigma);
    statistic("ensemble_mean", "mean of the members", e -> spread(e, EnsembleSpread::mean));
    statistic(
        "ensemble_sigma",
        "standard deviation of the members",
        e -> spread(e, EnsembleSpread::sigma));
    statistic("ensemble_median", "median", e -> spread(e, s -> s.interval().median()));
    statistic(
        "ensemble_lower68",
        "lower end of the middle 68.3 percent",
        e -> spread(e, s -> s.interval().lower68()));
    statistic(
        "ensemble_upper68",
        "upper end of the middle 68.3 percent",
        e -> spread(e, s -> s.interval().upper68()));
    statistic(
        "ensemble_lower95",
        "lower end of the middle 95.4 percent",
        e -> spread(e, s -> s.interval().lower95()));
    statistic(
        "ensemble_upper95",
        "upper end of the middle 95.4 percent",
        e -> spread(e, s -> s.interval().upper95()));
  }

  private static double[] spread(Ensemble ensemble, ToDoubleFunction<EnsembleSpread> number) {
    return ensemble.spreads().stream().mapToDouble(number).toArray();
  }

  private void count(String name, String longName, ToDoubleFunction<Ensemble> count) {
    output
        .ints(name, DISTRIBUTION)
        .longName(longName)
        .units("1")
        .values(ensembles.all().stream().mapToDouble(count).toArray());
  }

  private void number(String name, String longName, ToDoubleFunction<Ensemble> number) {
    output
        .doubles(name, DISTRIBUTION)
        .longName(longName)
        .units("1")
        .mayBeMissing()
        .values(ensembles.all().stream().mapToDouble(number).toArray());
  }

  private void chains(String name, String longName, ToDoubleFunction<Mixing> number) {
    number(name, longName, e -> e.quality().mixing().map(number::applyAsDouble).orElse(Double.NaN));
  }

  private void statistic(String name, String longName, Function<Ensemble, double[]> numbers) {
    output
        .doubles(name, DISTRIBUTION, TARGET)
        .longName(longName)
        .attribute("comment", IN_UNIT)
        .values(flat(ensembles.all().stream().map(numbers).toList()));
  }

  private static double[] flat(List<double[]> rows) {
    return rows.stream().flatMapToDouble(Arrays::stream).toArray();
  }
}
