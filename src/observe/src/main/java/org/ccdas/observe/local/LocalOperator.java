package org.ccdas.observe.local;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.ccdas.bethy.lane.ModelSeries;
import org.ccdas.inputs.InputException;
import org.ccdas.inputs.control.ControlVector;
import org.ccdas.inputs.time.MonthAxis;
import org.ccdas.observe.normal.GroupSystem;
import org.ccdas.observe.normal.LowerTriangle;
import org.ccdas.observe.normal.ObservationGroup;
import org.ccdas.observe.stream.BlockOperator;
import org.ccdas.observe.stream.BlockView;
import org.ccdas.observe.stream.StreamOperator;

/**
 * A stream whose misfit closes in the cell. Its share of a block is one number, the misfit of the
 * block's cells. The observations are in the blocks. Before the run at the prior has decided what
 * is seen, the misfit is 0.
 *
 * @param quantity what is observed
 * @param misfit how it is weighed
 * @param window the days that are observed
 * @param decision what the run at the prior has decided
 */
public record LocalOperator(
    LocalQuantity quantity, LocalMisfit misfit, MonthAxis window, PriorDecision decision)
    implements StreamOperator {
  /** An operator before the run at the prior. */
  public static LocalOperator of(LocalQuantity quantity, LocalMisfit misfit, MonthAxis window) {
    return new LocalOperator(quantity, misfit, window, PriorDecision.open());
  }

  /** The same, weighed in another way that needs no matching. */
  public LocalOperator with(LocalMisfit other) {
    if (other.bias().kind().isMatched()) {
      throw new IllegalArgumentException("Matching is decided by the run at the prior");
    }
    return new LocalOperator(
        quantity, other, window, new PriorDecision(decision.mask(), List.of()));
  }

  @Override
  public String name() {
    return quantity.stream();
  }

  @Override
  public Set<ModelSeries> series() {
    // the mask is decided by the snow of the run at the prior
    return decision.isDecided()
        ? EnumSet.of(quantity.series())
        : EnumSet.of(quantity.series(), ModelSeries.SNOW);
  }

  @Override
  public int shareLength(ControlVector control) {
    return 1;
  }

  @Override
  public int jacobianLength(ControlVector control) {
    return jacobianLength(control.size());
  }

  int jacobianLength(int parameters) {
    return groups().size() * systemLength(parameters);
  }

  /** Cost, gradient and Hessian of one group. */
  static int systemLength(int parameters) {
    return 1 + parameters + LowerTriangle.length(parameters);
  }

  @Override
  public BlockOperator on(BlockView block) {
    return LocalBlock.of(block, this);
  }

  @Override
  public double[] modelled(ControlVector control, double[] x, double[] share) {
    return share.clone();
  }

  @Override
  public double[] modelledTangent(
      ControlVector control, double[] x, double[] direction, double[] share, double[] shareDot) {
    return shareDot.clone();
  }

  @Override
  public double cost(double[] modelled) {
    return modelled[0];
  }

  @Override
  public double[] bar(double[] modelled) {
    return new double[] {1};
  }

  /** The groups of observations, region by region and year by year; none before the decision. */
  List<ObservationGroup> groups() {
    List<ObservationGroup> groups = new ArrayList<>();
    if (decision.isDecided()) {
      for (String region : misfit.regions().names()) {
        for (int year = window.first().getYear(); year <= window.last().getYear(); year++) {
          groups.add(new ObservationGroup(name(), region, year));
        }
      }
    }
    return groups;
  }

  @Override
  public List<GroupSystem> systems(
      ControlVector control, double[] x, double[] modelled, double[] jacobian) {
    int n = x.length;
    List<GroupSystem> systems = new ArrayList<>();
    int at = 0;
    for (ObservationGroup group : groups()) {
      // all is 0 where a group has no observations; the misfit alone may be 0 by chance
      if (Arrays.stream(jacobian, at, at + systemLength(n)).anyMatch(value -> value != 0)) {
        systems.add(
            new GroupSystem(
                group,
                jacobian[at],
                Arrays.copyOfRange(jacobian, at + 1, at + 1 + n),
                Arrays.copyOfRange(jacobian, at + 1 + n, at + systemLength(n))));
      }
      at += systemLength(n);
    }
    return systems;
  }

  @Override
  public LocalOperator frozenBy(List<byte[]> prior) {
    List<LocalFit> fits = prior.stream().map(LocalFit::decode).toList();
    PriorDecision decision = PriorDecision.of(misfit, quantity.leastError(), fits, years());
    if (decision.matchedNothing() && fits.stream().anyMatch(this::hasTraining)) {
      throw new InputException(
          "observations." + name(),
          "bias",
          "no cell has the " + Matching.LEAST_DAYS + " values that matching to the prior run needs",
          "Choose offset, or give more years");
    }
    return new LocalOperator(quantity, misfit, window, decision);
  }

  /** Whether there are values in years that are not held out. */
  private boolean hasTraining(LocalFit fit) {
    int[] years = years();
    return fit.observed().stream()
        .flatMapToInt(series -> Arrays.stream(series.days()))
        .anyMatch(day -> !misfit.heldOutYears().contains(years[day]));
  }

  @Override
  public LocalOperator observing(double[] modelled, OptionalLong seed) {
    // the observations are in the blocks
    return this;
  }

  @Override
  public LocalOperator unbiased() {
    return with(misfit.withBias(misfit.bias().with(BiasTreatment.Kind.NONE)));
  }

  @Override
  public void requireObservable() {
    if (misfit.bias().kind().isMatched()) {
      throw new InputException(
          "the experiment",
          "observations." + name() + ".bias",
          "observations that are matched to the prior run are not what any truth would give",
          "Choose none, offset or offsetGain for twins");
    }
  }

  /** Calendar year of each day of the window. */
  int[] years() {
    int[] years = new int[window.days()];
    Arrays.setAll(years, day -> window.firstDay().plusDays(day).getYear());
    return years;
  }
}
