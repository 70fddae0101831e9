package org.ccdas.assimilate.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.ccdas.inputs.control.ControlVectorFile;
import org.ccdas.inputs.random.NormalStream;
import org.junit.jupiter.api.Test;

/** The block sum is held, so that the closure alone depends on x: through c0 and the prior. */
class Co2ClosureTest {
  private static final EvaluationSetup SETUP = SmallWorld.of(1).setup();
  private static final Co2Closure CLOSURE = new Co2Closure(SETUP);
  private static final double[] BLOCKS = {1, 2, 3, 4, 5, 6, 7.5};
  private static final int OFFSET =
      SETUP.control().indexOf(ControlVectorFile.CO2_OFFSET).orElseThrow();

  private static double[] point() {
    return new NormalStream(4).next(SETUP.control().size());
  }

  private static double cost(double[] x) {
    return CLOSURE.co2Cost(CLOSURE.concentrations(x, BLOCKS)) + CLOSURE.backgroundCost(x);
  }

  @Test
  void addsOffsetAndBackground() {
    double[] x = new double[SETUP.control().size()];
    // background of the small world 0, 0.1, 0.2, ...; offset 390 with sigma 1
    assertThat(CLOSURE.concentrations(x, BLOCKS))
        .containsExactly(new double[] {391, 392.1, 393.2, 394.3, 395.4, 396.5}, within(1e-12));
    x[OFFSET] = 1.5;
    assertThat(CLOSURE.concentrations(x, BLOCKS)[0]).isCloseTo(392.5, within(1e-12));
  }

  @Test
  void gradientIsThatOfCentralDifferences() {
    double[] x = point();
    double[] bar = CLOSURE.concentrationBar(CLOSURE.concentrations(x, BLOCKS));
    double[] gradient = CLOSURE.gradient(x, bar, new double[x.length]);
    double step = 1e-4;
    for (int i = 0; i < x.length; i++) {
      double[] up = x.clone();
      double[] down = x.clone();
      up[i] += step;
      down[i] -= step;
      // the cost is quadratic in x here: differences have rounding only
      double difference = (cost(up) - cost(down)) / (2 * step);
      assertThat(gradient[i])
          .isCloseTo(difference, within(1e-6 * (1 + Math.abs(gradient[OFFSET]))));
    }
    assertThat(Math.abs(gradient[OFFSET] - x[OFFSET])).isGreaterThan(1);
  }

  @Test
  void sharesOfTheBlocksAreAdded() {
    double[] x = point();
    double[] shares = new NormalStream(8).next(x.length);
    double[] without = CLOSURE.gradient(x, new double[6], new double[x.length]);
    double[] with = CLOSURE.gradient(x, new double[6], shares);
    for (int i = 0; i < x.length; i++) {
      assertThat(with[i] - without[i]).isCloseTo(shares[i], within(1e-14));
    }
  }

  @Test
  void lastValueOfTheSharesIsTheMisfitToSoilMoisture() {
    assertThat(CLOSURE.soilMoistureCost(BLOCKS)).isEqualTo(7.5);
  }

  @Test
  void stationsHeldOutCostNothing() {
    double[] concentrations = CLOSURE.concentrations(point(), BLOCKS);
    double[] other = concentrations.clone();
    other[4] += 100;
    other[5] = Double.NaN;
    assertThat(CLOSURE.co2Cost(other)).isEqualTo(CLOSURE.co2Cost(concentrations));
    assertThat(Arrays.copyOfRange(CLOSURE.concentrationBar(other), 4, 6)).containsOnly(0);
    other[0] += 1;
    assertThat(CLOSURE.co2Cost(other)).isNotEqualTo(CLOSURE.co2Cost(concentrations));
  }

  @Test
  void tangentShiftsAllStationsByTheOffset() {
    double[] x = point();
    double[] direction = new double[x.length];
    direction[OFFSET] = 2;
    double[] tangent = CLOSURE.tangent(x, direction, BLOCKS);
    for (int i = 0; i < tangent.length; i++) {
      assertThat(tangent[i]).isCloseTo(BLOCKS[i] + 2, within(1e-12));
    }
  }

  @Test
  void refusesWhatDoesNotFit() {
    assertThatThrownBy(() -> CLOSURE.concentrations(point(), new double[5]))
        .hasMessage("5 values, expected 6 concentrations and the misfit to soil moisture");
    EvaluationSetup none =
        new EvaluationSetup(
            SETUP.control().select(p -> !p.symbol().equals(ControlVectorFile.CO2_OFFSET)),
            SETUP.subDaily(),
            SETUP.spinUpFirst(),
            SETUP.window(),
            SETUP.passes(),
            SETUP.co2(),
            SETUP.background(),
            SETUP.frozen());
    assertThatThrownBy(() -> new Co2Closure(none).concentrations(new double[100], BLOCKS))
        .hasMessage("The control vector has no offset c0");
  }
}
