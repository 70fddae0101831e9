package org.ccdas.assimilate.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ccdas.bethy.kernel.LaneKernel;
import org.ccdas.bethy.lane.ModelSeries;
import org.ccdas.inputs.InputException;
import org.ccdas.inputs.control.ControlVector;
import org.ccdas.inputs.control.Parameter;
import org.ccdas.inputs.grid.LatLonBox;
import org.ccdas.inputs.random.NormalStream;
import org.ccdas.observe.block.Block;
import org.ccdas.observe.block.BlockPlan;
import org.ccdas.observe.block.BlockTile;
import org.ccdas.observe.co2.Co2Operator;
import org.ccdas.observe.normal.LowerTriangle;
import org.ccdas.observe.normal.NormalSystem;
import org.ccdas.transport.Receptor;
import org.ccdas.transport.Response;
import org.ccdas.transport.StartMonths;
import org.ccdas.transport.TransportRegion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BlockEvaluatorTest {
  private static final SmallWorld PAIR = SmallWorld.of(2);
  private static final int[] DAYS = {30, 31, 30}; // April (spin-up), May, June 2011

  private static double[] near(double spread, SmallWorld world) {
    double[] x = new NormalStream(11).next(world.setup().control().size());
    return Arrays.stream(x).map(v -> spread * v).toArray();
  }

  private static double[] normal(long seed, int count) {
    return new NormalStream(seed).next(count);
  }

  private static final int SHARE = PAIR.setup().shareLength();

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  /** What the land gives to concentrations: the base, and columns of respiration. */
  private static double[] land(double[] x, double[] share) {
    int columns = SHARE / 6;
    double[] physical = PAIR.setup().control().physical(x);
    double[] land = Arrays.copyOf(share, share.length / columns);
    int column = 1;
    for (Parameter parameter : PAIR.setup().control().parameters()) {
      if (parameter.symbol().equals("beta")) {
        for (int c = 0; c < land.length; c++) {
          land[c] += physical[parameter.number() - 1] * share[column * land.length + c];
        }
        column++;
      }
    }
    assertThat(column).isEqualTo(columns);
    return land;
  }

  private static Block with(Block block, List<BlockTile> tiles) {
    return new Block(
        block.index(),
        block.cells(),
        tiles,
        block.forcingStart(),
        block.minimumTemperature(),
        block.maximumTemperature(),
        block.precipitation(),
        block.shortwave(),
        block.co2(),
        block.parts());
  }

  /** One station that sees 1 ppm for each PgC yr-1 of its only region, in the same month. */
  private static Response unitResponse() {
    double[] duration = new double[12];
    double[] values = new double[12];
    Arrays.fill(duration, 1.0 / 12);
    Arrays.fill(values, 1e-12);
    return new Response(
        "unit response",
        List.of(new Receptor("MLO", 19.5, -155.6, 3397)),
        List.of(new TransportRegion("globe", new LatLonBox(-90, 90, -180, 180))),
        new StartMonths.Seasonal(),
        1,
        duration,
        values);
  }

  @Test
  void uptakeOfOneTileLowersConcentrationsByItsMass() {
    Block block = PAIR.blocks(2).get(0);
    BlockPlan plan = BlockPlan.deal(PAIR.land(), 2).get(0);
    block =
        with(block, List.of(new BlockTile(1, 1, 0.4, 3)))
            .with(Co2Operator.NAME, Co2Operator.source(unitResponse()).of(plan));
    BlockEvaluator evaluator = new BlockEvaluator(block, PAIR.setup());
    BlockEvaluator.Run run = evaluator.forward(near(0, PAIR), false);
    double[] nep = Arrays.copyOfRange(evaluator.fluxes(run).cells(ModelSeries.NEP), 3, 6);
    double area = block.cells().get(1).area();
    double[] expected = new double[2];
    double before = 0;
    for (int month = 1; month <= 2; month++) {
      // gC m-2 a month of the cell to kgC, and to kgC a year of 365 days
      double kilograms = -nep[month] * area / 1000;
      double perYear = kilograms * 365 / DAYS[month];
      // the unit flux of the response lasts a twelfth of a year; older months are well mixed
      expected[month - 1] = perYear * 1e-12 * (DAYS[month] / 365.0 * 12) + before;
      before += kilograms / 1e12 / 2.123;
    }
    double[] land = land(near(0, PAIR), run.share());
    assertThat(land).containsExactly(expected, within(1e-13));
    assertThat(Math.abs(expected[0])).isGreaterThan(1e-3);
    assertThat(Math.signum(land[0])).isEqualTo(-Math.signum(nep[1]));
  }

  @Test
  void fluxesGoWithTheFraction() {
    Block block = PAIR.blocks(2).get(0);
    double[] x = near(0.3, PAIR);
    BlockFluxes[] fluxes = new BlockFluxes[2];
    double[][] concentrations = new double[2][];
    for (int i = 0; i < 2; i++) {
      Block tile = with(block, List.of(new BlockTile(0, 13, 0.25 * (i + 1), 2)));
      BlockEvaluator evaluator = BlockEvaluator.simulating(tile, PAIR.setup());
      BlockEvaluator.Run run = evaluator.forward(x, false);
      fluxes[i] = evaluator.fluxes(run);
      concentrations[i] = run.share();
    }
    for (int month = 0; month < 3; month++) {
      assertThat(fluxes[1].cells(ModelSeries.NEP)[month])
          .isEqualTo(2 * fluxes[0].cells(ModelSeries.NEP)[month]);
    }
    assertThat(concentrations[1])
        .containsExactly(Arrays.stream(concentrations[0]).map(c -> 2 * c).toArray(), within(1e-14));
    // per area of the tile, and a mean over tiles
    assertThat(fluxes[1].tiles(ModelSeries.GPP)).isEqualTo(fluxes[0].tiles(ModelSeries.GPP));
    assertThat(fluxes[1].cells(ModelSeries.TOP_MOISTURE))
        .isEqualTo(fluxes[0].cells(ModelSeries.TOP_MOISTURE));
  }

  @Test
  void fluxesOfCellsAreThoseOfTheirTiles() {
    SmallWorld world = SmallWorld.of(5);
    Block block = world.blocks(5).get(0);
    BlockEvaluator evaluator = BlockEvaluator.simulating(block, world.setup());
    BlockFluxes fluxes = evaluator.fluxes(evaluator.forward(near(0.2, world), false));
    double[][] cells = new double[3][block.cells().size()];
    for (int tile = 0; tile < block.tiles().size(); tile++) {
      BlockTile t = block.tiles().get(tile);
      cells[0][t.cell()] += t.fraction() * fluxes.tiles(ModelSeries.GPP)[tile];
      cells[1][t.cell()] += t.fraction() * fluxes.tiles(ModelSeries.NPP)[tile];
      cells[2][t.cell()] += t.fraction() * fluxes.tiles(ModelSeries.EVAPOTRANSPIRATION)[tile];
    }
    for (int cell = 0; cell < block.cells().size(); cell++) {
      // the tiles' sums are over the window alone: months 1 and 2
      int at = 3 * cell;
      assertThat(fluxes.cells(ModelSeries.GPP)[at + 1] + fluxes.cells(ModelSeries.GPP)[at + 2])
          .isCloseTo(cells[0][cell], within(1e-10));
      assertThat(fluxes.cells(ModelSeries.NPP)[at + 1] + fluxes.cells(ModelSeries.NPP)[at + 2])
          .isCloseTo(cells[1][cell], within(1e-10));
      assertThat(
              fluxes.cells(ModelSeries.EVAPOTRANSPIRATION)[at + 1]
                  + fluxes.cells(ModelSeries.EVAPOTRANSPIRATION)[at + 2])
          .isCloseTo(cells[2][cell], within(1e-10));
      assertThat(fluxes.cells(ModelSeries.GPP)[at]).isPositive();
    }
    assertThat(fluxes.cells(ModelSeries.TOP_MOISTURE)).hasSize(5 * 61);
    assertThat(Arrays.stream(fluxes.cells(ModelSeries.TOP_MOISTURE)).min().orElseThrow())
        .isPositive();
    assertThat(Arrays.stream(fluxes.cells(ModelSeries.TOP_MOISTURE)).max().orElseThrow())
        .isLessThan(0.6);
  }

  /** A tile's result does not depend on which others share its block, group and lanes. */
  @Test
  void cellsOfAFullBlockAreThoseOfSmallBlocks() {
    SmallWorld world = SmallWorld.of(72);
    Block whole = world.blocks(72).get(0);
    long c4 = whole.tiles().stream().filter(tile -> tile.pft() == 10).count();
    assertThat(c4).isBetween(10L, (long) LaneKernel.LANES);
    assertThat(whole.tiles().size() - c4).isGreaterThan(3L * LaneKernel.LANES);
    double[] x = near(0.3, world);
    BlockEvaluator evaluator = BlockEvaluator.simulating(whole, world.setup());
    BlockEvaluator.Run run = evaluator.forward(x, true);
    BlockFluxes fluxes = evaluator.fluxes(run);
    double[] bar = normal(2, run.share().length);
    double[] concentrations = new double[bar.length];
    double[] gradient = new double[x.length];
    int cells = 0;
    int tiles = 0;
    for (Block part : world.blocks(12)) {
      BlockEvaluator own = BlockEvaluator.simulating(part, world.setup());
      BlockEvaluator.Run ownRun = own.forward(x, true);
      BlockFluxes ownFluxes = own.fluxes(ownRun);
      int to = cells + part.cells().size();
      assertThat(Arrays.copyOfRange(fluxes.cells(ModelSeries.NEP), 3 * cells, 3 * to))
          .isEqualTo(ownFluxes.cells(ModelSeries.NEP));
      assertThat(
              Arrays.copyOfRange(fluxes.cells(ModelSeries.EVAPOTRANSPIRATION), 3 * cells, 3 * to))
          .isEqualTo(ownFluxes.cells(ModelSeries.EVAPOTRANSPIRATION));
      assertThat(Arrays.copyOfRange(fluxes.cells(ModelSeries.TOP_MOISTURE), 61 * cells, 61 * to))
          .isEqualTo(ownFluxes.cells(ModelSeries.TOP_MOISTURE));
      assertThat(
              Arrays.copyOfRange(fluxes.tiles(ModelSeries.GPP), tiles, tiles + part.tiles().size()))
          .isEqualTo(ownFluxes.tiles(ModelSeries.GPP));
      cells = to;
      tiles += part.tiles().size();
      double[] share = ownRun.share();
      double[] ownGradient = own.gradient(ownRun, bar);
      Arrays.setAll(concentrations, i -> concentrations[i] + share[i]);
      Arrays.setAll(gradient, i -> gradient[i] + ownGradient[i]);
    }
    assertThat(cells).isEqualTo(72);
    assertThat(run.share()).containsExactly(concentrations, within(1e-12));
    double size = Math.sqrt(dot(gradient, gradient));
    assertThat(size).isGreaterThan(1e-3);
    assertThat(evaluator.gradient(run, bar)).containsExactly(gradient, within(1e-12 * size));
  }

  @Test
  void gradientIsThatOfCentralDifferences() {
    BlockEvaluator evaluator = new BlockEvaluator(PAIR.blocks(2).get(0), PAIR.setup());
    double[] x = near(0.3, PAIR);
    double[] bar = normal(3, SHARE);
    double[] gradient = evaluator.gradient(evaluator.forward(x, true), bar);
    double norm = Math.sqrt(dot(gradient, gradient));
    double step = 1e-4;
    int active = 0;
    for (int i = 0; i < x.length; i++) {
      double[] up = x.clone();
      double[] down = x.clone();
      up[i] += step;
      down[i] -= step;
      double difference =
          (dot(bar, evaluator.forward(up, false).share())
                  - dot(bar, evaluator.forward(down, false).share()))
              / (2 * step);
      double tolerance = 1e-6 * Math.max(Math.abs(gradient[i]), norm / Math.sqrt(x.length));
      assertThat(gradient[i])
          .as(PAIR.setup().control().parameter(i).label())
          .isCloseTo(difference, within(tolerance));
      active += gradient[i] == 0 ? 0 : 1;
    }
    // two cells have six types and two textures; the others do not act
    assertThat(active).isBetween(40, 80);
  }

  @Test
  void tangentAndGradientAreAdjoint() {
    BlockEvaluator evaluator = new BlockEvaluator(PAIR.blocks(2).get(0), PAIR.setup());
    double[] x = near(0.3, PAIR);
    for (int seed = 0; seed < 3; seed++) {
      double[] direction = normal(seed, x.length);
      double[] bar = normal(seed + 10, SHARE);
      double forward = dot(bar, evaluator.tangent(x, direction));
      double reverse = dot(evaluator.gradient(evaluator.forward(x, true), bar), direction);
      assertThat(forward).isNotZero();
      assertThat(reverse).isCloseTo(forward, within(1e-11 * Math.abs(forward) + 1e-13));
    }
  }

  @Test
  void everyColumnOfTheJacobianIsATangent() {
    double[] x = near(0.3, PAIR);
    BlockEvaluator evaluator = new BlockEvaluator(PAIR.blocks(2).get(0), PAIR.setup());
    BlockEvaluator.Linearised linearised = evaluator.linearise(x);
    assertThat(linearised.share()).containsExactly(evaluator.forward(x, false).share());
    ControlVector control = PAIR.setup().control();
    Co2Operator co2 = PAIR.co2();
    double[] modelled = co2.modelled(control, x, linearised.share());
    NormalSystem normal =
        new NormalSystem(x.length, co2.systems(control, x, modelled, linearised.jacobian()));
    double[][] columns = new double[x.length][];
    int felt = 0;
    for (int i = 0; i < x.length; i++) {
      double[] direction = new double[x.length];
      direction[i] = 1;
      double[] tangent =
          co2.modelledTangent(
              control, x, direction, linearised.share(), evaluator.tangent(x, direction));
      columns[i] = co2.term().whiten(Arrays.copyOf(tangent, co2.term().size()));
      felt += dot(columns[i], columns[i]) > 0 ? 1 : 0;
      double slope = dot(co2.bar(modelled), tangent);
      assertThat(normal.gradient()[i])
          .as(control.parameter(i).label())
          .isCloseTo(slope, within(1e-11 * (1 + Math.abs(slope))));
      for (int j = 0; j <= i; j++) {
        double size =
            Math.sqrt(dot(columns[i], columns[i])) * Math.sqrt(dot(columns[j], columns[j]));
        assertThat(normal.hessian()[LowerTriangle.index(i, j)])
            .isCloseTo(dot(columns[i], columns[j]), within(1e-11 * size));
      }
    }
    assertThat(felt).isGreaterThan(40);
  }

  @Test
  void onlySimulationsKeepWhatNoStreamSees() {
    Block block = PAIR.blocks(2).get(0);
    double[] x = near(0.2, PAIR);
    BlockEvaluator plain = new BlockEvaluator(block, PAIR.setup());
    BlockFluxes fluxes = plain.fluxes(plain.forward(x, false));
    assertThatThrownBy(() -> fluxes.cells(ModelSeries.TOP_MOISTURE))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("The run kept no topMoisture");
    BlockEvaluator simulating = BlockEvaluator.simulating(block, PAIR.setup());
    BlockEvaluator.Run run = simulating.forward(x, true);
    assertThat(simulating.fluxes(run).cells(ModelSeries.NEP))
        .isEqualTo(fluxes.cells(ModelSeries.NEP));
    assertThat(simulating.gradient(run, normal(3, SHARE)))
        .isEqualTo(plain.gradient(plain.forward(x, true), normal(3, SHARE)));
    // the only stream is CO2, of which nothing but the concentrations is kept
    assertThat(fluxes.fits()).containsOnlyKeys(Co2Operator.NAME);
    assertThat(fluxes.fit(Co2Operator.NAME)).isEmpty();
    assertThatThrownBy(() -> fluxes.fit("soilMoisture"))
        .hasMessage("The run has no stream soilMoisture");
  }

  @Test
  void theMemoryOfAPassIsThatOfItsGroups() {
    BlockEvaluator one = new BlockEvaluator(PAIR.blocks(2).get(0), PAIR.setup());
    assertThat(one.jacobianBytes()).isBetween(100_000L, 100_000_000L);
  }

  @Test
  void runsOfOneEvaluatorDoNotDisturbEachOther() {
    BlockEvaluator evaluator = new BlockEvaluator(PAIR.blocks(2).get(0), PAIR.setup());
    double[] bar = normal(3, SHARE);
    BlockEvaluator.Run first = evaluator.forward(near(0.3, PAIR), true);
    double[] alone = evaluator.gradient(first, bar);
    BlockEvaluator.Run again = evaluator.forward(near(0.3, PAIR), true);
    BlockEvaluator.Run other = evaluator.forward(near(-0.5, PAIR), true);
    evaluator.gradient(other, bar);
    assertThat(evaluator.gradient(again, bar)).isEqualTo(alone);
    assertThat(evaluator.gradient(first, bar)).isEqualTo(alone);
    assertThat(evaluator.forward(near(0.3, PAIR), false).share()).isEqualTo(first.share());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void theCostDoesNotDependOnTheSplit(int blocks) {
    SmallWorld world = SmallWorld.of(6);
    double[] x = near(0.4, world);
    LocalEvaluation whole = new LocalEvaluation(world.setup(), world.blocks(6));
    LocalEvaluation split = new LocalEvaluation(world.setup(), world.blocks(6 / blocks));
    double cost = whole.cost(x).cost();
    assertThat(split.cost(x).cost()).isCloseTo(cost, within(1e-12 * cost));
    double[] gradient = whole.gradient(x).gradient();
    double norm = Math.sqrt(dot(gradient, gradient));
    assertThat(split.gradient(x).gradient()).containsExactly(gradient, within(1e-12 * norm));
  }

  @Test
  void frozenTilesHaveNoNetFluxAndNoDerivative() {
    Block block = PAIR.blocks(2).get(0);
    double[] x = near(0.3, PAIR);
    boolean[] all = new boolean[block.tiles().size()];
    Arrays.fill(all, true);
    boolean[] one = new boolean[all.length];
    one[4] = true;
    BlockEvaluator live = new BlockEvaluator(block, PAIR.setup());
    BlockEvaluator without =
        new BlockEvaluator(block, PAIR.setup().withFrozen(new FrozenTiles(List.of(one))));
    BlockEvaluator none =
        new BlockEvaluator(block, PAIR.setup().withFrozen(new FrozenTiles(List.of(all))));
    BlockFluxes before = live.fluxes(live.forward(x, false));
    BlockFluxes after = without.fluxes(without.forward(x, false));
    // tile 4 is in the second cell: the first has the same fluxes
    assertThat(Arrays.copyOf(after.cells(ModelSeries.NEP), 3))
        .isEqualTo(Arrays.copyOf(before.cells(ModelSeries.NEP), 3));
    assertThat(after.cells(ModelSeries.NEP)[4]).isNotEqualTo(before.cells(ModelSeries.NEP)[4]);
    BlockEvaluator.Run run = none.forward(x, true);
    assertThat(run.share()).containsOnly(0);
    assertThat(none.gradient(run, normal(1, SHARE))).containsOnly(0);
  }

  @Test
  void aBlockWithoutTilesHasNoFluxes() {
    Block block = PAIR.blocks(2).get(0);
    BlockEvaluator evaluator = BlockEvaluator.simulating(with(block, List.of()), PAIR.setup());
    BlockEvaluator.Run run = evaluator.forward(near(0, PAIR), true);
    assertThat(run.share()).containsOnly(0);
    assertThat(evaluator.gradient(run, normal(1, SHARE))).containsOnly(0);
    assertThat(evaluator.fluxes(run).cells(ModelSeries.TOP_MOISTURE)).containsOnly(0);
  }

  @Test
  void refusesForcingThatEndsTooEarly() {
    BlockPlan plan = BlockPlan.deal(PAIR.land(), 2).get(0);
    Block block = PAIR.block(plan, SmallWorld.last().minusDays(1));
    assertThatThrownBy(() -> new BlockEvaluator(block, PAIR.setup()))
        .isInstanceOf(InputException.class)
        .hasMessage(
            "block 0, forcing: it covers 90 days from 2011-04-01, but the run needs 91 from"
                + " 2011-04-01. Prepare the blocks again for this period.");
  }

  @Test
  void forcingMayGoOnAfterTheWindow() {
    BlockPlan plan = BlockPlan.deal(PAIR.land(), 2).get(0);
    Block longer = PAIR.block(plan, SmallWorld.last().plusDays(20));
    double[] x = near(0.2, PAIR);
    List<double[]> concentrations = new ArrayList<>();
    for (Block block : List.of(longer, PAIR.blocks(2).get(0))) {
      concentrations.add(new BlockEvaluator(block, PAIR.setup()).forward(x, false).share());
    }
    assertThat(concentrations.get(0)).isEqualTo(concentrations.get(1));
  }
}
