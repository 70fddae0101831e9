package org.ccdas.assimilate.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import org.ccdas.assimilate.posterior.Target;
import org.ccdas.assimilate.posterior.Target.Quantity;
import org.ccdas.assimilate.posterior.TargetJacobian;
import org.ccdas.bethy.lane.ModelSeries;
import org.ccdas.inputs.grid.Cell;
import org.ccdas.inputs.land.LandCell;
import org.ccdas.inputs.random.NormalStream;
import org.ccdas.inputs.region.LatitudeBands;
import org.ccdas.inputs.region.Regions;
import org.ccdas.inputs.time.MonthAxis;
import org.junit.jupiter.api.Test;

class TargetLayoutTest {
  private static final SmallWorld WORLD = SmallWorld.of(6);
  private static final List<Cell> CELLS = WORLD.land().stream().map(LandCell::cell).toList();
  private static final Regions REGIONS =
      Regions.globe(CELLS).and(LatitudeBands.of(new double[] {-90, 0, 90}, CELLS));
  private static final double STEP = 1e-4;

  private final LocalEvaluation evaluation = new LocalEvaluation(WORLD.setup(), WORLD.blocks(2));

  private static double[] point() {
    return Arrays.stream(new NormalStream(3).next(WORLD.setup().control().size()))
        .map(value -> 0.3 * value)
        .toArray();
  }

  private static int find(TargetJacobian targets, String label) {
    List<String> labels = targets.targets().stream().map(Target::label).toList();
    assertThat(labels).contains(label);
    return labels.indexOf(label);
  }

  @Test
  void sumsTheFluxesOfTheCells() {
    double[] x = point();
    TargetJacobian targets = evaluation.targets(x, REGIONS);
    assertThat(targets.targets()).hasSize(3 * 4 * 2);
    double gpp = 0;
    double et = 0;
    int months = WORLD.setup().fluxMonths().count();
    int next = 0;
    for (BlockFluxes block : evaluation.fluxes(x)) {
      for (int c = 0; c < block.cells(ModelSeries.GPP).length / months; c++, next++) {
        // April is spin-up; May and June count
        for (int month = 1; month < 3; month++) {
          gpp += CELLS.get(next).area() * block.cells(ModelSeries.GPP)[c * months + month] * 1e-15;
          et +=
              CELLS.get(next).area()
                  * block.cells(ModelSeries.EVAPOTRANSPIRATION)[c * months + month]
                  * 1e-15;
        }
      }
    }
    int year = find(targets, "GPP globe 2011");
    assertThat(targets.values()[year]).isCloseTo(gpp, within(1e-12 * gpp)).isPositive();
    // two months are a sixth of a year
    assertThat(targets.values()[find(targets, "GPP globe mean")])
        .isCloseTo(6 * gpp, within(1e-11 * gpp));
    assertThat(targets.values()[find(targets, "ET globe 2011")])
        .isCloseTo(et, within(1e-12 * et))
        .isPositive();
    assertThat(
            targets.values()[find(targets, "NEP latitudes 90S-0 2011")]
                + targets.values()[find(targets, "NEP latitudes 0-90N 2011")])
        .isCloseTo(targets.values()[find(targets, "NEP globe 2011")], within(1e-10));
  }

  @Test
  void rowsAreTheDerivatives() {
    double[] x = point();
    double[] v = new NormalStream(4).next(x.length);
    double[] above = x.clone();
    double[] below = x.clone();
    for (int i = 0; i < x.length; i++) {
      above[i] += STEP * v[i];
      below[i] -= STEP * v[i];
    }
    TargetJacobian targets = evaluation.targets(x, REGIONS);
    double[] high = evaluation.targets(above, REGIONS).values();
    double[] low = evaluation.targets(below, REGIONS).values();
    for (int t = 0; t < high.length; t++) {
      double product = 0;
      for (int i = 0; i < x.length; i++) {
        product += targets.rows()[t][i] * v[i];
      }
      assertThat(product).isNotZero();
      assertThat((high[t] - low[t]) / (2 * STEP))
          .as(targets.targets().get(t).label())
          .isCloseTo(product, within(1e-5 * Math.abs(product) + 1e-9));
    }
  }

  @Test
  void yearsThatTheWindowCutsHaveTheirMonths() {
    TargetLayout layout =
        new TargetLayout(
            Regions.globe(CELLS), MonthAxis.of(YearMonth.of(2010, 12), YearMonth.of(2012, 1)));
    assertThat(layout.years()).isEqualTo(3);
    assertThat(layout.size()).isEqualTo(12);
    assertThat(layout.index(0, Quantity.NEP, 0)).isZero();
    assertThat(layout.index(0, Quantity.NEP, 1)).isEqualTo(1);
    assertThat(layout.index(0, Quantity.ET, 13)).isEqualTo(11);
    double[] sums = new double[24];
    Arrays.fill(sums, 1e12);
    TargetJacobian targets = layout.targets(sums);
    assertThat(targets.targets())
        .extracting(Target::year)
        .startsWith(2010, 2011, 2012, 0)
        .hasSize(16);
    assertThat(targets.values()[3]).isCloseTo(3 * 12.0 / 14, within(1e-12));
    assertThat(targets.rows()[3][0]).isCloseTo(3 * 12.0 / 14, within(1e-12));
  }
}
