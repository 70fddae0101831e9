package org.ccdas.verify.check.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ccdas.assimilate.evaluation.Block;
import org.ccdas.assimilate.evaluation.BlockCell;
import org.ccdas.assimilate.evaluation.BlockEvaluator;
import org.ccdas.assimilate.evaluation.BlockFluxes;
import org.ccdas.assimilate.evaluation.BlockMoistureFit;
import org.ccdas.assimilate.evaluation.Evaluation;
import org.ccdas.assimilate.evaluation.EvaluationSetup;
import org.ccdas.assimilate.evaluation.LocalEvaluation;
import org.ccdas.assimilate.evaluation.MoistureSetup;
import org.ccdas.assimilate.minimise.Candidate;
import org.ccdas.assimilate.minimise.Derivative;
import org.ccdas.inputs.random.NormalStream;
import org.ccdas.observe.moisture.BiasTreatment;
import org.ccdas.observe.moisture.BiasTreatment.Kind;
import org.ccdas.observe.moisture.MoistureError;
import org.ccdas.observe.moisture.MoistureSeries;
import org.ccdas.observe.moisture.RegionNames;
import org.ccdas.observe.normal.ObservationGroup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Soil moisture in the cost of a world with snow, frost and drought. */
class MoistureEvaluationTest {
  private static final CheckWorld WORLD = CheckWorld.of(3);

