package org.ccdas.assimilate.evaluation;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.ccdas.observe.moisture.BiasTreatment;
import org.ccdas.observe.moisture.Matching;
import org.ccdas.observe.moisture.MoistureError;
import org.ccdas.observe.moisture.MoistureSeries;
import org.ccdas.observe.moisture.RegionNames;

/**
 * How soil moisture enters the cost. The observations are in the blocks.
 *
 * @param used whether it does
 * @param error how errors of a cell depend on each other
 * @param bias how the bias of a cell is dealt with
 * @param heldOutYears years that are compared with and not assimilated
 * @param heldOutRegions names of the regions that are compared with and not assimilated
 * @param mask when tiles can be seen
 * @param matchings for each block and cell the frozen matching, null where there is none; empty
 *     list before the decision, or when observations are not matched
 * @param regions of the cells
 */
public record MoistureSetup(
    boolean used,
    MoistureError error,
    BiasTreatment bias,
    Set<Integer> heldOutYears,
    Set<String> heldOutRegions,
    MoistureMask mask,
    List<Matching[]> matchings,
    RegionNames regions)
    implements Serializable {
  private static final MoistureSetup NONE =
      new MoistureSetup(
          false,
          MoistureError.STANDARD,
          BiasTreatment.STANDARD,
          Set.of(),
          Set.of(),
          MoistureMask.undecided(),
          List.of(),
          RegionNames.globe());

  /** Copies the collections. */
  public MoistureSetup {
    heldOutYears = new TreeSet<>(heldOutYears);
    heldOutRegions = new TreeSet<>(heldOutRegions);
    matchings = new ArrayList<>(matchings);
  }

  /** Soil moisture is no part of the cost. */
  public static MoistureSetup none() {
    return NONE;
  }

  /** Soil moisture is part of the cost, once the mask is decided. */
  public static MoistureSetup of(
      MoistureError error, BiasTreatment bias, Set<Integer> heldOutYears, RegionNames regions) {
    return new MoistureSetup(
        true, error, bias, heldOutYears, Set.of(), MoistureMask.undecided(), List.of(), regions);
  }

  /** Whether blocks have a misfit to soil moisture: it is used and the mask is decided. */
  public boolean isActive() {
    return used && mask.isDecided();
  }

  /**
   * The same with mask and matchings decided.
   *
   * @param prior what every block says of the run at the prior, in order
   * @param years calendar year of each day of the window
   */
  public MoistureSetup decided(List<BlockFluxes> prior, int[] years) {
    if (!used) {
      return this;
    }
    List<Matching[]> found = new ArrayList<>();
    if (bias.kind().isMatched()) {
      prior.forEach(block -> found.add(matchings(block.moisture(), years)));
    }
    return new MoistureSetup(
        true,
        error,
        bias,
        heldOutYears,
        heldOutRegions,
        MoistureMask.decide(prior),
        found,
        regions);
  }

  private Matching[] matchings(BlockMoistureFit fit, int[] years) {
    Matching[] found = new Matching[fit.observed().size()];
    for (int cell = 0; cell < found.length; cell++) {
      // a region held out is matched by its own days: it can be compared with in no other way
      MoistureSeries series = fit.observed().get(cell);
      double[] modelled = fit.modelled().get(cell);
      double[][] common = new double[2][series.count()];
      int count = 0;
      for (int k = 0; k < series.count(); k++) {
        // training days only
        if (!heldOutYears.contains(years[series.days()[k]])) {
          common[0][count] = series.value()[k];
          common[1][count++] = modelled[k];
        }
      }
      double[] observed = Arrays.copyOf(common[0], count);
      double[] prior = Arrays.copyOf(common[1], count);
      found[cell] =
          bias.kind() == BiasTreatment.Kind.LINEAR
              ? Matching.linear(observed, prior)
              : Matching.cdf(observed, prior);
    }
    return found;
  }

  /** Whether the misfit may take values of a cell; not when a matching is wanted and failed. */
  public boolean isAssimilated(int block, int cell) {
    return matchings.isEmpty() || matchings.get(block)[cell] != null;
  }

  /** The same with more years that are only compared with. */
  public MoistureSetup withoutYears(Set<Integer> years) {
    Set<Integer> all = new TreeSet<>(heldOutYears);
    all.addAll(years);
    return new MoistureSetup(used, error, bias, all, heldOutRegions, mask, matchings, regions);
  }

  /**
   * The same with more regions that are only compared with.
   *
   * @throws IllegalArgumentException when one is not among the names of the regions
   */
  public MoistureSetup withoutRegions(Set<String> names) {
    if (!regions.names().containsAll(names)) {
      throw new IllegalArgumentException(names + " are not all among " + regions.names());
    }
    Set<String> all = new TreeSet<>(heldOutRegions);
    all.addAll(names);
    return new MoistureSetup(used, error, bias, heldOutYears, all, mask, matchings, regions);
  }

  /** Whether a cell's values of a year are compared with and not assimilated. */
  public boolean isHeldOut(int cell, int year) {
    return heldOutYears.contains(year)
        || heldOutRegions.contains(regions.names().get(regions.of(cell)));
  }

  /** The same with the bias dealt with in another way, which needs no matching. */
  public MoistureSetup withBias(BiasTreatment other) {
    if (other.kind().isMatched()) {
      throw new IllegalArgumentException("Matching is decided by the run at the prior");
    }
    return new MoistureSetup(
        used, error, other, heldOutYears, heldOutRegions, mask, List.of(), regions);
  }

  /** The matching of a cell; null when it has none. */
  Matching matching(int block, int cell) {
    return matchings.isEmpty() ? null : matchings.get(block)[cell];
  }
}
