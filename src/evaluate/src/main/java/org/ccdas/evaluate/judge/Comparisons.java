package org.ccdas.evaluate.judge;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.ccdas.evaluate.reference.CellSeries;
import org.ccdas.evaluate.reference.Kind;
import org.ccdas.evaluate.reference.LandUseEmissions;
import org.ccdas.evaluate.reference.Quantity;
import org.ccdas.evaluate.reference.ReferenceData;
import org.ccdas.evaluate.reference.RegionSeries;
import org.ccdas.evaluate.reference.SiteSeries;
import org.ccdas.evaluate.reference.StandardRegions;
import org.ccdas.evaluate.score.Scores;
import org.ccdas.evaluate.score.Season;
import org.ccdas.inputs.region.Region;
import org.ccdas.inputs.time.MonthAxis;

/**
 * Puts the fluxes of a run beside references, month by month or year by year, where both have
 * values.
 *
 * @param run the run
 * @param uncertainty of its fluxes
 * @param emissions by land-use change, when they are known
 */
public record Comparisons(
    RunFluxes run, FluxUncertainty uncertainty, Optional<LandUseEmissions> emissions) {
  /** Months that a tower must have within the window. */
  private static final int FEWEST_MONTHS = 12;

  /** Share of the window that a member of an ensemble's mean must have. */
  private static final double MOST = 0.8;

  /** Members that a mean needs. */
  private static final int FEWEST_MEMBERS = 3;

  /** All comparisons: regions by source, the means of sources of one kind, sites. */
  public List<Comparison> of(ReferenceData data) {
    List<Comparison> regional = new ArrayList<>();
    for (RegionSeries series : data.regions()) {
      if (run.knows(series.region())) {
        (series.isMonthly() ? monthly(series) : yearly(series)).ifPresent(regional::add);
      }
    }
    for (CellSeries series :
        data.cells().stream().filter(one -> one.quantity().isFlux()).toList()) {
      for (Region region : StandardRegions.all()) {
        ofCells(series, region).ifPresent(regional::add);
      }
    }
    List<Comparison> all = new ArrayList<>(regional);
    all.addAll(means(regional));
    for (SiteSeries series : data.sites()) {
      site(series).ifPresent(all::add);
    }
    return all;
  }

  private Optional<Comparison> monthly(RegionSeries series) {
    SameMeaning.Adjusted adjusted = new SameMeaning(emissions).of(series);
    double[] reference = SameMeaning.on(run.months(), series.months(), adjusted.values());
    if (Arrays.stream(reference).noneMatch(Double::isFinite)) {
      return Optional.empty();
    }
    return Optional.of(
        compared(
            series.source(),
            series.kind(),
            false,
            series.quantity(),
            series.region(),
            adjusted.words(),
            reference,
            SameMeaning.on(run.months(), series.months(), series.sigma()),
            Double.NaN,
            run.total(series.quantity(), Stage.PRIOR, series.region()),
            run.total(series.quantity(), Stage.POSTERIOR, series.region())));
  }

  private Comparison compared(
      String source,
      Kind kind,
      boolean ensemble,
      Quantity quantity,
      Region region,
      String adjustment,
      double[] reference,
      double[] sigma,
      double meanSigma,
      double[] prior,
      double[] posterior) {
    return new Comparison(
        source,
        kind,
        ensemble,
        quantity,
        Comparison.Place.of(region),
        quantity.regionUnit(),
        1,
        adjustment,
        run.months(),
        reference,
        sigma,
        meanSigma,
        uncertainty.ofMean(quantity, region),
        prior,
        posterior,
        Scores.of(run.months(), prior, reference),
        Scores.of(run.months(), posterior, reference));
  }

  /** Sums over the cells of a region that the reference has values of in every of its months. */
  private Optional<Comparison> ofCells(CellSeries series, Region region) {
    MonthAxis window = run.months();
    double[] areas = run.areas(region);
    int[] both =
        IntStream.range(0, window.count())
            .filter(m -> series.months().contains(window.at(m)))
            .filter(m -> hasAny(map(series, window, m)))
            .toArray();
    for (int c = 0; c < areas.length; c++) {
      int cell = c;
      if (IntStream.of(both).anyMatch(m -> Double.isNaN(map(series, window, m)[cell]))) {
        areas[c] = 0;
      }
    }
    if (both.length == 0 || Arrays.stream(areas).sum() == 0) {
      return Optional.empty();
    }
    double[] reference = new double[window.count()];
    Arrays.fill(reference, Double.NaN);
    for (int m : both) {
      reference[m] = RunFluxes.total(window.days(m), map(series, window, m), areas);
    }
    double[] none = new double[window.count()];
    Arrays.fill(none, Double.NaN);
    return Optional.of(
        compared(
            series.source(),
            series.kind(),
            false,
            series.quantity(),
            region,
            "over the cells that it has values of",
            reference,
            none,
            Double.NaN,
            run.total(series.quantity(), Stage.PRIOR, areas),
            run.total(series.quantity(), Stage.POSTERIOR, areas)));
  }

  private static double[] map(CellSeries series, MonthAxis window, int month) {
    return series.values()[series.months().indexOf(window.at(month))];
  }

  private static boolean hasAny(double[] map) {
    return Arrays.stream(map).anyMatch(Double::isFinite);
  }

  private Optional<Comparison> yearly(RegionSeries series) {
    MonthAxis years = Season.wholeYears(run.months());
    if (years == null) {
      return Optional.empty();
    }
    SameMeaning.Adjusted adjusted = new SameMeaning(emissions).of(series);
    double[] reference = byYear(years, series, adjusted.values());
    double[] sigma = byYear(years, series, series.sigma());
    if (Arrays.stream(reference).noneMatch(Double::isFinite)) {
      return Optional.empty();
    }
    double[] prior =
        Season.years(run.months(), run.total(series.quantity(), Stage.PRIOR, series.region()));
    double[] posterior =
        Season.years(run.months(), run.total(series.quantity(), Stage.POSTERIOR, series.region()));
    return Optional.of(
        new Comparison(
            series.source(),
            series.kind(),
            false,
            series.quantity(),
            Comparison.Place.of(series.region()),
            series.quantity().regionUnit(),
            series.monthsEach(),
            adjusted.words(),
            years,
            reference,
            sigma,
            // the errors of years are taken for one and the same: their mean does not shrink
            Arrays.stream(sigma).filter(Double::isFinite).average().orElse(Double.NaN),
            uncertainty.ofMean(series.quantity(), series.region()),
            prior,
            posterior,
            Scores.ofYears(prior, reference),
            Scores.ofYears(posterior, reference)));
  }

  private static double[] byYear(MonthAxis years, RegionSeries series, double[] values) {
    double[] placed = new double[years.count() / series.monthsEach()];
    Arrays.setAll(
        placed,
        y -> {
          int month = series.months().indexOf(years.at(y * series.monthsEach()));
          boolean has = month >= 0 && month < series.months().count();
          return has ? values[month / series.monthsEach()] : Double.NaN;
        });
    return placed;
  }

  /** The means of sources of one kind, with their spread. */
  private List<Comparison> means(List<Comparison> regional) {
    record Group(Kind kind, Quantity quantity, Comparison.Place place) {}
    Map<Group, List<Comparison>> groups = new LinkedHashMap<>();
    for (Comparison one : regional) {
      long values = Arrays.stream(one.reference()).filter(Double::isFinite).count();
      if (one.monthsEach() == 1 && values >= MOST * one.reference().length) {
        groups
            .computeIfAbsent(
                new Group(one.kind(), one.quantity(), one.place()), key -> new ArrayList<>())
            .add(one);
      }
    }
    List<Comparison> means = new ArrayList<>();
    groups.forEach(
        (group, members) -> {
          if (members.size() >= FEWEST_MEMBERS) {
            means.add(mean(group.kind(), members));
          }
        });
    return means;
  }

  private Comparison mean(Kind kind, List<Comparison> members) {
    Comparison first = members.get(0);
    int months = first.reference().length;
    double[] mean = new double[months];
    double[] spread = new double[months];
    for (int m = 0; m < months; m++) {
      int month = m;
      double[] values = members.stream().mapToDouble(one -> one.reference()[month]).toArray();
      // NaN where a member has none, so that the mean is always of the same members
      mean[m] = Arrays.stream(values).sum() / values.length;
      spread[m] = spread(values);
    }
    double[] means =
        members.stream()
            .mapToDouble(
                one ->
                    IntStream.range(0, months)
                        .filter(m -> Double.isFinite(mean[m]))
                        .mapToDouble(m -> one.reference()[m])
                        .average()
                        .orElse(Double.NaN))
            .toArray();
    return compared(
        "mean of " + members.size() + " " + kind.words(),
        kind,
        true,
        first.quantity(),
        new Region(first.place().set(), first.place().name()),
        first.adjustment(),
        mean,
        spread,
        spread(means),
        first.prior(),
        first.posterior());
  }

  /** Standard deviation of a sample. */
  private static double spread(double[] values) {
    double mean = Arrays.stream(values).average().orElse(Double.NaN);
    double squares = Arrays.stream(values).map(value -> (value - mean) * (value - mean)).sum();
    return Math.sqrt(squares / (values.length - 1));
  }

  private Optional<Comparison> site(SiteSeries series) {
    OptionalInt cell = run.cellAt(series.site().lat(), series.site().lon());
    double[] reference = SameMeaning.on(run.months(), series.months(), series.values());
    if (cell.isEmpty()
        || Arrays.stream(reference).filter(Double::isFinite).count() < FEWEST_MONTHS) {
      return Optional.empty();
    }
    double[] prior = run.ofVegetation(series.quantity(), Stage.PRIOR, cell.getAsInt());
    double[] posterior = run.ofVegetation(series.quantity(), Stage.POSTERIOR, cell.getAsInt());
    return Optional.of(
        new Comparison(
            series.source(),
            Kind.TOWER,
            false,
            series.quantity(),
            new Comparison.Place(
                Comparison.Place.SITES,
                series.site().name(),
                series.site().igbp(),
                series.site().lat(),
                series.site().lon()),
            series.quantity().siteUnit(),
            1,
            "",
            run.months(),
            reference,
            SameMeaning.on(run.months(), series.months(), series.sigma()),
            Double.NaN,
            FluxUncertainty.Sigma.UNKNOWN,
            prior,
            posterior,
            Scores.of(run.months(), prior, reference),
            Scores.of(run.months(), posterior, reference)));
  }
}
