package org.ccdas.evaluate.judge;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.ccdas.evaluate.reference.Kind;
import org.ccdas.evaluate.reference.Quantity;
import org.ccdas.evaluate.reference.StandardRegions;
import org.ccdas.evaluate.score.Agreement;
import org.ccdas.inputs.region.Region;

/**
 * The results that Wu, Scholze, Voßbeck and Kaminski state of six years of SMOS soil moisture and
 * flask CO2, sentence by sentence, and whether a run bears them out.
 *
 * @param facts of the run's own fit
 * @param comparisons with independent data
 */
public record PublishedAbstract(RunFacts facts, List<Comparison> comparisons) {
  private static final double GOOD_CHI_SQUARE = 2;
  private static final double GOOD_CORRELATION = 0.6;

  /** Standard deviations that differ by no more than this share are alike. */
  private static final double GOOD_SIZE = 0.3;

  private static final String REGIONS = "regions";
  private static final String SITES = "sites";
  private static final String YEARS = "years";
  private static final String NO_MOISTURE =
      "this run assimilates no soil moisture, so what soil moisture does is not to be seen";

  /** All statements, in the order of the abstract. */
  public List<Statement> statements() {
    List<Statement> all = judged();
    if (!facts.synthetic()) {
      return all;
    }
    return all.stream()
        .map(
            one ->
                untested(
                    one.id(),
                    one.text(),
                    one.criterion(),
                    "the observations of this run are made by the model, not real",
                    one.place()))
        .toList();
  }

  private List<Statement> judged() {
    List<Statement> all = new ArrayList<>();
    all.add(soilMoisture());
    all.add(co2());
    all.add(sites());
    all.add(globe());
    all.add(interannual(Quantity.NEP, List.of(mean(Kind.INVERSION, StandardRegions.GLOBE))));
    all.add(
        interannual(Quantity.GPP, List.of(production(Kind.UPSCALED), production(Kind.SATELLITE))));
    all.add(tropics());
    all.add(smaller());
    all.add(larger());
    return all;
  }

  private Statement soilMoisture() {
    String text =
        "Assimilation of SMOS soil moisture improves simulated soil moisture where the prior"
            + " correlates poorly with it, but slightly degrades the fit where the prior already"
            + " correlates strongly.";
    String criterion =
        "the correlation rises where it was poor on other days than those compared, and falls where"
            + " it was good";
    if (facts.soilMoisture().isEmpty()) {
      return untested("soil-moisture", text, criterion, NO_MOISTURE, "report.html");
    }
    RunFacts.Change change = facts.soilMoisture().get();
    return tested(
        "soil-moisture",
        text,
        criterion,
        change.wherePoor() > 0 && change.whereGood() < 0,
        format(
            "change of r %+.4f where poor, %+.4f where good",
            change.wherePoor(), change.whereGood()),
        "report.html");
  }

  private Statement co2() {
    String text = "Atmospheric CO2 is simulated well after the assimilation.";
    String criterion =
        format(
            "chi-square for each value at most %.0f and a smaller error than the prior's, at"
                + " assimilated and at held-out stations",
            GOOD_CHI_SQUARE);
    List<RunFacts.Fit> fits = new ArrayList<>();
    facts.co2Assimilated().ifPresent(fits::add);
    facts.co2HeldOut().ifPresent(fits::add);
    if (fits.isEmpty()) {
      return untested("co2", text, criterion, "this run has no CO2 observations", "report.html");
    }
    List<String> numbers = new ArrayList<>();
    facts.co2Assimilated().ifPresent(fit -> numbers.add("assimilated: " + fit(fit)));
    numbers.add(facts.co2HeldOut().map(fit -> "held out: " + fit(fit)).orElse("none held out"));
    boolean good =
        fits.stream()
            .allMatch(fit -> fit.chiSquare() <= GOOD_CHI_SQUARE && fit.rmse() < fit.priorRmse());
    return tested("co2", text, criterion, good, String.join("; ", numbers), "report.html");
  }

