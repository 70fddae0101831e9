package org.ccdas.evaluate.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.YearMonth;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import org.ccdas.evaluate.reference.CellSeries;
import org.ccdas.evaluate.reference.Content;
import org.ccdas.evaluate.reference.Kind;
import org.ccdas.evaluate.reference.Quantity;
import org.ccdas.evaluate.reference.ReferenceData;
import org.ccdas.evaluate.reference.RegionSeries;
import org.ccdas.evaluate.reference.Site;
import org.ccdas.evaluate.reference.SiteSeries;
import org.ccdas.evaluate.reference.StandardRegions;
import org.ccdas.inputs.grid.Cell;
import org.ccdas.inputs.grid.LatLonBox;
import org.ccdas.inputs.region.Region;
import org.ccdas.inputs.time.MonthAxis;
import org.junit.jupiter.api.Test;

class ComparisonsTest {
  private static final MonthAxis MONTHS = new MonthAxis(YearMonth.of(2010, 1), 24);
  private static final double YEAR = 365 * 86400.0;

  /** A cell at 50 N and one at the equator, each 1e12 m2. */
  private static final List<Cell> CELLS =
      List.of(
          new Cell(1, 50, 10, new LatLonBox(48, 52, 8, 12), 1e12, List.of(1)),
          new Cell(2, 0, -179, new LatLonBox(-2, 2, 179, 183), 1e12, List.of(1)));

  /** Both cells half grown over; carbon fluxes 1 and 2 kg m-2 yr-1 times a factor. */
  static RunFluxes run(double priorFactor) {
    return run(priorFactor, MONTHS, m -> 1);
  }

  /** The same in other months, with a factor of each. */
  static RunFluxes run(double priorFactor, MonthAxis months, IntToDoubleFunction ofMonth) {
    Map<String, double[][]> fields = new HashMap<>();
    for (Quantity quantity : Quantity.values()) {
      for (Stage stage : Stage.values()) {
        double factor = stage == Stage.PRIOR ? priorFactor : 1;
        double[][] field = new double[months.count()][];
        Arrays.setAll(
            field,
            m -> {
              double scaled = factor * ofMonth.applyAsDouble(m);
              return new double[] {scaled / YEAR, scaled * 2 / YEAR};
            });
        fields.put(quantity.variable() + "_" + stage.key(), field);
      }
    }
    return new RunFluxes(CELLS, new double[] {0.5, 0.5}, months, fields, StandardRegions.of(CELLS));
  }

  private static List<Comparison> of(ReferenceData data) {
    FluxUncertainty uncertainty =
        new FluxUncertainty(
            Map.of(
                new FluxUncertainty.Key(Quantity.NEP, "globe", 0),
                new FluxUncertainty.Sigma(2, 0.4)));
    return new Comparisons(run(0), uncertainty, Optional.empty()).of(data);
  }

  private static RegionSeries inversion(String source, Region region, double value) {
    // begins a year before the window, and ends half a year before its end
    double[] values = new double[30];
    Arrays.fill(values, value);
    return RegionSeries.monthly(
        source,
        Kind.INVERSION,
        Quantity.NEP,
        region,
        new MonthAxis(YearMonth.of(2009, 1), 30),
        values,
        Content.SEEN_BY_THE_ATMOSPHERE);
  }

  @Test
  void totalsAreRatesOfTwelfthsOfYears() {
    double[] globe = run(0).total(Quantity.NEP, Stage.POSTERIOR, StandardRegions.GLOBE);
    // 3 kg m-2 in 365 days over 1e12 m2: January has 31 days
    assertThat(globe[0]).isCloseTo(3 * 31 / 365.0 * 12, within(1e-12));
    double[] north = run(0).total(Quantity.NEP, Stage.POSTERIOR, StandardRegions.NORTH);
    assertThat(Arrays.stream(north, 0, 12).sum() / 12).isCloseTo(1, within(1e-12));
    assertThat(run(0).total(Quantity.NEP, Stage.PRIOR, StandardRegions.NORTH)).containsOnly(0);
  }

