package org.ccdas.verify.check.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.math3.util.MathArrays;
import org.ccdas.inputs.control.ControlVectorFile;
import org.ccdas.inputs.random.NormalStream;
import org.ccdas.verify.check.AdjointIdentity;
import org.ccdas.verify.check.CentralDifferences;
import org.ccdas.verify.check.CheckResult;
import org.ccdas.verify.check.DerivativeCheck;
import org.ccdas.verify.check.JacobianCheck;
import org.ccdas.verify.check.TaylorTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TileProblemTest {
  private static TileProblem problem(TileSite site, int days) {
    return new TileProblem(ControlVectorFile.standard(), site, days, 1);
  }

  static List<TileSite> sites() {
    return TileSite.STANDARD;
  }

  @ParameterizedTest
  @MethodSource("sites")
  void derivativesOfTheTileHold(TileSite site) {
    TileProblem tile = problem(site, 60);
    double[] x = MathArrays.scale(0.3, new NormalStream(2).next(tile.inputs()));
    for (DerivativeCheck check :
        List.of(AdjointIdentity.STANDARD, TaylorTest.STANDARD, CentralDifferences.STANDARD)) {
      CheckResult result = check.check(site.label(), tile.scaledAt(x), x);
      assertThat(result.passed()).as(result.toString()).isTrue();
    }
    CheckResult jacobian = JacobianCheck.STANDARD.check(site.label(), tile, tile::jacobian, x);
    assertThat(jacobian.passed()).as(jacobian.toString()).isTrue();
  }

  @Test
  void inputsAreWhatActsOnTheTile() {
    TileProblem warm = problem(TileSite.of("TrEv", 3, CheckClimate.TROPICS), 30);
    List<String> names = IntStream.range(0, warm.inputs()).mapToObj(warm::inputName).toList();
    assertThat(names)
        .contains("Vm25 TrEv", "beta TrEv", "aJV TrEv", "tau_W TrEv;TmpEv;EvShr", "s_wc Loam")
        .doesNotContain("Vm25 TrDec", "s_wc Organic", "c0 global")
        .doesNotHaveDuplicates();
    TileProblem c4 = problem(TileSite.of("C4Gr", 2, CheckClimate.SAHEL), 30);
    assertThat(IntStream.range(0, c4.inputs()).mapToObj(c4::inputName)).contains("k25 C4Gr");
  }

  @Test
  void outputsAreMonthlyFluxesAndWhatSatellitesSee() {
    // 15 days of spin-up in June, then July: two months, and days 1, 11, 21 of the window
    TileProblem tile = problem(TileSite.of("Crop", 5, CheckClimate.TEMPERATE), 30);
    assertThat(tile.outputs()).isEqualTo(4 * 2 + 3 * 3);
    assertThat(IntStream.range(0, tile.outputs()).mapToObj(tile::outputName))
        .startsWith("NEP of month 1", "NEP of month 2", "GPP of month 1")
        .contains("top moisture of day 1", "top moisture of day 21", "LAI of day 11")
        .endsWith("FAPAR of day 1", "FAPAR of day 11", "FAPAR of day 21");
    double[] value = tile.value(new double[tile.inputs()]);
    assertThat(value[3]).as("GPP of July").isBetween(50.0, 600.0);
    assertThat(value[8]).as("moisture").isBetween(0.05, 0.5);
    assertThat(value[13]).as("LAI").isBetween(0.2, 7.0);
    assertThat(value[16]).as("FAPAR").isBetween(0.1, 0.95);
  }

  @Test
  void scalingBringsEveryKindToOne() {
    TileProblem tile = problem(TileSite.of("TmpDec", 3, CheckClimate.TEMPERATE), 30);
    double[] x = new double[tile.inputs()];
    double[] scaled = tile.scaledAt(x).value(x);
    for (int[] kind : new int[][] {{0, 2}, {2, 4}, {4, 6}, {6, 8}, {8, 11}, {11, 14}, {14, 17}}) {
      double largest = Arrays.stream(scaled, kind[0], kind[1]).map(Math::abs).max().orElseThrow();
      assertThat(largest).isEqualTo(1);
    }
  }

  @Test
  void theSameSeedGivesTheSameBits() {
    TileSite site = TileSite.of("EvCn", 6, CheckClimate.BOREAL);
    TileProblem tile = problem(site, 20);
    double[] x = new double[tile.inputs()];
    double[] first = tile.value(x);
    double[] u = new NormalStream(4).next(tile.outputs());
    assertThat(tile.adjoint(x, u)).isEqualTo(problem(site, 20).adjoint(x, u));
    assertThat(tile.value(x)).isEqualTo(first);
    assertThat(new TileProblem(ControlVectorFile.standard(), site, 20, 2).value(x))
        .isNotEqualTo(first);
  }

  @Test
  void refusesAWindowOfADay() {
    assertThatThrownBy(() -> problem(TileSite.STANDARD.get(0), 1))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
