package org.ccdas.bethy.lane;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.ccdas.bethy.kernel.LaneKernel.LANES;
import static org.ccdas.bethy.lane.LaneForcing.PARAMETERS;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Derivatives carried by all parameters at once against tangents, parameter by parameter. */
class BlockJacobianTest {
  private static final Set<ModelSeries> DAILY = ModelSeries.daily(EnumSet.allOf(ModelSeries.class));

  /** Below what any parameter does to a series; snow melts to nothing, and slopes with it. */
  private static final double DUST = 1e-20;

  private static SyntheticBlock block;
  private static List<double[]> parameters;
  private static BlockModel.Jacobian jacobian;

  /** [day][group]: derivatives of the daily series, [component][lane]. */
  private static final List<List<Map<ModelSeries, double[][]>>> daily = new ArrayList<>();

  private static boolean[] all() {
    boolean[] wanted = new boolean[PARAMETERS];
    Arrays.fill(wanted, true);
    return wanted;
  }

  @BeforeAll
  static void run() {
    block = new SyntheticBlock(31, 45, true, SyntheticBlock.WINTER);
    block.live.get(0)[3] = 0;
    parameters = block.parameters(0.05, 1);
    jacobian =
        block
            .model()
            .jacobian(
                parameters,
                all(),
                ModelSeries.monthly(),
                (day, groups) -> {
                  assertThat(day).isEqualTo(daily.size());
                  daily.add(groups.stream().map(BlockJacobianTest::dense).toList());
                });
  }

  private static Map<ModelSeries, double[][]> dense(DailyRows rows) {
    Map<ModelSeries, double[][]> dense = new EnumMap<>(ModelSeries.class);
    for (ModelSeries series : DAILY) {
      double[][] byComponent = new double[PARAMETERS][LANES];
      for (int d = 0; d < rows.components().length; d++) {
        byComponent[rows.components()[d]] = rows.derivatives(series)[d].clone();
      }
      dense.put(series, byComponent);
    }
    return dense;
  }

  private static double[] row(LaneJacobian group, ModelSeries series, int component, int size) {
    int d = Arrays.binarySearch(group.components(), component);
    return d < 0 ? new double[size] : group.of(series)[d];
  }

  private static void compare(String what, double[] actual, double[] expected) {
    double size = Arrays.stream(expected).map(Math::abs).max().orElseThrow();
    assertThat(actual).hasSameSizeAs(expected);
    for (int i = 0; i < expected.length; i++) {
      assertThat(actual[i])
          .as(what)
          .isCloseTo(expected[i], within(1e-11 * Math.abs(expected[i]) + 1e-12 * size + DUST));
    }
  }

  @Test
  void valuesHaveTheBitsOfTheForwardRun() {
    List<LaneSeries> expected = block.model().forward(parameters, false).series();
    for (int g = 0; g < expected.size(); g++) {
      assertThat(expected.get(g).carried()).hasSize(ModelSeries.values().length);
      for (ModelSeries series : ModelSeries.values()) {
        assertThat(jacobian.series().get(g).of(series))
            .as(series.key())
            .containsExactly(expected.get(g).of(series));
      }
    }
  }

  @Test
  void rowsShowTheValuesOfTheirDay() {
    List<LaneSeries> series = jacobian.series();
    BlockModel model = block.model(StageKernels::of, EnumSet.of(ModelSeries.FAPAR));
    model.jacobian(
        parameters,
        all(),
        Set.of(),
        (day, groups) -> {
          for (int g = 0; g < groups.size(); g++) {
            int lanes = series.get(g).lanes();
            double[] expected = series.get(g).of(ModelSeries.FAPAR);
            assertThat(Arrays.copyOf(groups.get(g).value(ModelSeries.FAPAR), lanes))
                .containsExactly(Arrays.copyOfRange(expected, day * lanes, (day + 1) * lanes));
          }
          assertThatThrownBy(() -> groups.get(0).value(ModelSeries.LAI))
              .isInstanceOf(IllegalArgumentException.class)
              .hasMessageContaining("LAI");
          assertThatThrownBy(() -> groups.get(0).derivatives(ModelSeries.LAI))
              .isInstanceOf(IllegalArgumentException.class);
        });
  }