  private static String fit(RunFacts.Fit fit) {
    return format(
        "chi-square %.2f, rmse %.2f to %.2f ppm (n = %.0f)",
        fit.chiSquare(), fit.priorRmse(), fit.rmse(), fit.n());
  }

  private Statement sites() {
    String text =
        "Assimilation of SMOS soil moisture is efficient in improving GPP and NEP at site scale.";
    String criterion = "the median over towers of the error of monthly means falls, of both";
    List<Comparison> gpp = sites(Quantity.GPP);
    List<Comparison> nep = sites(Quantity.NEP);
    if (gpp.isEmpty() || nep.isEmpty()) {
      return untested(
          SITES, text, criterion, "missing: monthly fluxes of towers in the window", SITES);
    }
    String numbers = change("GPP", gpp) + "; " + change("NEP", nep);
    boolean improved = improved(gpp) && improved(nep);
    return facts.soilMoisture().isEmpty()
        ? untested(SITES, text, criterion, NO_MOISTURE + "; the others: " + numbers, SITES)
        : tested(SITES, text, criterion, improved, numbers, SITES);
  }

  private List<Comparison> sites(Quantity quantity) {
    return comparisons.stream()
        .filter(one -> !one.isRegional() && one.quantity() == quantity)
        .toList();
  }

  private static boolean improved(List<Comparison> sites) {
    return median(sites, one -> error(one, Stage.POSTERIOR))
        < median(sites, one -> error(one, Stage.PRIOR));
  }

  private static String change(String name, List<Comparison> sites) {
    long better =
        sites.stream().filter(one -> error(one, Stage.POSTERIOR) < error(one, Stage.PRIOR)).count();
    return format(
        "%s median rmse %.2f to %.2f gC m-2 d-1, %d of %d towers better",
        name,
        median(sites, one -> error(one, Stage.PRIOR)),
        median(sites, one -> error(one, Stage.POSTERIOR)),
        better,
        sites.size());
  }

  private static double error(Comparison one, Stage stage) {
    return one.agreement(stage).rmse();
  }

  /** The median of a number over comparisons, NaN for none. */
  public static double median(List<Comparison> of, ToDoubleFunction<Comparison> number) {
    return Anomalies.median(of.stream().mapToDouble(number).toArray());
  }

  private Statement globe() {
    String text =
        "Assimilation of SMOS soil moisture is efficient in improving GPP and NEP at global scale"
            + " against inversions and up-scaled eddy covariance.";
    String criterion =
        "the error of monthly global NEP against the mean of inversions and of monthly global GPP"
            + " against up-scaled towers falls, of both";
    Optional<Comparison> nep = mean(Kind.INVERSION, StandardRegions.GLOBE);
    Optional<Comparison> gpp = production(Kind.UPSCALED);
    List<String> numbers = new ArrayList<>();
    nep.ifPresent(one -> numbers.add("NEP " + errors(one)));
    gpp.ifPresent(one -> numbers.add("GPP " + errors(one)));
    if (facts.soilMoisture().isEmpty()) {
      numbers.add(0, NO_MOISTURE);
    }
    if (nep.isEmpty()) {
      numbers.add("missing: three inversions over most of the window");
    }
    if (gpp.isEmpty()) {
      numbers.add("missing: GPP of FLUXCOM");
    }
    String all = String.join("; ", numbers);
    if (facts.soilMoisture().isEmpty() || nep.isEmpty() || gpp.isEmpty()) {
      return untested("globe", text, criterion, all, REGIONS);
    }
    boolean improved = improved(List.of(nep.orElseThrow())) && improved(List.of(gpp.orElseThrow()));
    return tested("globe", text, criterion, improved, all, REGIONS);
  }

