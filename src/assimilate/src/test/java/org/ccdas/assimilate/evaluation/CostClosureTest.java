package org.ccdas.assimilate.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.ccdas.assimilate.minimise.Candidate;
import org.ccdas.assimilate.minimise.Derivative;
import org.ccdas.assimilate.minimise.Elimination;
import org.ccdas.bethy.lane.ModelSeries;
import org.ccdas.inputs.control.ControlVectorFile;
import org.ccdas.inputs.random.NormalStream;
import org.ccdas.inputs.time.MonthAxis;
import org.ccdas.observe.co2.Co2Operator;
import org.ccdas.observe.local.BiasTreatment;
import org.ccdas.observe.local.DayMask;
import org.ccdas.observe.local.LocalError;
import org.ccdas.observe.local.LocalMisfit;
import org.ccdas.observe.local.LocalOperator;
import org.ccdas.observe.local.LocalQuantity;
import org.ccdas.observe.local.PriorDecision;
import org.ccdas.observe.local.RegionNames;
import org.ccdas.observe.local.Visibility;
import org.ccdas.observe.normal.LowerTriangle;
import org.ccdas.observe.normal.ObservationGroup;
import org.junit.jupiter.api.Test;

/**
 * Two local streams around CO2, so that no part of a vector is at its place by chance. The sums of
 * the blocks are held: the closure alone depends on x, through c0 and the prior.
 */
class CostClosureTest {
  private static final Co2Operator CO2 = SmallWorld.of(1).co2();
  private static final EvaluationSetup SETUP =
      SmallWorld.of(1)
          .setup()
          .withStreams(
              List.of(
                  local("soilMoisture", ModelSeries.TOP_MOISTURE),
                  CO2,
                  local("fapar", ModelSeries.FAPAR)));
  private static final CostClosure CLOSURE = new CostClosure(SETUP);
  private static final double[] LAND = new NormalStream(21).next(6 * 14);
  private static final double[] BLOCKS = around(7.5, LAND, 0.25);
  private static final int OFFSET =
      SETUP.control().indexOf(ControlVectorFile.CO2_OFFSET).orElseThrow();

  private static LocalOperator local(String name, ModelSeries series) {
    return new LocalOperator(
        new LocalQuantity(name, series, new Visibility(5, 0.9, 0.7), 0.02),
        LocalMisfit.of(LocalError.STANDARD, BiasTreatment.STANDARD, RegionNames.globe()),
        new MonthAxis(YearMonth.of(2011, 5), 2),
        new PriorDecision(new DayMask(List.<int[][]>of(new int[0][])), List.of()));
  }

  private static double[] around(double moisture, double[] land, double fapar) {
    double[] all = new double[land.length + 2];
    all[0] = moisture;
    System.arraycopy(land, 0, all, 1, land.length);
    all[all.length - 1] = fapar;
    return all;
  }

  private static double[] point() {
    return new NormalStream(4).next(SETUP.control().size());
  }

  private static double[] concentrations(double[] x) {
    return CO2.modelled(SETUP.control(), x, LAND);
  }

  @Test
  void everyStreamGetsItsShare() {
    double[] x = point();
    Evaluation evaluation = CLOSURE.cost(3, x, BLOCKS);
    assertThat(evaluation.id()).isEqualTo(3);
    assertThat(evaluation.prior()).isEqualTo(new PriorTerm(x.length).value(x));
    assertThat(evaluation.streams().keySet()).containsExactly("soilMoisture", "co2", "fapar");
    assertThat(evaluation.stream("soilMoisture").cost()).isEqualTo(7.5);
    assertThat(evaluation.stream("fapar").cost()).isEqualTo(0.25);
    assertThat(evaluation.stream("co2").modelled()).isEqualTo(concentrations(x));
    assertThat(evaluation.stream("co2").cost()).isEqualTo(CO2.cost(concentrations(x)));
    assertThat(evaluation.gradient()).isNull();
    assertThat(evaluation.normal()).isNull();
  }

  @Test
  void theBarHasThePlacesOfTheShares() {
    double[] x = point();
    double[] bar = CLOSURE.shareBar(x, BLOCKS);
    double[] ofLand = CO2.shareBar(SETUP.control(), x, CO2.bar(concentrations(x)));
    assertThat(bar).isEqualTo(around(1, ofLand, 1));
    assertThat(bar[1]).isNotZero();
  }

