package org.ccdas.assimilate.evaluation;

import java.io.Serializable;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ccdas.bethy.lane.Schedule;
import org.ccdas.bethy.weather.SubDaily;
import org.ccdas.inputs.control.ControlVector;
import org.ccdas.inputs.time.MonthAxis;
import org.ccdas.observe.co2.Co2Term;
import org.ccdas.observe.normal.ObservationGroup;

/**
 * What an evaluation needs besides the blocks: kilobytes, sent to every worker.
 *
 * <p>Concentrations are station-major, {@code [station * window months + month]} in ppm. The
 * stations of {@code co2} come first, in its order, of which some or all months may be held out;
 * more stations that are only modelled may follow.
 *
 * @param control the estimated parameters
 * @param subDaily how a day is resolved
 * @param spinUpFirst first day of spin-up and forcing
 * @param window analysis window: the months of the concentrations
 * @param passes how often the spin-up years are run
 * @param co2 the misfit to the assimilated stations
 * @param background concentrations of all stations by the background fluxes alone, ppm
 * @param frozen tiles without carbon
 * @param moisture how soil moisture enters the cost
 */
public record EvaluationSetup(
    ControlVector control,
    SubDaily subDaily,
    LocalDate spinUpFirst,
    MonthAxis window,
    int passes,
    Co2Term co2,
    double[] background,
    FrozenTiles frozen,
    MoistureSetup moisture)
    implements Serializable {
  /** A setup without soil moisture. */
  public EvaluationSetup(
      ControlVector control,
      SubDaily subDaily,
      LocalDate spinUpFirst,
      MonthAxis window,
      int passes,
      Co2Term co2,
      double[] background,
      FrozenTiles frozen) {
    this(
        control,
        subDaily,
        spinUpFirst,
        window,
        passes,
        co2,
        background,
        frozen,
        MoistureSetup.none());
  }

  /** Checks that observations, background and window fit each other. */
  public EvaluationSetup {
    if (background.length % window.count() != 0
        || background.length < co2.size()
        || co2.size() % window.count() != 0) {
      throw new IllegalArgumentException(
          "Background of "
              + background.length
              + " values for "
              + co2.size()
              + " of the assimilated stations and "
              + window.count()
              + " months");
    }
  }

  /** The order of days. */
  public Schedule schedule() {
    return Schedule.of(spinUpFirst, window.firstDay(), window.lastDay(), passes);
  }

  /** Months of the fluxes: those of the spin-up years and of the window. */
  public MonthAxis fluxMonths() {
    return MonthAxis.of(YearMonth.from(spinUpFirst), window.last());
  }

  /** Number of values in a vector of concentrations. */
  public int concentrations() {
    return background.length;
  }

  /** The same with other tiles frozen. */
  public EvaluationSetup withFrozen(FrozenTiles tiles) {
    return new EvaluationSetup(
        control, subDaily, spinUpFirst, window, passes, co2, background, tiles, moisture);
  }

  /** The same with other observations. */
  public EvaluationSetup withCo2(Co2Term term) {
    return new EvaluationSetup(
        control, subDaily, spinUpFirst, window, passes, term, background, frozen, moisture);
  }

  /** The same with soil moisture in the cost, or with its mask decided. */
  public EvaluationSetup withMoisture(MoistureSetup setup) {
    return new EvaluationSetup(
        control, subDaily, spinUpFirst, window, passes, co2, background, frozen, setup);
  }

  /**
   * The same with everything frozen that the run at the prior decides: tiles without carbon, mask
   * and matching of the soil moisture.
   *
   * @param prior fluxes of every block at the prior with nothing frozen, in the order of the blocks
   */
  public EvaluationSetup frozenBy(List<BlockFluxes> prior) {
    return withFrozen(FrozenTiles.decide(prior, window.days()))
        .withMoisture(moisture.decided(prior, windowYears()));
  }

  /** Calendar year of each day of the window. */
  public int[] windowYears() {
    int[] years = new int[window.days()];
    Arrays.setAll(years, day -> window.firstDay().plusDays(day).getYear());
    return years;
  }

  /** The groups of soil-moisture observations, region by region and year by year. */
  public List<ObservationGroup> moistureGroups() {
    List<ObservationGroup> groups = new ArrayList<>();
    if (moisture.isActive()) {
      for (String region : moisture.regions().names()) {
        for (int year = window.first().getYear(); year <= window.last().getYear(); year++) {
          groups.add(ObservationGroup.soilMoisture(region, year));
        }
      }
    }
    return groups;
  }

  /** The same with another control vector. */
  public EvaluationSetup withControl(ControlVector other) {
    return new EvaluationSetup(
        other, subDaily, spinUpFirst, window, passes, co2, background, frozen, moisture);
  }
}
