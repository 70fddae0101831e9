package org.ccdas.observe.co2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import org.ccdas.inputs.control.ControlVector;
import org.ccdas.inputs.control.ControlVectorFile;
import org.ccdas.inputs.random.NormalStream;
import org.ccdas.inputs.station.StationTable;
import org.ccdas.inputs.time.MonthAxis;
import org.ccdas.observe.normal.GroupSystem;
import org.ccdas.observe.normal.LowerTriangle;
import org.ccdas.observe.normal.NormalSystem;
import org.ccdas.observe.normal.ObservationGroup;
import org.junit.jupiter.api.Test;

/** Two stations of the misfit and one that is only modelled, two months each. */
class Co2OperatorTest {
  private static final MonthAxis WINDOW = new MonthAxis(YearMonth.of(2011, 5), 2);
  private static final double[] BACKGROUND = {0, 0.1, 0.2, 0.3, 0.4, 0.5};
  private static final double[] SHARE = {1, 2, 3, 4, 5, 6};
  private static final ControlVector CONTROL =
      ControlVectorFile.standard().withPrior(ControlVectorFile.CO2_OFFSET, 390);
  private static final int OFFSET = CONTROL.indexOf(ControlVectorFile.CO2_OFFSET).orElseThrow();
  private static final Co2Operator OPERATOR = operator(WINDOW, BACKGROUND);

  private static Co2Operator operator(MonthAxis window, double[] background) {
    return new Co2Operator(
        new Co2Term(
            List.of(station("BRW", window), station("MLO", window)), ObservationError.standard()),
        background);
  }

  private static StationObservations station(String code, MonthAxis window) {
    double[] value = new double[window.count()];
    double[] sigma = new double[window.count()];
    Arrays.setAll(value, month -> 391 + 0.7 * month + code.charAt(0) % 5);
    Arrays.fill(sigma, 0.4);
    return new StationObservations(StationTable.standard().station(code), window, value, sigma);
  }

  private static double[] point() {
    return new NormalStream(4).next(CONTROL.size());
  }

  private static double[] modelled(double[] x) {
    return OPERATOR.modelled(CONTROL, x, SHARE);
  }

  private static double cost(double[] x) {
    return OPERATOR.cost(modelled(x));
  }

  @Test
  void addsOffsetAndBackground() {
    double[] x = new double[CONTROL.size()];
    // offset 390 with sigma 1
    assertThat(modelled(x))
        .containsExactly(new double[] {391, 392.1, 393.2, 394.3, 395.4, 396.5}, within(1e-12));
    x[OFFSET] = 1.5;
    assertThat(modelled(x)[0]).isCloseTo(392.5, within(1e-12));
  }

  /** The share is held, so that the misfit depends on x through the offset alone. */
  @Test
  void gradientIsThatOfCentralDifferences() {
    double[] x = point();
    double[] gradient = new double[x.length];
    OPERATOR.addGradient(CONTROL, x, OPERATOR.bar(modelled(x)), gradient);
    double step = 1e-4;
    for (int i = 0; i < x.length; i++) {
      double[] up = x.clone();
      double[] down = x.clone();
      up[i] += step;
      down[i] -= step;
      // the misfit is quadratic in x here: differences have rounding only
      double difference = (cost(up) - cost(down)) / (2 * step);
      assertThat(gradient[i])
          .isCloseTo(difference, within(1e-6 * (1 + Math.abs(gradient[OFFSET]))));
    }
    assertThat(Math.abs(gradient[OFFSET])).isGreaterThan(1);
  }

  @Test
  void theGradientIsAddedToWhatIsThere() {
    double[] x = point();
    double[] bar = OPERATOR.bar(modelled(x));
    double[] alone = new double[x.length];
    OPERATOR.addGradient(CONTROL, x, bar, alone);
    double[] shares = new NormalStream(8).next(x.length);
    double[] with = shares.clone();
    OPERATOR.addGradient(CONTROL, x, bar, with);
    for (int i = 0; i < x.length; i++) {
      assertThat(with[i] - alone[i]).isCloseTo(shares[i], within(1e-12));
    }
  }

  @Test
  void stationsHeldOutCostNothing() {
    double[] concentrations = modelled(point());
    double[] other = concentrations.clone();
    other[4] += 100;
    other[5] = Double.NaN;
    assertThat(OPERATOR.cost(other)).isEqualTo(OPERATOR.cost(concentrations));
    assertThat(Arrays.copyOfRange(OPERATOR.bar(other), 4, 6)).containsOnly(0);
    assertThat(OPERATOR.bar(other)).hasSize(6);
    other[0] += 1;
    assertThat(OPERATOR.cost(other)).isNotEqualTo(OPERATOR.cost(concentrations));
  }

  @Test
  void tangentShiftsAllStationsByTheOffset() {
    double[] x = point();
    double[] direction = new double[x.length];
    direction[OFFSET] = 2;
    double[] tangent = OPERATOR.modelledTangent(CONTROL, x, direction, SHARE);
    for (int i = 0; i < tangent.length; i++) {
      assertThat(tangent[i]).isCloseTo(SHARE[i] + 2, within(1e-12));
    }
    assertThat(SHARE).as("is not changed").containsExactly(1, 2, 3, 4, 5, 6);
  }

