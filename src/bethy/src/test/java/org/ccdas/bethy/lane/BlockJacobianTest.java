package org.ccdas.bethy.lane;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.ccdas.bethy.kernel.LaneKernel.LANES;
import static org.ccdas.bethy.lane.LaneForcing.PARAMETERS;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Derivatives carried by all parameters at once against tangents, parameter by parameter. */
class BlockJacobianTest {
  private static SyntheticBlock block;
  private static List<double[]> parameters;
  private static BlockModel.Jacobian jacobian;

  /** [day][group]: derivatives of the top moisture, [component][lane]. */
  private static final List<List<double[][]>> moisture = new ArrayList<>();

  private static boolean[] all() {
    boolean[] wanted = new boolean[PARAMETERS];
    Arrays.fill(wanted, true);
    return wanted;
  }

  @BeforeAll
  static void run() {
    block = new SyntheticBlock(31, 45, true);
    block.live.get(0)[3] = 0;
    parameters = block.parameters(0.05, 1);
    jacobian =
        block
            .model()
            .jacobian(
                parameters,
                all(),
                true,
                (day, groups) -> {
                  assertThat(day).isEqualTo(moisture.size());
                  moisture.add(groups.stream().map(BlockJacobianTest::dense).toList());
                });
  }

  private static double[][] dense(TopMoisture top) {
    double[][] dense = new double[PARAMETERS][LANES];
    for (int d = 0; d < top.components().length; d++) {
      dense[top.components()[d]] = top.derivatives()[d].clone();
    }
    return dense;
  }

  private static double[] row(double[][] flux, LaneJacobian group, int component, int size) {
    int d = Arrays.binarySearch(group.components(), component);
    return d < 0 ? new double[size] : flux[d];
  }

  private static void compare(String what, double[] actual, double[] expected) {
    double size = Arrays.stream(expected).map(Math::abs).max().orElseThrow();
    assertThat(actual).hasSameSizeAs(expected);
    for (int i = 0; i < expected.length; i++) {
      assertThat(actual[i])
          .as(what)
          .isCloseTo(expected[i], within(1e-11 * Math.abs(expected[i]) + 1e-12 * size));
    }
  }

  @Test
  void valuesHaveTheBitsOfTheForwardRun() {
    List<LaneFluxes> expected = block.model().forward(parameters, false).fluxes();
    for (int g = 0; g < expected.size(); g++) {
      LaneFluxes flux = jacobian.fluxes().get(g);
      assertThat(flux.nep()).containsExactly(expected.get(g).nep());
      assertThat(flux.gpp()).containsExactly(expected.get(g).gpp());
      assertThat(flux.topMoisture()).containsExactly(expected.get(g).topMoisture());
    }
  }

  @Test
  void everyParameterIsItsTangent() {
    BlockModel model = block.model();
    boolean[] felt = new boolean[PARAMETERS];
    for (int component = 0; component < PARAMETERS; component++) {
      List<double[]> direction = new ArrayList<>();
      for (double[] slots : parameters) {
        double[] dots = new double[slots.length];
        Arrays.fill(dots, component * LANES, (component + 1) * LANES, 1.0);
        direction.add(dots);
      }
      List<LaneFluxes> tangents = model.tangent(parameters, direction);
      for (int g = 0; g < tangents.size(); g++) {
        LaneFluxes t = tangents.get(g);
        LaneJacobian j = jacobian.jacobians().get(g);
        String place = "parameter " + component + ", group " + g;
        int size = t.nep().length;
        compare("NEP by " + place, row(j.nep(), j, component, size), t.nep());
        compare("GPP by " + place, row(j.gpp(), j, component, size), t.gpp());
        compare("NPP by " + place, row(j.npp(), j, component, size), t.npp());
        compare(
            "ET by " + place,
            row(j.evapotranspiration(), j, component, size),
            t.evapotranspiration());
        felt[component] |= Arrays.stream(t.nep()).anyMatch(value -> value != 0);
        double[] daily = new double[t.topMoisture().length];
        for (int day = 0; day < moisture.size(); day++) {
          System.arraycopy(
              moisture.get(day).get(g)[component], 0, daily, day * t.lanes(), t.lanes());
        }
        compare("top moisture by " + place, daily, t.topMoisture());
      }
    }
    // no parameter is without influence, so nothing was compared with zeros alone
    assertThat(felt).doesNotContain(false);
  }

  @Test
  void onlyWhatIsWantedIsCarried() {
    boolean[] wanted = new boolean[PARAMETERS];
    wanted[0] = true;
    wanted[19] = true;
    BlockModel.Jacobian some =
        block.model().jacobian(parameters, wanted, false, (day, groups) -> {});
    for (int g = 0; g < some.jacobians().size(); g++) {
      LaneJacobian part = some.jacobians().get(g);
      LaneJacobian whole = jacobian.jacobians().get(g);
      assertThat(part.components()).containsExactly(0, 19);
      assertThat(part.gpp()).isNull();
      for (int d = 0; d < 2; d++) {
        int at = Arrays.binarySearch(whole.components(), part.components()[d]);
        assertThat(part.nep()[d]).containsExactly(whole.nep()[at]);
      }
    }
  }
}
