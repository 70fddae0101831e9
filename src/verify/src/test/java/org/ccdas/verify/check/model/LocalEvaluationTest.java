package org.ccdas.verify.check.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.ccdas.assimilate.evaluation.BlockFluxes;
import org.ccdas.assimilate.evaluation.Evaluation;
import org.ccdas.assimilate.evaluation.EvaluationSetup;
import org.ccdas.assimilate.evaluation.LocalEvaluation;
import org.ccdas.assimilate.minimise.Candidate;
import org.ccdas.assimilate.minimise.Derivative;
import org.ccdas.bethy.lane.ModelSeries;
import org.ccdas.inputs.control.ControlVectorFile;
import org.ccdas.inputs.random.NormalStream;
import org.ccdas.observe.block.Block;
import org.ccdas.observe.co2.Co2Operator;
import org.ccdas.observe.normal.LowerTriangle;
import org.ccdas.observe.stream.ObservationStreams;
import org.ccdas.observe.stream.StreamValue;
import org.junit.jupiter.api.Test;

class LocalEvaluationTest {
  private static final CheckWorld WORLD = CheckWorld.of(3);
  private static final EvaluationSetup SETUP = WORLD.setup();
  private static final Co2Operator CO2 = SETUP.stream("co2", Co2Operator.class);
  private final LocalEvaluation evaluation = new LocalEvaluation(SETUP, WORLD.blocks());

  private static double[] point(long seed) {
    return Arrays.stream(new NormalStream(seed).next(SETUP.control().size()))
        .map(value -> 0.3 * value)
        .toArray();
  }

  @Test
  void givesTheCostOfEachCandidateInOrder() {
    List<Evaluation> evaluations =
        evaluation.evaluate(
            List.of(
                new Candidate(7, point(1), Derivative.GRADIENT),
                new Candidate(4, new double[point(1).length], Derivative.COST)));
    assertThat(evaluations).extracting(Evaluation::id).containsExactly(7, 4);
    Evaluation first = evaluations.get(0);
    double half = 0;
    for (double value : point(1)) {
      half += value * value / 2;
    }
    assertThat(first.prior()).isCloseTo(half, within(1e-12 * half));
    assertThat(first.streams().keySet()).containsExactlyElementsOf(ObservationStreams.names());
    double[] observed = Arrays.copyOf(first.stream("co2").modelled(), CO2.term().size());
    assertThat(first.stream("co2").cost()).isEqualTo(CO2.term().value(observed));
    double sum = first.prior();
    for (StreamValue value : first.streams().values()) {
      sum += value.cost();
    }
    assertThat(first.cost()).isEqualTo(sum);
    assertThat(first.gradient()).hasSize(point(1).length);
    assertThat(evaluations.get(1).prior()).isZero();
    assertThat(evaluations.get(1).gradient()).isNull();
  }

  @Test
  void repeatsBitForBit() {
    Evaluation first = evaluation.gradient(point(1));
    evaluation.gradient(point(2));
    Evaluation again = evaluation.gradient(point(1));
    assertThat(again).isEqualTo(first);
    assertThat(evaluation.cost(point(1)).cost()).isEqualTo(first.cost());
  }

  @Test
  void theOffsetMovesAllConcentrationsAlike() {
    int offset = SETUP.control().indexOf(ControlVectorFile.CO2_OFFSET).orElseThrow();
    double[] moved = point(1);
    moved[offset] += 2;
    double[] before = evaluation.cost(point(1)).stream("co2").modelled();
    double[] after = evaluation.cost(moved).stream("co2").modelled();
    double sigma = SETUP.control().parameter(offset).sigma();
    for (int i = 0; i < before.length; i++) {
      assertThat(after[i] - before[i]).isCloseTo(2 * sigma, within(1e-9));
    }
    double[] direction = new double[moved.length];
    direction[offset] = 1;
    Map<String, double[]> tangents = evaluation.modelledTangent(moved, direction);
    assertThat(tangents.keySet()).containsExactlyElementsOf(ObservationStreams.names());
    assertThat(tangents.get("co2")).containsOnly(sigma);
    assertThat(tangents.get("soilMoisture")).containsExactly(0);
  }

