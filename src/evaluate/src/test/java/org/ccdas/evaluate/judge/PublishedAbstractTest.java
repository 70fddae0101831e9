package org.ccdas.evaluate.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import org.ccdas.evaluate.reference.Content;
import org.ccdas.evaluate.reference.Kind;
import org.ccdas.evaluate.reference.Quantity;
import org.ccdas.evaluate.reference.ReferenceData;
import org.ccdas.evaluate.reference.RegionSeries;
import org.ccdas.evaluate.reference.StandardRegions;
import org.ccdas.inputs.time.MonthAxis;
import org.junit.jupiter.api.Test;

class PublishedAbstractTest {
  private static final RunFacts.Fit GOOD = new RunFacts.Fit(100, 3, 1, 1.1);
  private static final RunFacts.Fit BAD = new RunFacts.Fit(100, 3, 2, 4);

  private static Statement of(RunFacts facts, List<Comparison> comparisons, String id) {
    return new PublishedAbstract(facts, comparisons)
        .statements().stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow();
  }

  private static RunFacts facts(RunFacts.Fit heldOut) {
    return new RunFacts(
        false,
        true,
        Optional.of(new RunFacts.Change(0.02, -0.001)),
        Optional.of(GOOD),
        Optional.of(heldOut));
  }

  private static final RunFacts FLASKS =
      new RunFacts(false, false, Optional.empty(), Optional.of(GOOD), Optional.empty());

  /** Three sources of global NEP of a kind, whose mean the run's is compared with. */
  private static List<Comparison> means(double inversions, double models) {
    List<RegionSeries> series = new ArrayList<>();
    for (int member = 0; member < 3; member++) {
      series.add(series("I" + member, Kind.INVERSION, inversions + member - 1));
      series.add(series("D" + member, Kind.DGVM, models + member - 1));
    }
    return new Comparisons(ComparisonsTest.run(0), FluxUncertainty.NONE, Optional.empty())
        .of(ReferenceData.ofRegions(series));
  }

  private static RegionSeries series(String source, Kind kind, double value) {
    double[] values = new double[24];
    Arrays.fill(values, value);
    return RegionSeries.monthly(
        source,
        kind,
        Quantity.NEP,
        StandardRegions.GLOBE,
        new MonthAxis(YearMonth.of(2010, 1), 24),
        values,
        Content.OF_A_RUN);
  }

  @Test
  void soilMoistureMustRiseWherePoorAndFallWhereGood() {
    assertThat(of(facts(GOOD), List.of(), "soil-moisture").verdict()).isEqualTo(Verdict.CONFIRMED);
    RunFacts risen =
        new RunFacts(
            false,
            true,
            Optional.of(new RunFacts.Change(0.02, 0.001)),
            Optional.empty(),
            Optional.empty());
    Statement rises = of(risen, List.of(), "soil-moisture");
    assertThat(rises.verdict()).isEqualTo(Verdict.NOT_CONFIRMED);
    assertThat(rises.number()).isEqualTo("change of r +0.0200 where poor, +0.0010 where good");
    Statement none = of(FLASKS, List.of(), "soil-moisture");
    assertThat(none.verdict()).isEqualTo(Verdict.CANNOT_BE_TESTED);
    assertThat(none.number()).contains("assimilates no soil moisture");
  }

  @Test
  void heldOutStationsMustFitToo() {
    assertThat(of(facts(GOOD), List.of(), "co2").verdict()).isEqualTo(Verdict.CONFIRMED);
    assertThat(of(facts(BAD), List.of(), "co2").verdict()).isEqualTo(Verdict.NOT_CONFIRMED);
    assertThat(of(FLASKS, List.of(), "co2").number()).endsWith("none held out");
  }