  @Test
  void aTowerSeesTheVegetationOfItsCell() {
    RunFluxes run = run(0);
    double[] gpp = run.ofVegetation(Quantity.GPP, Stage.POSTERIOR, 0);
    assertThat(gpp[0]).isCloseTo(1000 / 365.0 / 0.5, within(1e-9));
    double[] water = run.ofVegetation(Quantity.ET, Stage.POSTERIOR, 0);
    assertThat(water[0]).isCloseTo(1 / 365.0 / 0.5, within(1e-12));
    assertThat(run.cellAt(51.9, 8.1)).hasValue(0);
    // across the date line
    assertThat(run.cellAt(1, -178)).hasValue(1);
    // on the coast: within 2 degrees of the middle, and not
    assertThat(run.cellAt(50, 12.5)).hasValue(0);
    assertThat(run.cellAt(50, 20)).isEmpty();
  }

  @Test
  void sourcesOfOneKindHaveAMean() {
    List<Comparison> all =
        of(
            ReferenceData.ofRegions(
                List.of(
                    inversion("A", StandardRegions.GLOBE, 1),
                    inversion("B", StandardRegions.GLOBE, 2),
                    inversion("C", StandardRegions.GLOBE, 6),
                    inversion("D", new Region("transcom", "Europe"), 6))));
    // 18 of 24 months are too few for a mean, and the run has no region of D
    assertThat(all).extracting(Comparison::source).containsExactly("A", "B", "C");
    assertThat(all.get(0).agreement(Stage.POSTERIOR).n()).isEqualTo(18);
    assertThat(all.get(0).adjustment()).isEqualTo("land-use emissions are still in it");
  }

  @Test
  void theMeanHasTheSpreadOfItsMembers() {
    MonthAxis months = new MonthAxis(YearMonth.of(2010, 1), 24);
    List<RegionSeries> members =
        List.of(1.0, 2.0, 6.0).stream()
            .map(
                value -> {
                  double[] values = new double[24];
                  Arrays.fill(values, value);
                  return RegionSeries.monthly(
                      "M" + value,
                      Kind.INVERSION,
                      Quantity.NEP,
                      StandardRegions.GLOBE,
                      months,
                      values,
                      Content.OF_A_RUN);
                })
            .toList();
    Comparison mean = of(ReferenceData.ofRegions(members)).get(3);
    assertThat(mean.ensemble()).isTrue();
    assertThat(mean.source()).isEqualTo("mean of 3 inversions");
    assertThat(mean.reference()).containsOnly(3);
    // sample: deviations -2 -1 3
    assertThat(mean.meanSigma()).isCloseTo(Math.sqrt(7), within(1e-12));
    assertThat(mean.agreement(Stage.PRIOR).bias()).isCloseTo(-3, within(1e-12));
    assertThat(mean.standardised(Stage.PRIOR)).isCloseTo(-3 / Math.sqrt(11), within(1e-12));
  }

  @Test
  void yearsAreComparedWithRiversAdded() {
    RegionSeries sink =
        new RegionSeries(
            "sink",
            Kind.BUDGET,
            Quantity.NEP,
            StandardRegions.GLOBE,
            12,
            new MonthAxis(YearMonth.of(2009, 1), 36),
            new double[] {9, 2, 4},
            new double[] {1, 1, 1},
            new Content(false, false));
    Comparison one = of(ReferenceData.ofRegions(List.of(sink))).get(0);
    assertThat(one.reference()).containsExactly(2.6, 4.6);
    assertThat(one.posterior()[0]).isCloseTo(3, within(1e-12));
    assertThat(one.agreement(Stage.POSTERIOR).bias()).isCloseTo(-0.6, within(1e-12));
    assertThat(one.standardised(Stage.POSTERIOR))
        .isCloseTo(-0.6 / Math.hypot(1, 0.4), within(1e-12));
    assertThat(one.adjustment()).isEqualTo("0.6 PgC yr-1 of rivers added");
  }

