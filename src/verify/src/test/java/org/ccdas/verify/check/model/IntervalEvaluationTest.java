package org.ccdas.verify.check.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import org.ccdas.assimilate.evaluation.Evaluation;
import org.ccdas.assimilate.evaluation.LocalEvaluation;
import org.ccdas.assimilate.minimise.Candidate;
import org.ccdas.assimilate.minimise.Derivative;
import org.ccdas.bethy.lane.ModelSeries;
import org.ccdas.inputs.random.NormalStream;
import org.ccdas.observe.block.Block;
import org.ccdas.observe.local.BiasTreatment;
import org.ccdas.observe.local.BiasTreatment.Kind;
import org.ccdas.observe.local.LocalError;
import org.ccdas.observe.local.LocalMisfit;
import org.ccdas.observe.local.LocalOperator;
import org.ccdas.observe.local.LocalQuantity;
import org.ccdas.observe.local.ObservedField;
import org.ccdas.observe.local.RegionNames;
import org.ccdas.observe.local.Visibility;
import org.ccdas.observe.normal.LowerTriangle;
import org.ccdas.observe.stream.ObservationStreams;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A stream of other values than soil moisture, over eight days each: its errors are noise. */
class IntervalEvaluationTest {
  private static final String NAME = "soilMoisture";
  private static final CheckWorld WORLD = world();

  private static CheckWorld world() {
    CheckWorld daily = CheckWorld.of(3, List.of(ObservationStreams.named(NAME)));
    int intervals = daily.setup().window().days() / 8;
    int[] from = new int[intervals];
    int[] to = new int[intervals];
    Arrays.setAll(from, i -> 8 * i);
    Arrays.setAll(to, i -> 8 * i + 7);
    List<Block> blocks = new ArrayList<>();
    for (Block block : daily.blocks()) {
      ObservedField field =
          ObservedField.missing(block.cells().size(), daily.setup().window().firstDay(), from, to);
      for (int cell = 0; cell < field.cells(); cell++) {
        Arrays.fill(field.value()[cell], 0);
        Arrays.fill(field.standardError()[cell], 0.03f);
      }
      blocks.add(block.with(NAME, field));
    }
    return new CheckWorld(daily.setup(), blocks)
        .with(operator(Kind.OFFSET, daily))
        .observing(daily.setup().control().draw(5), OptionalLong.of(5));
  }

  private static LocalOperator operator(Kind kind, CheckWorld world) {
    return LocalOperator.of(
        new LocalQuantity(NAME, ModelSeries.FAPAR, new Visibility(5, 0, 0.7), 0.02),
        LocalMisfit.of(LocalError.STANDARD, BiasTreatment.STANDARD.with(kind), RegionNames.globe()),
        world.setup().window());
  }

  private static double[] point() {
    double[] x = new NormalStream(8).next(WORLD.setup().control().size());
    return Arrays.stream(x).map(v -> 0.2 * v).toArray();
  }

  @ParameterizedTest
  @EnumSource(
      value = Kind.class,
      names = {"NONE", "OFFSET", "OFFSET_GAIN"})
  void gradientOfBothPassesAgreesWithDifferences(Kind kind) {
    CheckWorld world = WORLD.with(operator(kind, WORLD));
    LocalEvaluation evaluation = new LocalEvaluation(world.setup(), world.blocks());
    double[] x = point();
    Evaluation adjoint = evaluation.gradient(x);
    assertThat(adjoint.stream(NAME).cost()).isPositive();
    double[] v = new NormalStream(4).next(x.length);
    double step = 1e-4;
    double[] up = x.clone();
    double[] down = x.clone();
    double along = 0;
    for (int i = 0; i < x.length; i++) {
      up[i] += step * v[i];
      down[i] -= step * v[i];
      along += adjoint.gradient()[i] * v[i];
    }
    double difference = (evaluation.cost(up).cost() - evaluation.cost(down).cost()) / (2 * step);
    assertThat(along).isCloseTo(difference, within(1e-6 * Math.abs(difference)));
    Evaluation linearised = evaluation.evaluate(new Candidate(0, x, Derivative.HESSIAN));
    double largest = Arrays.stream(adjoint.gradient()).map(Math::abs).max().orElseThrow();
    assertThat(linearised.gradient()).containsExactly(adjoint.gradient(), within(1e-9 * largest));
    double cost = adjoint.stream(NAME).cost();
    assertThat(linearised.normal().cost()).isCloseTo(cost, within(1e-10 * cost));
  }

  /** Where the observations are the model's own the Gauss-Newton Hessian is the whole one. */
  @Test
  void hessianIsThatOfDifferences() {
    double[] x = point();
    CheckWorld perfect = WORLD.observing(x, OptionalLong.empty());
    LocalEvaluation evaluation = new LocalEvaluation(perfect.setup(), perfect.blocks());
    Evaluation at = evaluation.evaluate(new Candidate(0, x, Derivative.HESSIAN));
    assertThat(at.stream(NAME).cost()).isBetween(0.0, 1e-8);
    double[] v = new NormalStream(50).next(x.length);
    double[] above = x.clone();
    double[] below = x.clone();
    double step = 1e-4;
    for (int i = 0; i < x.length; i++) {
      above[i] += step * v[i];
      below[i] -= step * v[i];
    }
    double[] high = evaluation.gradient(above).gradient();
    double[] low = evaluation.gradient(below).gradient();
    double[] product = LowerTriangle.times(at.normal().hessianWithPrior(), v);
    double largest = Arrays.stream(product).map(Math::abs).max().orElseThrow();
    assertThat(largest).isGreaterThan(10);
    for (int i = 0; i < x.length; i++) {
      double difference = (high[i] - low[i]) / (2 * step);
      assertThat(difference).as("element %d", i).isCloseTo(product[i], within(1e-5 * largest));
    }
  }

  /** Means over intervals of the model's own days, where all of them and all tiles are visible. */
  @Test
  void valuesAreMeansOverTheDays() {
    double[] x = point();
    CheckWorld perfect = WORLD.observing(x, OptionalLong.empty());
    LocalEvaluation evaluation = new LocalEvaluation(WORLD.setup(), WORLD.blocks());
    int days = WORLD.setup().window().days();
    int tropics = 1;
    double[] daily = evaluation.fluxes(x).get(1).cells(ModelSeries.FAPAR);
    ObservedField field = perfect.blocks().get(1).part(NAME, ObservedField.class);
    for (int i = 0; i < field.intervals(); i++) {
      double mean =
          Arrays.stream(daily, tropics * days + 8 * i, tropics * days + 8 * i + 8)
              .average()
              .orElseThrow();
      assertThat((double) field.value()[tropics][i]).isCloseTo(mean, within(1e-7));
    }
    assertThat(field.value()[tropics][0]).isNotEqualTo(field.value()[tropics][10]);
  }
}