  /** The bar is the derivative of the cost by the sums of the blocks. */
  @Test
  void theBarIsThatOfCentralDifferences() {
    double[] x = point();
    double[] bar = CLOSURE.shareBar(x, BLOCKS);
    for (int i = 0; i < BLOCKS.length; i++) {
      double[] up = BLOCKS.clone();
      double[] down = BLOCKS.clone();
      up[i] += 1e-3;
      down[i] -= 1e-3;
      double difference = (CLOSURE.cost(0, x, up).cost() - CLOSURE.cost(0, x, down).cost()) / 2e-3;
      assertThat(bar[i]).isCloseTo(difference, within(1e-7 * (1 + Math.abs(difference))));
    }
  }

  @Test
  void gradientIsThatOfCentralDifferences() {
    double[] x = point();
    double[] gradient = CLOSURE.gradient(3, x, BLOCKS, new double[x.length]).gradient();
    double step = 1e-5;
    for (int i = 0; i < x.length; i++) {
      double[] up = x.clone();
      double[] down = x.clone();
      up[i] += step;
      down[i] -= step;
      double difference =
          (CLOSURE.cost(0, up, BLOCKS).cost() - CLOSURE.cost(0, down, BLOCKS).cost()) / (2 * step);
      assertThat(gradient[i])
          .isCloseTo(difference, within(1e-6 * (1 + Math.abs(gradient[OFFSET]))));
    }
    assertThat(Math.abs(gradient[OFFSET] - x[OFFSET])).isGreaterThan(1);
  }

  @Test
  void gradientsOfTheBlocksAreAdded() {
    double[] x = point();
    double[] blocks = new NormalStream(8).next(x.length);
    Evaluation without = CLOSURE.gradient(3, x, BLOCKS, new double[x.length]);
    Evaluation with = CLOSURE.gradient(3, x, BLOCKS, blocks);
    for (int i = 0; i < x.length; i++) {
      assertThat(with.gradient()[i] - without.gradient()[i])
          .isCloseTo(blocks[i], within(1e-13 * (1 + Math.abs(with.gradient()[i]))));
    }
    assertThat(with.cost()).isEqualTo(CLOSURE.cost(3, x, BLOCKS).cost());
    assertThat(blocks).isEqualTo(new NormalStream(8).next(x.length));
  }

  @Test
  void tangentsHaveThePlacesOfTheShares() {
    double[] x = point();
    double[] direction = new NormalStream(5).next(x.length);
    double[] land = new NormalStream(22).next(LAND.length);
    double[] tangents = around(-1, land, 0.5);
    Map<String, double[]> found = CLOSURE.modelledTangent(x, direction, BLOCKS, tangents);
    assertThat(found.get("soilMoisture")).containsExactly(-1);
    assertThat(found.get("fapar")).containsExactly(0.5);
    assertThat(found.get("co2"))
        .isEqualTo(CO2.modelledTangent(SETUP.control(), x, direction, LAND, land));
    double step = 1e-4;
    double[] up = x.clone();
    double[] down = x.clone();
    for (int i = 0; i < x.length; i++) {
      up[i] += step * direction[i];
      down[i] -= step * direction[i];
    }
    double[] high = BLOCKS.clone();
    double[] low = BLOCKS.clone();
    for (int i = 0; i < BLOCKS.length; i++) {
      high[i] += step * tangents[i];
      low[i] -= step * tangents[i];
    }
    double difference =
        (CLOSURE.cost(0, up, high).cost() - CLOSURE.cost(0, down, low).cost()) / (2 * step);
    assertThat(CLOSURE.tangent(x, direction, BLOCKS, tangents))
        .isCloseTo(difference, within(1e-7 * Math.abs(difference)));
  }