  /** The misfit is quadratic in the modelled vector: J(x + v) = J + g'v + v'H v/2. */
  @Test
  void systemsHaveTheLandAndTheOffset() {
    double[] x = point();
    int n = x.length;
    double[] jacobian = new NormalStream(6).next(OPERATOR.jacobianLength(n));
    NormalSystem normal = new NormalSystem(n, OPERATOR.systems(CONTROL, x, modelled(x), jacobian));
    assertThat(normal.groups())
        .extracting(GroupSystem::group)
        .containsExactly(
            new ObservationGroup("co2", "BRW", 0), new ObservationGroup("co2", "MLO", 0));
    double[] v = Arrays.stream(new NormalStream(7).next(n)).map(e -> 0.1 * e).toArray();
    double[] land = SHARE.clone();
    double slope = 0;
    for (int i = 0; i < n; i++) {
      for (int c = 0; c < land.length; c++) {
        land[c] += jacobian[i * land.length + c] * v[i];
      }
      slope += normal.gradient()[i] * v[i];
    }
    double[] moved = x.clone();
    moved[OFFSET] += v[OFFSET];
    double expected = OPERATOR.cost(OPERATOR.modelled(CONTROL, moved, land));
    double predicted = normal.cost() + slope + LowerTriangle.quadratic(normal.hessian(), v) / 2;
    assertThat(predicted).isCloseTo(expected, within(1e-10 * expected));
    assertThat(normal.cost()).isCloseTo(cost(x), within(1e-12 * cost(x)));
    assertThat(Math.abs(expected - cost(x))).isGreaterThan(1);
  }

  @Test
  void withoutErrorsTheObservationsAreTheModelledOnes() {
    double[] truth = modelled(point());
    Co2Operator perfect = OPERATOR.observing(truth, OptionalLong.empty());
    assertThat(perfect.cost(truth)).isZero();
    assertThat(perfect.background()).isEqualTo(OPERATOR.background());
    assertThat(perfect.term().stations())
        .extracting(StationObservations::station)
        .isEqualTo(OPERATOR.term().stations().stream().map(s -> s.station()).toList());
    assertThat(perfect.term().stations().get(1).value()).containsExactly(truth[2], truth[3]);
    assertThat(perfect.term().stations().get(1).sigma()).containsExactly(0.4, 0.4);
  }

  @Test
  void monthsWithoutAnObservationStayWithout() {
    StationObservations holed =
        OPERATOR.term().stations().get(1).withValues(new double[] {Double.NaN, 391});
    Co2Operator gaps =
        OPERATOR.with(
            new Co2Term(
                List.of(OPERATOR.term().stations().get(0).emptied(), holed),
                ObservationError.standard()));
    double[] truth = modelled(point());
    for (OptionalLong seed : List.of(OptionalLong.empty(), OptionalLong.of(3))) {
      Co2Term observed = gaps.observing(truth, seed).term();
      assertThat(observed.count()).isEqualTo(1);
      assertThat(observed.stations().get(0).months()).isEmpty();
      assertThat(observed.stations().get(1).months()).containsExactly(1);
    }
    Co2Operator none = new Co2Operator(Co2Term.none(WINDOW), BACKGROUND);
    assertThat(none.observing(truth, OptionalLong.of(3)).cost(truth)).isZero();
  }

  @Test
  void errorsHaveTheAssumedCovariance() {
    MonthAxis window = new MonthAxis(YearMonth.of(2011, 1), 24);
    Co2Operator operator = operator(window, new double[72]);
    double[] truth = new NormalStream(2).next(72);
    int draws = 200;
    double sum = 0;
    for (long seed = 0; seed < draws; seed++) {
      Co2Operator noisy = operator.observing(truth, OptionalLong.of(seed));
      sum += 2 * noisy.cost(truth) / noisy.term().count();
    }
    double error = Math.sqrt(2.0 / (draws * operator.term().count()));
    assertThat(sum / draws).isCloseTo(1, within(4 * error));
  }

  @Test
  void theSeedDecidesTheErrors() {
    double[] truth = modelled(point());
    Co2Term first = OPERATOR.observing(truth, OptionalLong.of(3)).term();
    assertThat(OPERATOR.observing(truth, OptionalLong.of(3)).term().stations())
        .isEqualTo(first.stations());
    assertThat(OPERATOR.observing(truth, OptionalLong.of(4)).term().stations())
        .isNotEqualTo(first.stations());
    double brw = first.stations().get(0).value()[0] - truth[0];
    double mlo = first.stations().get(1).value()[0] - truth[2];
    assertThat(brw).isNotEqualTo(mlo);
  }

  @Test
  void theRunAtThePriorDecidesNothing() {
    assertThat(OPERATOR.frozenBy(List.of(new byte[0]))).isSameAs(OPERATOR);
    assertThat(OPERATOR.unbiased()).isSameAs(OPERATOR);
    assertThat(OPERATOR.series()).isEmpty();
    OPERATOR.requireObservable();
  }

  @Test
  void backgroundMustFitTheStations() {
    for (int length : new int[] {2, 5}) {
      assertThatThrownBy(() -> operator(WINDOW, new double[length]))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("Background of " + length + " values");
    }
    assertThat(operator(WINDOW, new double[4]).shareLength()).isEqualTo(4);
    assertThat(OPERATOR.shareLength()).isEqualTo(6);
    assertThat(OPERATOR.jacobianLength(10)).isEqualTo(60);
  }

  @Test
  void refusesWhatDoesNotFit() {
    assertThatThrownBy(() -> OPERATOR.modelled(CONTROL, point(), new double[5]))
        .hasMessage("5 values, expected 6 concentrations");
    assertThatThrownBy(() -> OPERATOR.modelledTangent(CONTROL, point(), point(), new double[7]))
        .hasMessage("7 values, expected 6 concentrations");
    ControlVector none = CONTROL.select(p -> !p.symbol().equals(ControlVectorFile.CO2_OFFSET));
    assertThatThrownBy(() -> OPERATOR.modelled(none, new double[none.size()], SHARE))
        .hasMessage("The control vector has no offset c0");
  }
}