  private static String errors(Comparison one) {
    return format(
        "rmse %.2f to %.2f %s against %s",
        error(one, Stage.PRIOR), error(one, Stage.POSTERIOR), one.unit(), one.source());
  }

  private Statement interannual(Quantity quantity, List<Optional<Comparison>> references) {
    String id = "interannual-" + quantity.symbol().toLowerCase(Locale.ROOT);
    String text =
        "The inter-annual variability of global "
            + quantity.symbol()
            + " agrees well with independent data.";
    String criterion =
        format(
            "correlation of anomalies, running mean of 12 months, at least %.1f, their standard"
                + " deviation within %.0f %%, and the correlation of years at least %.1f too",
            GOOD_CORRELATION, 100 * GOOD_SIZE, GOOD_CORRELATION);
    List<Comparison> found = references.stream().flatMap(Optional::stream).toList();
    if (facts.sameWeatherEveryYear()) {
      return untested(
          id,
          text,
          criterion,
          "the weather of this run is the same in every year, so that its years do not differ",
          YEARS);
    }
    if (found.isEmpty()) {
      return untested(id, text, criterion, "missing: " + wanted(quantity), YEARS);
    }
    List<String> numbers = new ArrayList<>();
    for (Comparison one : found) {
      Agreement anomalies = running(one, Stage.POSTERIOR);
      numbers.add(
          format(
              "r %.2f (prior %.2f), standard deviation %.2f against %.2f %s, r of years %.2f (prior"
                  + " %.2f) with %s",
              anomalies.r(),
              running(one, Stage.PRIOR).r(),
              anomalies.sd(),
              anomalies.referenceSd(),
              one.unit(),
              years(one, Stage.POSTERIOR).r(),
              years(one, Stage.PRIOR).r(),
              one.source()));
    }
    if (found.stream().anyMatch(PublishedAbstract::tooShort)) {
      return untested(id, text, criterion, "the window is too short", YEARS);
    }
    boolean agree = found.stream().allMatch(PublishedAbstract::agreesBetweenYears);
    return tested(id, text, criterion, agree, String.join("; ", numbers), YEARS);
  }

  private static boolean tooShort(Comparison one) {
    return Double.isNaN(running(one, Stage.POSTERIOR).r())
        || Double.isNaN(years(one, Stage.POSTERIOR).r());
  }

  /** Whether anomalies go together, are as large, and the years follow each other alike. */
  private static boolean agreesBetweenYears(Comparison one) {
    Agreement anomalies = running(one, Stage.POSTERIOR);
    double size = anomalies.sd() / anomalies.referenceSd();
    return anomalies.r() >= GOOD_CORRELATION
        && Math.abs(size - 1) <= GOOD_SIZE
        && years(one, Stage.POSTERIOR).r() >= GOOD_CORRELATION;
  }

  private static Agreement running(Comparison one, Stage stage) {
    return one.scores(stage).runningMean();
  }

  private static Agreement years(Comparison one, Stage stage) {
    return one.scores(stage).years();
  }

  private static String wanted(Quantity quantity) {
    return quantity == Quantity.GPP
        ? "GPP of FLUXCOM and MODIS"
        : "three inversions over most of the window";
  }

  private Statement tropics() {
    String text =
        "Larger differences of NEP and GPP are found in tropical and subtropical regions, on smaller"
            + " scales.";
    String criterion =
        "the error of monthly NEP against the mean of inversions, over the variability of these, is"
            + " larger from 30 S to 30 N than north of it";
    Optional<Comparison> tropics = mean(Kind.INVERSION, StandardRegions.TROPICS);
    Optional<Comparison> north = mean(Kind.INVERSION, StandardRegions.NORTH);
    if (tropics.isEmpty() || north.isEmpty()) {
      return untested("tropics", text, criterion, "missing: " + wanted(Quantity.NEP), REGIONS);
    }
    double within = relative(tropics.get());
    double beyond = relative(north.get());
    return tested(
        "tropics",
        text,
        criterion,
        within > beyond,
        format("NEP %.2f from 30 S to 30 N, %.2f north of it", within, beyond)
            + (production(Kind.UPSCALED).isEmpty() ? "; GPP: missing FLUXCOM" : ""),
        REGIONS);
  }

