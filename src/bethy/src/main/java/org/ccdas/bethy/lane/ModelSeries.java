package org.ccdas.bethy.lane;

import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.ccdas.bethy.kernel.ObservablesKernel;

/**
 * The series in time that a run of the model hands out for every tile. A daily one is declared here
 * and as the component of the same name of {@link org.ccdas.bethy.process.ObservedDay}; value,
 * tangent, adjoint and Jacobian follow. A new one comes last: random errors of synthetic
 * observations are drawn by the order of declaration.
 */
public enum ModelSeries {
  /** Net ecosystem production, positive for uptake. */
  NEP("nep", Interval.MONTHLY, "gC m-2 month-1", "net ecosystem production"),
  /** Gross primary production. */
  GPP("gpp", Interval.MONTHLY, "gC m-2 month-1", "gross primary production"),
  /** Net primary production. */
  NPP("npp", Interval.MONTHLY, "gC m-2 month-1", "net primary production"),
  /** Evapotranspiration with interception and sublimation. */
  EVAPOTRANSPIRATION("evapotranspiration", Interval.MONTHLY, "mm month-1", "evapotranspiration"),
  /** Moisture of the top 0.05 m of soil. */
  TOP_MOISTURE("topMoisture", Interval.DAILY, "m3 m-3", "moisture of the top 5 cm of soil"),
  /** Water of the snow on the ground. */
  SNOW("snow", Interval.DAILY, "mm", "snow water equivalent"),
  /** Leaf area index. */
  LAI("lai", Interval.DAILY, "m2 m-2", "leaf area index"),
  /** Share of PAR that the canopy absorbs under a white sky. */
  FAPAR("fapar", Interval.DAILY, "1", "absorbed share of PAR under a white sky");

  /** How often a series has a value. */
  public enum Interval {
    /** Sums of the months of the schedule, from its first month on. */
    MONTHLY,
    /** Values at the end of every day of the window. */
    DAILY
  }

  /** Component of the tile parameters that heterotrophic respiration is proportional to. */
  public static final String RESPIRATION_FACTOR = "beta";

  private static final Set<ModelSeries> MONTHLY = every(Interval.MONTHLY);

  private final String key;
  private final Interval interval;
  private final String units;
  private final String longName;
  private final int slot;

  ModelSeries(String key, Interval interval, String units, String longName) {
    this.key = key;
    this.interval = interval;
    this.units = units;
    this.longName = longName;
    this.slot = ObservablesKernel.INSTANCE.outputNames().indexOf(key);
  }

  private static Set<ModelSeries> every(Interval interval) {
    return Arrays.stream(values())
        .filter(series -> series.interval == interval)
        .collect(
            Collectors.collectingAndThen(
                Collectors.toCollection(() -> EnumSet.noneOf(ModelSeries.class)),
                Collections::unmodifiableSet));
  }

  /** The name in files and experiments, such as {@code topMoisture}. */
  public String key() {
    return key;
  }

  /** How often the series has a value. */
  public Interval interval() {
    return interval;
  }

  /** The units of the values. */
  public String units() {
    return units;
  }

  /** What it is, in words. */
  public String longName() {
    return longName;
  }

  /**
   * The series of a key.
   *
   * @throws IllegalArgumentException when there is none
   */
  public static ModelSeries of(String key) {
    return Arrays.stream(values())
        .filter(series -> series.key.equals(key))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "No series of the model is called "
                        + key
                        + "; known are "
                        + Arrays.stream(values())
                            .map(ModelSeries::key)
                            .collect(Collectors.joining(", "))));
  }

  /**
   * How the series depends on a component of {@link org.ccdas.bethy.process.TileParameters}, by its
   * name: respiration is proportional to its factor beta (spec section 12.2) and acts back on
   * nothing, so that NEP = NPP - beta R, and no other series sees beta.
   */
  public Dependence dependence(String component) {
    if (!component.equals(RESPIRATION_FACTOR)) {
      return Dependence.CURVED;
    }
    return this == NEP ? Dependence.AFFINE : Dependence.NONE;
  }

  /** All monthly series. */
  static Set<ModelSeries> monthly() {
    return MONTHLY;
  }

  /** The daily ones of some series, in the order of declaration. */
  static Set<ModelSeries> daily(Collection<ModelSeries> series) {
    Set<ModelSeries> daily = EnumSet.noneOf(ModelSeries.class);
    series.stream().filter(each -> each.interval == Interval.DAILY).forEach(daily::add);
    return Collections.unmodifiableSet(daily);
  }

  /** Of a daily series its output slot of the kernel of the observables; else -1. */
  int slot() {
    return slot;
  }
}