  @Test
  void aTowerNeedsAYearOfMonths() {
    double[] values = new double[12];
    Arrays.fill(values, 4);
    SiteSeries whole =
        new SiteSeries(
            "F",
            new Site("XX-Aaa", 50, 10, "DBF"),
            Quantity.GPP,
            new MonthAxis(YearMonth.of(2011, 1), 12),
            values,
            new double[12]);
    SiteSeries half =
        new SiteSeries(
            "F",
            new Site("XX-Bbb", 50, 10, "DBF"),
            Quantity.GPP,
            new MonthAxis(YearMonth.of(2011, 7), 12),
            values,
            new double[12]);
    List<Comparison> all = of(new ReferenceData(List.of(), List.of(whole, half), List.of()));
    assertThat(all).hasSize(1);
    assertThat(all.get(0).place().name()).isEqualTo("XX-Aaa");
    assertThat(all.get(0).agreement(Stage.POSTERIOR).bias())
        .isCloseTo(1000 / 365.0 / 0.5 - 4, within(1e-9));
  }

  @Test
  void gridsAreSummedOverTheCellsThatTheyHave() {
    double[][] maps = new double[24][];
    Arrays.setAll(maps, m -> new double[] {1.5 / YEAR, Double.NaN});
    CellSeries series = new CellSeries("G", Kind.UPSCALED, Quantity.GPP, MONTHS, maps);
    List<Comparison> all = of(new ReferenceData(List.of(), List.of(), List.of(series)));
    // the tropics have no value at all
    assertThat(all).extracting(one -> one.place().name()).containsExactly("globe", "30N-90N");
    // 1 instead of 1.5, as the other cell does not count
    assertThat(all.get(0).agreement(Stage.POSTERIOR).bias()).isCloseTo(-0.5, within(1e-9));
    GridComparison grid = GridComparison.of(run(0), series);
    assertThat(grid.reference()[1]).isNaN();
    assertThat(grid.posterior()[0] * YEAR).isCloseTo(1, within(1e-12));
    assertThat(grid.posterior()[1]).isNaN();
  }

  @Test
  void theChangeIsOfOtherMonthsThanThoseThatTellPoorFromGood() {
    // two years: anomalies of the reference are +-1 by year, the other way round in odd months
    double[][] reference = new double[2][24];
    double[][] prior = new double[24][2];
    double[][] posterior = new double[24][2];
    for (int m = 0; m < 24; m++) {
      double sign = m < 12 ? 1 : -1;
      reference[0][m] = sign;
      reference[1][m] = sign;
      boolean odd = m % 2 == 1;
      // cell 0 is right in odd months and wrong in even ones, cell 1 the other way round
      prior[m] = new double[] {odd ? sign : -sign, odd ? -sign : sign};
      posterior[m] = new double[] {sign, odd ? -sign : -sign};
    }
    RunFluxes run = run(0);
    Map<String, double[][]> fields = new HashMap<>(run.fields());
    fields.put("top_soil_moisture_prior", prior);
    fields.put("top_soil_moisture_posterior", posterior);
    Anomalies anomalies =
        Anomalies.of(
            new RunFluxes(run.cells(), run.vegetated(), MONTHS, fields, run.regions()),
            Quantity.SOIL_MOISTURE,
            reference);
    assertThat(anomalies.priorOdd()[0]).isCloseTo(1, within(1e-12));
    assertThat(anomalies.priorOdd()[1]).isCloseTo(-1, within(1e-12));
    assertThat(anomalies.changeEven()[0]).isCloseTo(2, within(1e-12));
    assertThat(anomalies.changeEven()[1]).isCloseTo(-2, within(1e-12));
    assertThat(anomalies.changeWherePoor()).isCloseTo(-2, within(1e-12));
    assertThat(anomalies.changeWhereGood()).isCloseTo(2, within(1e-12));
    assertThat(anomalies.posterior()[0]).isCloseTo(1, within(1e-12));
  }
}
