package org.ccdas.pipelines.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.ccdas.assimilate.evaluation.FrozenTiles;
import org.ccdas.inputs.control.ControlVectorFile;
import org.ccdas.inputs.grid.Cell;
import org.ccdas.inputs.grid.LatLonBox;
import org.ccdas.inputs.land.LandCell;
import org.ccdas.inputs.land.Tile;
import org.ccdas.inputs.time.MonthAxis;
import org.junit.jupiter.api.Test;

class LandBudgetTest {
  private static final MonthAxis MONTHS = new MonthAxis(YearMonth.of(2010, 11), 15);

  /** Two cells of 1e13 and 2e13 m2; the second has a tile that covers nothing. */
  private static Land land(boolean... withoutCarbon) {
    LatLonBox box = LatLonBox.around(0, 0, 10, 10);
    List<LandCell> cells =
        List.of(
            new LandCell(
                new Cell(1, 0, 0, box, 1e13, List.of(1, 9)),
                0,
                List.of(new Tile(1, 0.5, 3), new Tile(9, 0.25, 3))),
            new LandCell(
                new Cell(2, 10, 0, box, 2e13, List.of(8, 9)),
                0,
                List.of(new Tile(8, 0, 3), new Tile(9, 0.5, 3))));
    FrozenTiles frozen =
        withoutCarbon.length == 0 ? FrozenTiles.none() : new FrozenTiles(List.of(withoutCarbon));
    return Land.of(cells, 10, frozen);
  }

  /** GPP 100 and 200 gC m-2 a month, NPP half of it, NEP 1 and -1, ET 60 and 30 mm a month. */
  private static LandFluxes fluxes(Land land) {
    return new LandFluxes(
        land,
        MONTHS,
        months(1, -1),
        months(100, 200),
        months(50, 100),
        months(60, 30),
        months(0.1, 0.4),
        new double[] {100, 50, 400},
        new double[] {40, 30, 300});
  }

  private static double[] months(double first, double second) {
    double[] values = new double[2 * MONTHS.count()];
    Arrays.fill(values, 0, MONTHS.count(), first);
    Arrays.fill(values, MONTHS.count(), values.length, second);
    return values;
  }

  @Test
  void tilesThatCoverNothingAreLeftOut() {
    Land land = land();
    assertThat(land.tiles()).extracting(Land.CoveredArea::pft).containsExactly(1, 9, 9);
    assertThat(land.vegetated()).containsExactly(7.5e12, 1e13);
    assertThat(land.vegetatedArea()).isEqualTo(1.75e13);
    assertThat(land.shareWithoutCarbon()).isZero();
    assertThat(land(false, true, false).shareWithoutCarbon()).isCloseTo(2.5 / 17.5, within(1e-15));
  }

  @Test
  void meanIsPerYear() {
    LandBudget mean = LandBudget.mean(fluxes(land()));
    // 12 (100 x 1e13 + 200 x 2e13) g
    assertThat(mean.gpp()).isCloseTo(60, within(1e-12));
    assertThat(mean.npp()).isCloseTo(30, within(1e-12));
    assertThat(mean.nep()).isCloseTo(-0.12, within(1e-14));
    // 12 (60 x 1e13 + 30 x 2e13) / 1.75e13 mm
    assertThat(mean.evapotranspiration()).isCloseTo(822.857142857, within(1e-8));
  }

  @Test
  void yearsAreSumsOfTheirMonths() {
    List<LandBudget.Year> years = LandBudget.years(fluxes(land()));
    assertThat(years).extracting(LandBudget.Year::year).containsExactly(2010, 2011, 2012);
    assertThat(years).extracting(LandBudget.Year::months).containsExactly(2, 12, 1);
    assertThat(years.get(0).budget().gpp()).isCloseTo(10, within(1e-12));
    assertThat(years.get(1).budget().gpp()).isCloseTo(60, within(1e-12));
  }

  @Test
  void moistureIsWeightedByVegetatedArea() {
    assertThat(fluxes(land()).meanTopMoisture())
        .isCloseTo((0.1 * 7.5 + 0.4 * 10) / 17.5, within(1e-12));
  }

  @Test
  void ratiosAreOfSumsByType() {
    Map<Integer, Double> ratios = LandBudget.nppOverGpp(fluxes(land()));
    assertThat(ratios).containsOnlyKeys(1, 9);
    assertThat(ratios.get(1)).isCloseTo(0.4, within(1e-15));
    // (30 x 0.25e13 + 300 x 1e13) / (50 x 0.25e13 + 400 x 1e13)
    assertThat(ratios.get(9)).isCloseTo(307.5 / 412.5, within(1e-15));
  }

  @Test
  void gatesJudge() {
    LandFluxes fluxes = fluxes(land(false, true, false));
    List<Gate> gates = Gate.of(ControlVectorFile.standard(), fluxes, fluxes);
    assertThat(gates)
        .filteredOn(gate -> gate.experiment().equals(Gate.PRIOR))
        .extracting(Gate::name, Gate::passed)
        .containsExactlyInAnyOrder(
            tuple("gpp", false),
            tuple("evapotranspiration", false),
            tuple("topMoisture", true),
            tuple("nppOverGpp TrEv", true),
            tuple("nppOverGpp C3Gr", false),
            tuple("areaWithoutCarbon", true),
            tuple("closure", false));
    assertThat(gates)
        .filteredOn(gate -> gate.experiment().equals(Gate.POSTERIOR))
        .extracting(Gate::name)
        .doesNotContain("closure", "areaWithoutCarbon");
  }

  @Test
  void aGateWithoutAValueFails() {
    assertThat(new Gate("gpp", "PgC yr-1", "prior", Double.NaN, List.of(1.0, 2.0)).passed())
        .isFalse();
  }
}