  @Test
  void everyParameterIsItsTangent() {
    BlockModel model = block.model();
    Map<ModelSeries, Set<Integer>> felt = new EnumMap<>(ModelSeries.class);
    for (ModelSeries series : ModelSeries.values()) {
      felt.put(series, new TreeSet<>());
    }
    for (int component = 0; component < PARAMETERS; component++) {
      List<double[]> direction = new ArrayList<>();
      for (double[] slots : parameters) {
        double[] dots = new double[slots.length];
        Arrays.fill(dots, component * LANES, (component + 1) * LANES, 1.0);
        direction.add(dots);
      }
      List<LaneSeries> tangents = model.tangent(parameters, direction);
      for (int g = 0; g < tangents.size(); g++) {
        LaneSeries t = tangents.get(g);
        String place = " by parameter " + component + ", group " + g;
        for (ModelSeries series : ModelSeries.values()) {
          double[] expected = t.of(series);
          double[] actual =
              series.interval() == ModelSeries.Interval.MONTHLY
                  ? row(jacobian.jacobians().get(g), series, component, expected.length)
                  : days(g, series, component, t.lanes());
          compare(series.key() + place, actual, expected);
          if (Arrays.stream(expected).anyMatch(value -> value != 0)) {
            felt.get(series).add(component);
          }
        }
      }
    }
    // no parameter is without influence, so nothing was compared with zeros alone
    assertThat(felt.get(ModelSeries.NEP)).hasSize(PARAMETERS);
    assertThat(DAILY).allMatch(series -> felt.get(series).size() > 10);
  }

  private static double[] days(int group, ModelSeries series, int component, int lanes) {
    double[] all = new double[daily.size() * lanes];
    for (int day = 0; day < daily.size(); day++) {
      System.arraycopy(
          daily.get(day).get(group).get(series)[component], 0, all, day * lanes, lanes);
    }
    return all;
  }

  @Test
  void onlyWantedParametersAreCarried() {
    boolean[] wanted = new boolean[PARAMETERS];
    wanted[0] = true;
    wanted[19] = true;
    BlockModel.Jacobian some =
        block
            .model()
            .jacobian(
                parameters,
                wanted,
                EnumSet.of(ModelSeries.NEP),
                (day, groups) ->
                    assertThat(groups).allMatch(rows -> isSubset(rows.components(), 0, 19)));
    for (int g = 0; g < some.jacobians().size(); g++) {
      LaneJacobian part = some.jacobians().get(g);
      LaneJacobian whole = jacobian.jacobians().get(g);
      assertThat(part.components()).containsExactly(0, 19);
      assertThatThrownBy(() -> part.of(ModelSeries.GPP))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("GPP");
      for (int d = 0; d < 2; d++) {
        int at = Arrays.binarySearch(whole.components(), part.components()[d]);
        assertThat(part.of(ModelSeries.NEP)[d]).containsExactly(whole.of(ModelSeries.NEP)[at]);
      }
    }
  }

  private static boolean isSubset(int[] components, int... of) {
    return Arrays.stream(components).allMatch(c -> Arrays.binarySearch(of, c) >= 0);
  }

  /** Each monthly series alone has the bits that it has among all. */
  @ParameterizedTest
  @EnumSource(names = {"NEP", "GPP", "NPP", "EVAPOTRANSPIRATION"})
  void onlyWantedSeriesAreCarried(ModelSeries series) {
    BlockModel model = block.model(StageKernels::of, Set.of());
    BlockModel.Jacobian one =
        model.jacobian(parameters, all(), EnumSet.of(series), (day, groups) -> {});
    for (int g = 0; g < one.jacobians().size(); g++) {
      LaneJacobian part = one.jacobians().get(g);
      LaneJacobian whole = jacobian.jacobians().get(g);
      assertThat(part.components()).hasSizeGreaterThan(10);
      for (int d = 0; d < part.components().length; d++) {
        int at = Arrays.binarySearch(whole.components(), part.components()[d]);
        assertThat(part.of(series)[d]).containsExactly(whole.of(series)[at]);
      }
      assertThat(Arrays.stream(part.of(series)).flatMapToDouble(Arrays::stream))
          .anyMatch(value -> value != 0);
    }
    assertThat(BlockModel.jacobianBytes(1, block.schedule, EnumSet.of(series)))
        .isLessThan(BlockModel.jacobianBytes(1, block.schedule, ModelSeries.monthly()));
  }
}