  private static double[] point(double spread) {
    double[] x = new NormalStream(8).next(WORLD.setup().control().size());
    return Arrays.stream(x).map(v -> spread * v).toArray();
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void gradientOfTheJointCostAgreesWithDifferencesAndTangents(Kind kind) {
    // no cell has the 60 days that a matching needs in this window unless all days are used
    CheckWorld world = WORLD.with(BiasTreatment.STANDARD.with(kind));
    LocalEvaluation evaluation = new LocalEvaluation(world.setup(), world.blocks());
    double[] x = point(0.2);
    Evaluation at = evaluation.gradient(x);
    if (kind.isMatched()) {
      assertThat(at.soilMoisture()).isZero();
      return;
    }
    assertThat(at.soilMoisture()).isPositive();
    assertThat(at.cost()).isEqualTo(at.background() + at.co2() + at.soilMoisture());
    double[] v = new NormalStream(4).next(x.length);
    double step = 1e-4;
    double[] up = x.clone();
    double[] down = x.clone();
    double along = 0;
    for (int i = 0; i < x.length; i++) {
      up[i] += step * v[i];
      down[i] -= step * v[i];
      along += at.gradient()[i] * v[i];
    }
    double difference = (evaluation.cost(up).cost() - evaluation.cost(down).cost()) / (2 * step);
    assertThat(along).isCloseTo(difference, within(1e-6 * Math.abs(difference)));
    assertThat(evaluation.tangent(x, v)).isCloseTo(along, within(1e-10 * Math.abs(along)));
    // the soil moisture has its part in it
    double moisture =
        (evaluation.cost(up).soilMoisture() - evaluation.cost(down).soilMoisture()) / (2 * step);
    assertThat(Math.abs(moisture)).isGreaterThan(1e-3 * Math.abs(along));
  }

  @Test
  void normalSystemsSumToCostAndGradient() {
    LocalEvaluation evaluation = new LocalEvaluation(WORLD.setup(), WORLD.blocks());
    double[] x = point(0.2);
    Evaluation adjoint = evaluation.gradient(x);
    Evaluation linearised = evaluation.evaluate(new Candidate(0, x, Derivative.HESSIAN));
    assertThat(linearised.soilMoisture()).isEqualTo(adjoint.soilMoisture());
    double sum =
        linearised.normal().groups().stream()
            .filter(group -> group.group().equals(ObservationGroup.soilMoisture("globe", 2011)))
            .mapToDouble(group -> group.cost())
            .sum();
    assertThat(sum).isCloseTo(adjoint.soilMoisture(), within(1e-10 * sum));
    double largest = Arrays.stream(adjoint.gradient()).map(Math::abs).max().orElseThrow();
    assertThat(linearised.gradient()).containsExactly(adjoint.gradient(), within(1e-9 * largest));
  }

  @Test
  void costAndFitDoNotDependOnTheBlocksBesides() {
    LocalEvaluation evaluation = new LocalEvaluation(WORLD.setup(), WORLD.blocks());
    double[] x = point(0.2);
    double cost = evaluation.cost(x).soilMoisture();
    double shares = 0;
    for (Block block : WORLD.blocks()) {
      double[] share = new BlockEvaluator(block, WORLD.setup()).forward(x, false).share();
      shares += share[share.length - 1];
    }
    assertThat(cost).isCloseTo(shares, within(1e-12 * cost));
  }

  @Test
  void maskHidesTheBorealWinterAndNotTheTropics() {
    List<BlockFluxes> fluxes =
        new LocalEvaluation(WORLD.setup(), WORLD.blocks())
            .fluxes(new double[WORLD.setup().control().size()]);
    MoistureSeries boreal = fluxes.get(0).moisture().observed().get(0);
    MoistureSeries tropics = fluxes.get(1).moisture().observed().get(1);
    long seen = WORLD.blocks().get(0).moisture().count();
    assertThat(boreal.count()).isLessThan(tropics.count());
    assertThat(seen)
        .isGreaterThan(
            fluxes.get(0).moisture().observed().stream().mapToInt(MoistureSeries::count).sum());
    // 91 days, every third
    assertThat(tropics.count()).isBetween(25, 31);
  }

  @Test
  void operatorIsTheMeanOfVisibleTiles() {
    List<BlockFluxes> fluxes =
        new LocalEvaluation(WORLD.setup(), WORLD.blocks())
            .fluxes(new double[WORLD.setup().control().size()]);
    // where no tile is hidden the operator is the mean of the cell
    int compared = 0;
    for (BlockFluxes block : fluxes) {
      BlockMoistureFit fit = block.moisture();
      for (int cell = 0; cell < fit.observed().size(); cell++) {
        int days = WORLD.setup().window().days();
        for (int k = 0; k < fit.observed().get(cell).count(); k++) {
          double mean = block.topMoisture()[cell * days + fit.observed().get(cell).days()[k]];
          double modelled = fit.modelled().get(cell)[k];
          compared += Math.abs(modelled - mean) < 1e-12 ? 1 : 0;
          assertThat(modelled).isBetween(0.0, 0.6);
        }
      }
    }
    assertThat(compared).isGreaterThan(50);
  }

  @Test
  void heldOutYearsCostNothingAndAreStillCompared() {
    MoistureSetup held =
        MoistureSetup.of(
            MoistureError.STANDARD, BiasTreatment.STANDARD, Set.of(2011), RegionNames.globe());
    EvaluationSetup setup = WORLD.setup().withMoisture(held);
    double[] prior = new double[setup.control().size()];
    setup = setup.frozenBy(new LocalEvaluation(setup, WORLD.blocks()).fluxes(prior));
    LocalEvaluation evaluation = new LocalEvaluation(setup, WORLD.blocks());
    assertThat(evaluation.cost(point(0.2)).soilMoisture()).isZero();
    assertThat(evaluation.fluxes(prior).get(1).moisture().observed().get(1).count())
        .isGreaterThan(20);
  }

  /** What each of two regions costs alone is the cost of both. */
  @Test
  void heldOutRegionsCostNothingAndAreStillCompared() {
    List<BlockCell> cells =
        WORLD.blocks().stream().flatMap(block -> block.cells().stream()).toList();
    Map<Integer, Integer> regionOf = new HashMap<>();
    cells.forEach(cell -> regionOf.put(cell.id(), cell.lat() > 30 ? 1 : 0));
    RegionNames regions = new RegionNames(List.of("south", "north"), regionOf);
    MoistureSetup all =
        MoistureSetup.of(
            MoistureError.STANDARD, BiasTreatment.STANDARD, Set.<Integer>of(), regions);
    double both = cost(all);
    double south = cost(all.withoutRegions(Set.of("north")));
    double north = cost(all.withoutRegions(Set.of("south")));
    assertThat(south).isPositive().isLessThan(both);
    assertThat(north).isPositive();
    assertThat(south + north).isCloseTo(both, within(1e-12 * both));
    assertThat(cost(all.withoutRegions(Set.of("north", "south")))).isZero();
    assertThatThrownBy(() -> all.withoutRegions(Set.of("east")))
        .hasMessageContaining("[south, north]");
  }

  private static double cost(MoistureSetup moisture) {
    EvaluationSetup setup = WORLD.setup().withMoisture(moisture);
    double[] prior = new double[setup.control().size()];
    setup = setup.frozenBy(new LocalEvaluation(setup, WORLD.blocks()).fluxes(prior));
    LocalEvaluation evaluation = new LocalEvaluation(setup, WORLD.blocks());
    assertThat(evaluation.fluxes(prior).get(1).moisture().observed().get(1).count())
        .isGreaterThan(20);
    return evaluation.cost(point(0.2)).soilMoisture();
  }
}