  private static double relative(Comparison one) {
    Agreement months = one.scores(Stage.POSTERIOR).months();
    return months.rmse() / months.referenceSd();
  }

  private Statement smaller() {
    String text =
        "CCDAS obtains smaller annual mean NEP than the inversions and the vegetation models.";
    String criterion = "the mean over the window is smaller than both";
    Optional<Comparison> inversions = mean(Kind.INVERSION, StandardRegions.GLOBE);
    Optional<Comparison> models = mean(Kind.DGVM, StandardRegions.GLOBE);
    if (inversions.isEmpty() || models.isEmpty()) {
      return untested(
          "nep-smaller",
          text,
          criterion,
          "missing: three inversions and three vegetation models over most of the window",
          REGIONS);
    }
    return ordered("nep-smaller", text, criterion, -1, inversions.get(), models.get());
  }

  private Statement larger() {
    String text = "CCDAS obtains larger GPP than up-scaled eddy covariance and MODIS.";
    String criterion = "the mean over the window is larger than both, over the same cells";
    Optional<Comparison> towers = production(Kind.UPSCALED);
    Optional<Comparison> satellite = production(Kind.SATELLITE);
    if (towers.isEmpty() || satellite.isEmpty()) {
      return untested(
          "gpp-larger", text, criterion, "missing: GPP of FLUXCOM and MODIS, both", REGIONS);
    }
    return ordered("gpp-larger", text, criterion, 1, towers.get(), satellite.get());
  }

  private static Statement ordered(
      String id, String text, String criterion, int sign, Comparison... references) {
    List<String> numbers = new ArrayList<>();
    for (Comparison one : references) {
      Agreement months = one.agreement(Stage.POSTERIOR);
      numbers.add(
          format(
              "%.2f ± %.2f against %.2f ± %.2f %s of the %s (%+.1f standard deviations)",
              months.mean(),
              one.own().posterior(),
              months.referenceMean(),
              one.meanSigma(),
              one.unit(),
              one.source(),
              one.standardised(Stage.POSTERIOR)));
    }
    boolean holds =
        Arrays.stream(references).allMatch(one -> sign * one.agreement(Stage.POSTERIOR).bias() > 0);
    return tested(id, text, criterion, holds, String.join("; ", numbers), REGIONS);
  }

  /** The comparison of NEP with the mean of a kind of sources. */
  private Optional<Comparison> mean(Kind kind, Region region) {
    return comparisons.stream()
        .filter(one -> one.ensemble() && one.kind() == kind && one.quantity() == Quantity.NEP)
        .filter(one -> one.place().equals(Comparison.Place.of(region)))
        .findFirst();
  }

  /** The comparison of global GPP with a source. */
  private Optional<Comparison> production(Kind kind) {
    return comparisons.stream()
        .filter(one -> one.kind() == kind && one.quantity() == Quantity.GPP)
        .filter(one -> one.place().equals(Comparison.Place.of(StandardRegions.GLOBE)))
        .findFirst();
  }

  private static Statement tested(
      String id, String text, String criterion, boolean holds, String number, String place) {
    Verdict verdict = holds ? Verdict.CONFIRMED : Verdict.NOT_CONFIRMED;
    return new Statement(id, text, criterion, verdict, number, place);
  }

  private static Statement untested(
      String id, String text, String criterion, String why, String place) {
    return new Statement(id, text, criterion, Verdict.CANNOT_BE_TESTED, why, place);
  }

  private static String format(String pattern, Object... values) {
    return String.format(Locale.ROOT, pattern, values).replace("NaN", "unknown");
  }
}