  @Test
  void smallerThanBothMeans() {
    // the run has 3 PgC yr-1
    Statement smaller = of(FLASKS, means(3.5, 4), "nep-smaller");
    assertThat(smaller.verdict()).isEqualTo(Verdict.CONFIRMED);
    assertThat(smaller.number()).startsWith("3.00 ± unknown against 3.50 ± 1.00 PgC yr-1");
    assertThat(of(FLASKS, means(3.5, 2), "nep-smaller").verdict()).isEqualTo(Verdict.NOT_CONFIRMED);
    assertThat(of(FLASKS, List.of(), "nep-smaller").number()).startsWith("missing:");
  }

  /** Six years about 3 PgC yr-1; their departures, PgC yr-1. */
  private static final double[] DEPARTURES = {0.5, -0.4, 0.1, 0.6, -0.9, 0.1};

  private static final MonthAxis SIX_YEARS = new MonthAxis(YearMonth.of(2012, 1), 72);

  /** The verdict on NEP of years when the run's is this by month, PgC yr-1. */
  private static Statement years(IntToDoubleFunction ofMonth) {
    double[] reference = new double[SIX_YEARS.count()];
    Arrays.setAll(reference, m -> 3 + DEPARTURES[m / 12]);
    List<RegionSeries> inversions = new ArrayList<>();
    for (int member = 0; member < 3; member++) {
      inversions.add(
          RegionSeries.monthly(
              "I" + member,
              Kind.INVERSION,
              Quantity.NEP,
              StandardRegions.GLOBE,
              SIX_YEARS,
              reference,
              Content.OF_A_RUN));
    }
    List<Comparison> comparisons =
        new Comparisons(
                ComparisonsTest.run(1, SIX_YEARS, m -> ofMonth.applyAsDouble(m) / 3),
                FluxUncertainty.NONE,
                Optional.empty())
            .of(ReferenceData.ofRegions(inversions));
    return of(FLASKS, comparisons, "interannual-nep");
  }

  /** What only goes together, but is too small or drifts apart over the years, does not agree. */
  @Test
  void yearsMustBeAlikeInSizeToo() {
    assertThat(years(m -> 3 + 1.2 * DEPARTURES[m / 12]).verdict()).isEqualTo(Verdict.CONFIRMED);
    Statement small = years(m -> 3 + 0.5 * DEPARTURES[m / 12]);
    assertThat(small.verdict()).isEqualTo(Verdict.NOT_CONFIRMED);
    assertThat(small.number())
        .startsWith("r 1.00 (prior 1.00), standard deviation 0.19 against 0.37");
    // as large, but in other years
    double[] shifted = {-0.9, 0.1, 0.5, -0.4, 0.1, 0.6};
    Statement drifting = years(m -> 3 + shifted[m / 12]);
    assertThat(drifting.verdict()).isEqualTo(Verdict.NOT_CONFIRMED);
  }

  @Test
  void whatIsMissingIsSaid() {
    assertThat(of(facts(GOOD), means(3.5, 4), "globe").number())
        .contains("missing: GPP of FLUXCOM");
    assertThat(of(facts(GOOD), means(3.5, 4), "interannual-nep").number())
        .contains("the same in every year");
    assertThat(of(FLASKS, List.of(), "gpp-larger").number())
        .isEqualTo("missing: GPP of FLUXCOM and MODIS, both");
    assertThat(of(FLASKS, List.of(), "sites").number()).startsWith("missing:");
    assertThat(new PublishedAbstract(FLASKS, List.of()).statements())
        .extracting(Statement::verdict)
        .filteredOn(verdict -> verdict == Verdict.CANNOT_BE_TESTED)
        .hasSize(8);
  }

  @Test
  void aRunOfMadeObservationsTellsNothing() {
    RunFacts made =
        new RunFacts(true, false, Optional.empty(), Optional.of(GOOD), Optional.of(GOOD));
    assertThat(new PublishedAbstract(made, means(3.5, 4)).statements())
        .hasSize(9)
        .allSatisfy(
            one -> {
              assertThat(one.verdict()).isEqualTo(Verdict.CANNOT_BE_TESTED);
              assertThat(one.number()).contains("made by the model");
            });
  }
}