  @Test
  void everyStreamGetsItsJacobian() {
    double[] x = point();
    int n = x.length;
    int triangle = LowerTriangle.length(n);
    int system = 1 + n + triangle;
    double[] land = new NormalStream(6).next(CO2.jacobianLength(SETUP.control()));
    double[] jacobians = new double[system + land.length + system];
    jacobians[0] = 7.5;
    jacobians[1] = 3;
    jacobians[1 + n] = 4;
    System.arraycopy(land, 0, jacobians, system, land.length);
    int last = system + land.length;
    jacobians[last] = 0.25;
    jacobians[last + n] = -2;
    jacobians[last + n + triangle] = 9;
    Evaluation evaluation = CLOSURE.hessian(3, x, BLOCKS, jacobians);
    assertThat(evaluation.normal().groups())
        .extracting(group -> group.group())
        .containsExactly(
            new ObservationGroup("co2", "BRW", 0),
            new ObservationGroup("co2", "MLO", 0),
            new ObservationGroup("fapar", "globe", 2011),
            new ObservationGroup("soilMoisture", "globe", 2011));
    assertThat(evaluation.normal().groups().get(2).cost()).isEqualTo(0.25);
    assertThat(evaluation.normal().groups().get(2).gradient()[n - 1]).isEqualTo(-2);
    assertThat(evaluation.normal().groups().get(2).hessian()[triangle - 1]).isEqualTo(9);
    assertThat(evaluation.normal().groups().get(3).cost()).isEqualTo(7.5);
    assertThat(evaluation.normal().groups().get(3).gradient()[0]).isEqualTo(3);
    assertThat(evaluation.normal().groups().get(3).hessian()[0]).isEqualTo(4);
    assertThat(evaluation.normal().groups().subList(0, 2))
        .isEqualTo(CO2.systems(SETUP.control(), x, concentrations(x), land));
    assertThat(evaluation.gradient()).isEqualTo(evaluation.normal().gradientWithPrior(x));
    assertThat(evaluation.cost()).isEqualTo(CLOSURE.cost(3, x, BLOCKS).cost());
  }

  private static Candidate reduced(double[] x, Derivative wanted) {
    Elimination linear = LinearElements.eliminable(SETUP, 4).orElseThrow();
    return new Candidate(3, linear.atBest(x), wanted, linear);
  }

  /** The model is held: the cost is lowest in the fourteen linear elements, within the box. */
  @Test
  void linearElementsAreAtTheirBest() {
    double[] x = point();
    Evaluation lowest = CLOSURE.evaluation(reduced(x, Derivative.COST), BLOCKS, null);
    Elimination linear = LinearElements.eliminable(SETUP, 4).orElseThrow();
    assertThat(linear.count()).isEqualTo(14);
    assertThat(linear.searched(lowest.x())).isEqualTo(linear.searched(x));
    double[] gradient = CLOSURE.gradient(3, lowest.x(), BLOCKS, new double[x.length]).gradient();
    for (int i : linear.elements()) {
      double element = lowest.x()[i];
      if (Math.abs(element) == 4) {
        assertThat(gradient[i] * element).isNegative();
      } else {
        assertThat(gradient[i]).as("by %d", i).isCloseTo(0, within(1e-9));
        assertThat(element).isBetween(-4.0, 4.0);
      }
      for (double move : new double[] {-0.1, 0.1}) {
        double[] moved = lowest.x();
        moved[i] = Math.max(-4, Math.min(4, element + move));
        assertThat(CLOSURE.cost(3, moved, BLOCKS).cost()).isGreaterThanOrEqualTo(lowest.cost());
      }
    }
  }

  /** Nothing but what is searched decides, to the bit, on every path. */
  @Test
  void theValuesOfACandidateThatAreNotSearchedDoNotMatter() {
    double[] x = point();
    Elimination linear = LinearElements.eliminable(SETUP, 4).orElseThrow();
    double[] other = linear.with(x, new NormalStream(31).next(linear.count()));
    Evaluation one = CLOSURE.evaluation(reduced(x, Derivative.COST), BLOCKS, null);
    assertThat(CLOSURE.evaluation(reduced(other, Derivative.COST), BLOCKS, null)).isEqualTo(one);
    assertThat(CLOSURE.cost(3, one.x(), BLOCKS)).isEqualTo(one);
    assertThat(CLOSURE.shareBar(reduced(other, Derivative.GRADIENT), BLOCKS))
        .isEqualTo(CLOSURE.shareBar(one.x(), BLOCKS));
    assertThat(CLOSURE.evaluation(new Candidate(3, x, Derivative.COST), BLOCKS, null).x())
        .isEqualTo(x);
  }

  @Test
  void refusesWhatDoesNotFit() {
    assertThatThrownBy(() -> CLOSURE.cost(3, point(), new double[7]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("7 values, expected 86");
    assertThatThrownBy(() -> CLOSURE.modelledTangent(point(), point(), BLOCKS, new double[9]))
        .hasMessage("9 values, expected 86");
    assertThatThrownBy(() -> CLOSURE.hessian(3, point(), BLOCKS, new double[5]))
        .hasMessageStartingWith("5 values, expected ");
    EvaluationSetup none =
        SETUP.withControl(
            SETUP.control().select(p -> !p.symbol().equals(ControlVectorFile.CO2_OFFSET)));
    assertThatThrownBy(() -> new CostClosure(none).cost(3, new double[100], BLOCKS))
        .hasMessage("The control vector has no offset c0");
  }
}