  @Test
  void tangentIsGradientTimesDirection() {
    double[] x = point(1);
    double[] v = point(5);
    double[] gradient = evaluation.gradient(x).gradient();
    double product = 0;
    for (int i = 0; i < x.length; i++) {
      product += gradient[i] * v[i];
    }
    assertThat(product).isNotZero();
    assertThat(evaluation.tangent(x, v)).isCloseTo(product, within(1e-11 * Math.abs(product)));
  }

  /** The Gauss-Newton Hessian is the sum of products of tangents; its gradient the adjoint's. */
  @Test
  void theNormalSystemIsMadeOfTangents() {
    double[] x = point(1);
    LocalEvaluation evaluation =
        new LocalEvaluation(SETUP.withStreams(List.of(CO2)), WORLD.blocks());
    Evaluation evaluated = evaluation.evaluate(new Candidate(3, x, Derivative.HESSIAN));
    Evaluation expected = evaluation.gradient(x);
    assertThat(evaluated.id()).isEqualTo(3);
    assertThat(evaluated.cost()).isEqualTo(expected.cost());
    double misfit = expected.stream("co2").cost();
    assertThat(evaluated.normal().cost()).isCloseTo(misfit, within(1e-13 * misfit));
    for (int i = 0; i < x.length; i++) {
      double own = expected.gradient()[i];
      assertThat(evaluated.gradient()[i]).isCloseTo(own, within(1e-10 * (1 + Math.abs(own))));
    }
    double[] v = point(5);
    double[] tangent =
        Arrays.copyOf(evaluation.modelledTangent(x, v).get("co2"), CO2.term().size());
    double form = Arrays.stream(CO2.term().whiten(tangent)).map(w -> w * w).sum();
    assertThat(form).isNotZero();
    assertThat(LowerTriangle.quadratic(evaluated.normal().hessian(), v))
        .isCloseTo(form, within(1e-10 * form));
  }

  @Test
  void stationsHeldOutDoNotEnterTheCost() {
    assertThat(CO2.background().length).isGreaterThan(CO2.term().size());
    double[] background = CO2.background().clone();
    background[background.length - 1] += 5;
    EvaluationSetup other = SETUP.with(new Co2Operator(CO2.term(), background, CO2.factors()));
    Evaluation changed = new LocalEvaluation(other, WORLD.blocks()).gradient(point(1));
    Evaluation before = evaluation.gradient(point(1));
    int last = background.length - 1;
    assertThat(changed.stream("co2").modelled()[last] - before.stream("co2").modelled()[last])
        .isCloseTo(5, within(1e-9));
    assertThat(changed.cost()).isEqualTo(before.cost());
    assertThat(changed.gradient()).isEqualTo(before.gradient());
  }

  @Test
  void givesTheFluxesOfEveryBlock() {
    List<BlockFluxes> fluxes = evaluation.fluxes(point(1));
    assertThat(fluxes).hasSize(2);
    for (int i = 0; i < 2; i++) {
      int values = WORLD.blocks().get(i).cells().size() * SETUP.fluxMonths().count();
      assertThat(fluxes.get(i).index()).isEqualTo(i);
      assertThat(fluxes.get(i).cells(ModelSeries.NEP)).hasSize(values);
      assertThat(Arrays.stream(fluxes.get(i).cells(ModelSeries.GPP)).sum()).isPositive();
      assertThat(fluxes.get(i).fits().keySet())
          .containsExactlyInAnyOrderElementsOf(ObservationStreams.names());
      // kept whatever the streams look at
      assertThat(fluxes.get(i).cells(ModelSeries.TOP_MOISTURE))
          .hasSize(WORLD.blocks().get(i).cells().size() * SETUP.window().days());
    }
  }

  @Test
  void refusesBlocksOutOfOrder() {
    List<Block> turned = List.of(WORLD.blocks().get(1), WORLD.blocks().get(0));
    assertThatThrownBy(() -> new LocalEvaluation(SETUP, turned))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Block 1 at the place of block 0");
    assertThatThrownBy(() -> new LocalEvaluation(SETUP, List.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
