package org.ccdas.verify.check.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.ccdas.assimilate.evaluation.BlockEvaluator;
import org.ccdas.assimilate.evaluation.Evaluation;
import org.ccdas.assimilate.evaluation.LocalEvaluation;
import org.ccdas.assimilate.minimise.Candidate;
import org.ccdas.assimilate.minimise.Derivative;
import org.ccdas.bethy.lane.ModelSeries;
import org.ccdas.inputs.random.NormalStream;
import org.ccdas.observe.block.Block;
import org.ccdas.observe.block.BlockCell;
import org.ccdas.observe.local.BiasTreatment;
import org.ccdas.observe.local.BiasTreatment.Kind;
import org.ccdas.observe.local.LocalMisfit;
import org.ccdas.observe.local.LocalOperator;
import org.ccdas.observe.local.ObservedField;
import org.ccdas.observe.local.RegionNames;
import org.ccdas.observe.normal.ObservationGroup;
import org.ccdas.observe.stream.ObservationStreams;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Soil moisture in the cost of a world with snow, frost and drought. */
class MoistureEvaluationTest {
  private static final String NAME = "soilMoisture";
  private static final CheckWorld WORLD =
      CheckWorld.of(3, List.of(ObservationStreams.named("co2"), ObservationStreams.named(NAME)));
  private static final LocalOperator MOISTURE = WORLD.setup().stream(NAME, LocalOperator.class);
  private static final double[] PRIOR = new double[WORLD.setup().control().size()];

  private static double[] point(double spread) {
    double[] x = new NormalStream(8).next(PRIOR.length);
    return Arrays.stream(x).map(v -> spread * v).toArray();
  }

  /** The world with another misfit to soil moisture, decided anew. */
  private static CheckWorld with(LocalMisfit misfit) {
    return WORLD.with(LocalOperator.of(MOISTURE.quantity(), misfit, MOISTURE.window()));
  }

  private static LocalEvaluation evaluation(CheckWorld world) {
    return new LocalEvaluation(world.setup(), world.blocks());
  }

  private static double moisture(Evaluation evaluation) {
    return evaluation.stream(NAME).cost();
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void gradientOfTheJointCostAgreesWithDifferencesAndTangents(Kind kind) {
    LocalEvaluation evaluation =
        evaluation(with(MOISTURE.misfit().withBias(BiasTreatment.STANDARD.with(kind))));
    double[] x = point(0.2);
    Evaluation at = evaluation.gradient(x);
    assertThat(moisture(at)).isPositive();
    assertThat(at.cost()).isEqualTo(at.prior() + at.stream("co2").cost() + moisture(at));
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
    double part = (moisture(evaluation.cost(up)) - moisture(evaluation.cost(down))) / (2 * step);
    assertThat(Math.abs(part)).isGreaterThan(3e-4 * Math.abs(along));
    assertThat(evaluation.modelledTangent(x, v).get(NAME)[0])
        .isCloseTo(part, within(1e-5 * Math.abs(part)));
  }

  @ParameterizedTest
  @EnumSource(
      value = Kind.class,
      names = {"OFFSET", "OFFSET_GAIN", "CDF"})
  void normalSystemsSumToCostAndGradient(Kind kind) {
    LocalEvaluation evaluation =
        evaluation(with(MOISTURE.misfit().withBias(BiasTreatment.STANDARD.with(kind))));
    double[] x = point(0.2);
    Evaluation adjoint = evaluation.gradient(x);
    Evaluation linearised = evaluation.evaluate(new Candidate(0, x, Derivative.HESSIAN));
    assertThat(moisture(linearised)).isEqualTo(moisture(adjoint));
    double sum =
        linearised.normal().groups().stream()
            .filter(group -> group.group().equals(new ObservationGroup(NAME, "globe", 2011)))
            .mapToDouble(group -> group.cost())
            .sum();
    assertThat(sum).isCloseTo(moisture(adjoint), within(1e-10 * sum));
    double largest = Arrays.stream(adjoint.gradient()).map(Math::abs).max().orElseThrow();
    assertThat(linearised.gradient()).containsExactly(adjoint.gradient(), within(1e-9 * largest));
  }

  @Test
  void costAndFitDoNotDependOnTheBlocksBesides() {
    double[] x = point(0.2);
    double cost = moisture(evaluation(WORLD).cost(x));
    double shares = 0;
    for (Block block : WORLD.blocks()) {
      double[] share = new BlockEvaluator(block, WORLD.setup()).forward(x, false).share();
      // behind the concentrations
      shares += share[share.length - 1];
    }
    assertThat(cost).isCloseTo(shares, within(1e-12 * cost));
  }

  /** What the prior run of a world lets through of observations on all days. */
  @Test
  void maskHidesTheBorealWinterAndNotTheTropics() {
    ObservedField boreal = WORLD.blocks().get(0).part(NAME, ObservedField.class);
    ObservedField tropics = WORLD.blocks().get(1).part(NAME, ObservedField.class);
    int days = WORLD.setup().window().days();
    assertThat(tropics.intervals()).isEqualTo(days);
    // cells of the northern block: boreal, temperate, hot and dry; the second of the other: tropics
    assertThat(count(boreal, 0)).isLessThan(count(tropics, 1)).isLessThan(days);
    assertThat(count(tropics, 1)).isBetween(days - 10, days);
  }

  private static int count(ObservedField field, int cell) {
    int count = 0;
    for (float value : field.value()[cell]) {
      count += Float.isNaN(value) ? 0 : 1;
    }
    return count;
  }

  /** Perfect observations are the operator's values. */
  @Test
  void operatorIsTheMeanOfVisibleTiles() {
    double[] x = point(0.2);
    CheckWorld perfect = WORLD.observing(x, OptionalLong.empty());
    // where no tile is hidden the operator is the mean of the cell
    int compared = 0;
    for (Block block : perfect.blocks()) {
      double[] means =
          evaluation(WORLD).fluxes(x).get(block.index()).cells(ModelSeries.TOP_MOISTURE);
      ObservedField field = block.part(NAME, ObservedField.class);
      int days = WORLD.setup().window().days();
      for (int cell = 0; cell < field.cells(); cell++) {
        for (int day = 0; day < days; day++) {
          float modelled = field.value()[cell][day];
          if (!Float.isNaN(modelled)) {
            compared += Math.abs(modelled - means[cell * days + day]) < 1e-7 ? 1 : 0;
            assertThat(modelled).isBetween(0f, 0.6f);
          }
        }
      }
    }
    assertThat(compared).isGreaterThan(300);
  }

  @Test
  void heldOutYearsCostNothingAndAreStillCompared() {
    CheckWorld held = with(MOISTURE.misfit().withoutYears(Set.of(2011)));
    assertThat(moisture(evaluation(held).cost(point(0.2)))).isZero();
    assertStillCompared(held);
  }

  /** What each of two regions costs alone is the cost of both. */
  @Test
  void heldOutRegionsCostNothingAndAreStillCompared() {
    List<BlockCell> cells =
        WORLD.blocks().stream().flatMap(block -> block.cells().stream()).toList();
    Map<Integer, Integer> regionOf = new HashMap<>();
    cells.forEach(cell -> regionOf.put(cell.id(), cell.lat() > 30 ? 1 : 0));
    RegionNames regions = new RegionNames(List.of("south", "north"), regionOf);
    LocalMisfit all = LocalMisfit.of(MOISTURE.misfit().error(), MOISTURE.misfit().bias(), regions);
    double both = cost(all);
    double south = cost(all.withoutRegions(Set.of("north")));
    double north = cost(all.withoutRegions(Set.of("south")));
    assertThat(south).isPositive().isLessThan(both);
    assertThat(north).isPositive();
    assertThat(south + north).isCloseTo(both, within(1e-12 * both));
    assertThat(cost(all.withoutRegions(Set.of("north", "south")))).isZero();
  }

  private static double cost(LocalMisfit misfit) {
    CheckWorld world = with(misfit);
    assertStillCompared(world);
    return moisture(evaluation(world).cost(point(0.2)));
  }

  /** What blocks keep of a run has the values of all days, held out or not. */
  private static void assertStillCompared(CheckWorld world) {
    byte[] fit = evaluation(world).fluxes(PRIOR).get(1).fit(NAME);
    byte[] all = evaluation(WORLD).fluxes(PRIOR).get(1).fit(NAME);
    assertThat(fit).isEqualTo(all);
    // three doubles a day at least
    assertThat(fit.length).isGreaterThan(24 * 80);
  }
}
