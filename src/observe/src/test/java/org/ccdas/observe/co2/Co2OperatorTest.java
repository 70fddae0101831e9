package org.ccdas.observe.co2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.ccdas.bethy.lane.Dependence;
import org.ccdas.inputs.InputException;
import org.ccdas.inputs.control.ControlVector;
import org.ccdas.inputs.control.ControlVectorFile;
import org.ccdas.inputs.control.Parameter;
import org.ccdas.inputs.random.NormalStream;
import org.ccdas.inputs.station.StationTable;
import org.ccdas.inputs.time.MonthAxis;
import org.ccdas.observe.normal.GroupSystem;
import org.ccdas.observe.normal.LowerTriangle;
import org.ccdas.observe.normal.NormalSystem;
import org.ccdas.observe.normal.ObservationGroup;
import org.ccdas.observe.normal.QuadraticForm;
import org.ccdas.transport.BackgroundFluxes;
import org.junit.jupiter.api.Test;

/** Two stations of the misfit and one that is only modelled, two months each. */
class Co2OperatorTest {
  private static final MonthAxis WINDOW = new MonthAxis(YearMonth.of(2011, 5), 2);
  private static final double[] BACKGROUND = {0, 0.1, 0.2, 0.3, 0.4, 0.5};
  private static final ControlVector CONTROL =
      ControlVectorFile.standard().withPrior(ControlVectorFile.CO2_OFFSET, 390);
  private static final int OFFSET = CONTROL.indexOf(ControlVectorFile.CO2_OFFSET).orElseThrow();
  private static final Co2Operator OPERATOR = operator(WINDOW, BACKGROUND);
  private static final RespirationColumns COLUMNS = RespirationColumns.of(CONTROL);
  private static final double[] LAND = {1, 2, 3, 4, 5, 6};

  /** The land without respiration, and thirteen columns of it. */
  private static final double[] SHARE = share(LAND, 9);

  private static double[] share(double[] base, long seed) {
    double[] share = new NormalStream(seed).next(6 * 14);
    System.arraycopy(base, 0, share, 0, 6);
    return share;
  }

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
  void addsOffsetBackgroundAndRespirationTimesItsFactors() {
    double[] x = new double[CONTROL.size()];
    double[] land = Arrays.copyOf(LAND, 14 * 6);
    // offset 390 with sigma 1
    assertThat(OPERATOR.modelled(CONTROL, x, land))
        .containsExactly(new double[] {391, 392.1, 393.2, 394.3, 395.4, 396.5}, within(1e-12));
    x[OFFSET] = 1.5;
    assertThat(OPERATOR.modelled(CONTROL, x, land)[0]).isCloseTo(392.5, within(1e-12));
    // column 3 is that of the third type
    land[3 * 6] = -2;
    int third = COLUMNS.element(2);
    assertThat(CONTROL.parameter(third).label()).isEqualTo("beta TmpEv");
    assertThat(OPERATOR.modelled(CONTROL, x, land)[0]).isCloseTo(390.5, within(1e-12));
    x[third] = 1;
    // beta = 1.25
    assertThat(OPERATOR.modelled(CONTROL, x, land)[0]).isCloseTo(390, within(1e-12));
  }

  @Test
  void thirteenFactorsAndTheOffsetEnterLinearly() {
    List<String> affine =
        CONTROL.parameters().stream()
            .filter(p -> OPERATOR.dependence(p) == Dependence.AFFINE)
            .map(p -> p.symbol())
            .toList();
    assertThat(affine).hasSize(14).containsOnly("beta", "c0");
    assertThat(CONTROL.parameters())
        .filteredOn(p -> OPERATOR.dependence(p) == Dependence.NONE)
        .isEmpty();
  }

  private static int[] linear() {
    return IntStream.range(0, CONTROL.size())
        .filter(i -> OPERATOR.dependence(CONTROL.parameter(i)) == Dependence.AFFINE)
        .toArray();
  }

  /** The share is held: the misfit depends on x through offset and factors alone. */
  @Test
  void theMisfitIsTheQuadraticForm() {
    double[] x = point();
    int[] linear = linear();
    QuadraticForm form = OPERATOR.misfit(CONTROL, x, SHARE, linear);
    double[] slope = form.gradient();
    double[] derivative = CONTROL.derivative(x);
    double step = 1e-4;
    for (int k = 0; k < linear.length; k++) {
      double[] up = x.clone();
      double[] down = x.clone();
      up[linear[k]] += step;
      down[linear[k]] -= step;
      double difference = (cost(up) - cost(down)) / (2 * step);
      assertThat(slope[k] * derivative[linear[k]])
          .isCloseTo(difference, within(1e-6 * (1 + Math.abs(difference))));
    }
    double[] other = x.clone();
    double[] drawn = new NormalStream(12).next(linear.length);
    for (int k = 0; k < linear.length; k++) {
      other[linear[k]] = drawn[k];
    }
    double[] physical = CONTROL.physical(other);
    double[] b = Arrays.stream(linear).mapToDouble(i -> physical[i]).toArray();
    assertThat(form.at(b)).isCloseTo(cost(other), within(1e-11 * cost(other)));
    assertThat(form.value()).isCloseTo(cost(x), within(1e-13 * cost(x)));
  }

  @Test
  void theBarOfTheShareIsThatOfCentralDifferences() {
    double[] x = point();
    double[] bar = OPERATOR.shareBar(CONTROL, x, OPERATOR.bar(modelled(x)));
    assertThat(bar).hasSameSizeAs(SHARE);
    for (int i = 0; i < bar.length; i++) {
      double[] up = SHARE.clone();
      double[] down = SHARE.clone();
      up[i] += 1e-3;
      down[i] -= 1e-3;
      double difference =
          (OPERATOR.cost(OPERATOR.modelled(CONTROL, x, up))
                  - OPERATOR.cost(OPERATOR.modelled(CONTROL, x, down)))
              / 2e-3;
      assertThat(bar[i]).isCloseTo(difference, within(1e-7 * (1 + Math.abs(difference))));
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
  void tangentIsThatOfCentralDifferences() {
    double[] x = point();
    double[] direction = new NormalStream(13).next(x.length);
    double[] shareDot = share(new double[] {6, 5, 4, 3, 2, 1}, 14);
    double[] tangent = OPERATOR.modelledTangent(CONTROL, x, direction, SHARE, shareDot);
    double step = 1e-4;
    double[][] ends = new double[2][];
    for (int end = 0; end < 2; end++) {
      double length = end == 0 ? -step : step;
      double[] moved = x.clone();
      double[] share = SHARE.clone();
      Arrays.setAll(moved, i -> x[i] + length * direction[i]);
      Arrays.setAll(share, i -> SHARE[i] + length * shareDot[i]);
      ends[end] = OPERATOR.modelled(CONTROL, moved, share);
    }
    for (int i = 0; i < tangent.length; i++) {
      assertThat(tangent[i]).isCloseTo((ends[1][i] - ends[0][i]) / (2 * step), within(1e-6));
    }
  }

  /** Columns of the systems are those of tangents, and the systems quadratic in the tangent. */
  @Test
  void systemsHaveLandFactorsAndOffset() {
    double[] x = point();
    int n = x.length;
    double[] jacobian = new NormalStream(6).next(OPERATOR.jacobianLength(CONTROL));
    for (int k = 0; k < COLUMNS.count(); k++) {
      System.arraycopy(SHARE, (1 + k) * 6, jacobian, COLUMNS.element(k) * 6, 6);
    }
    NormalSystem normal = new NormalSystem(n, OPERATOR.systems(CONTROL, x, modelled(x), jacobian));
    assertThat(normal.groups())
        .extracting(GroupSystem::group)
        .containsExactly(
            new ObservationGroup("co2", "BRW", 0), new ObservationGroup("co2", "MLO", 0));
    double[] v = Arrays.stream(new NormalStream(7).next(n)).map(e -> 0.1 * e).toArray();
    double[] shareDot = new double[SHARE.length];
    double slope = 0;
    for (int i = 0; i < n; i++) {
      slope += normal.gradient()[i] * v[i];
      if (i == OFFSET || COLUMNS.column(i) >= 0) {
        continue;
      }
      for (int c = 0; c < 6; c++) {
        shareDot[c] += jacobian[i * 6 + c] * v[i];
        for (int k = 0; k < COLUMNS.count(); k++) {
          int pair = COLUMNS.pair(k, i);
          shareDot[(1 + k) * 6 + c] += pair < 0 ? 0 : jacobian[(n + pair) * 6 + c] * v[i];
        }
      }
    }
    double[] dot = OPERATOR.modelledTangent(CONTROL, x, v, SHARE, shareDot);
    double[] moved = modelled(x);
    Arrays.setAll(moved, c -> moved[c] + dot[c]);
    double expected = OPERATOR.cost(moved);
    double predicted = normal.cost() + slope + LowerTriangle.quadratic(normal.hessian(), v) / 2;
    assertThat(predicted).isCloseTo(expected, within(1e-10 * expected));
    assertThat(normal.cost()).isCloseTo(cost(x), within(1e-12 * cost(x)));
    assertThat(Math.abs(expected - cost(x))).isGreaterThan(1);
  }

  /** A flux of 2 PgC a year that is known to 0.5: sigma is 0.25. */
  @Test
  void anUncertainBackgroundFluxHasAFactor() {
    double[] monthly = new double[2 * 2];
    Arrays.fill(monthly, 1e12);
    BackgroundFluxes.Component flux = new BackgroundFluxes.Component("fossil", monthly);
    Parameter parameter = BackgroundFactor.parameter(flux, WINDOW, 0.5);
    assertThat(parameter.symbol()).isEqualTo("f_fossil");
    assertThat(parameter.prior()).isEqualTo(1);
    assertThat(parameter.sigma()).isCloseTo(0.25, within(1e-12));
    assertThatThrownBy(() -> BackgroundFactor.parameter(flux, WINDOW, 50))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("background fossil, uncertainty");

    ControlVector control = CONTROL.with(List.of(parameter));
    int element = control.size() - 1;
    assertThat(control.parameter(element).number()).isEqualTo(102);
    double[] own = {0, 0.4, 0.8, 1.2, 1.6, 2};
    Co2Operator uncertain =
        new Co2Operator(OPERATOR.term(), BACKGROUND, List.of(new BackgroundFactor(parameter, own)));
    assertThat(uncertain.dependence(control.parameter(element))).isEqualTo(Dependence.AFFINE);
    assertThat(OPERATOR.dependence(control.parameter(element))).isEqualTo(Dependence.NONE);
    double[] x = Arrays.copyOf(point(), control.size());
    double[] prior = uncertain.modelled(control, x, SHARE);
    assertThat(prior).containsExactly(modelled(Arrays.copyOf(x, element)), within(1e-12));
    x[element] = 2;
    double[] changed = uncertain.modelled(control, x, SHARE);
    double[] direction = new double[x.length];
    direction[element] = 1;
    double[] tangent =
        uncertain.modelledTangent(control, x, direction, SHARE, new double[SHARE.length]);
    for (int i = 0; i < own.length; i++) {
      // f = 1.5
      assertThat(changed[i] - prior[i]).isCloseTo(0.5 * own[i], within(1e-12));
      assertThat(tangent[i]).isCloseTo(0.25 * own[i], within(1e-12));
    }
    double slope = uncertain.misfit(control, x, SHARE, new int[] {element}).gradient()[0] * 0.25;
    double[] bar = uncertain.bar(changed);
    double expected = 0;
    for (int i = 0; i < own.length; i++) {
      expected += bar[i] * tangent[i];
    }
    assertThat(slope).isCloseTo(expected, within(1e-12 * Math.abs(expected)));
    double[] jacobian = new double[uncertain.jacobianLength(control)];
    NormalSystem normal =
        new NormalSystem(x.length, uncertain.systems(control, x, changed, jacobian));
    assertThat(normal.gradient()[element]).isCloseTo(expected, within(1e-12 * Math.abs(expected)));
  }

  @Test
  void pairsAreThoseThatMeetOnATile() {
    int factor = COLUMNS.column(index("beta TrEv"));
    assertThat(COLUMNS.pair(factor, index("Vm25 TrEv"))).isNotNegative();
    assertThat(COLUMNS.pair(factor, index("Vm25 TrDec"))).isEqualTo(-1);
    assertThat(COLUMNS.pair(factor, index("kappa global"))).isNotNegative();
    assertThat(COLUMNS.pair(factor, index("beta TrEv"))).isEqualTo(-1);
    assertThat(COLUMNS.pair(factor, OFFSET)).isEqualTo(-1);
    assertThat(COLUMNS.column(OFFSET)).isEqualTo(-1);
  }

  private static int index(String label) {
    return CONTROL.parameters().stream()
            .filter(p -> p.label().equals(label))
            .findFirst()
            .orElseThrow()
            .number()
        - 1;
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
    assertThat(operator(WINDOW, new double[4]).shareLength(CONTROL)).isEqualTo(4 * 14);
    assertThat(OPERATOR.shareLength(CONTROL)).isEqualTo(6 * 14);
    ControlVector one = CONTROL.select(p -> p.label().equals("beta TrEv"));
    assertThat(OPERATOR.shareLength(one)).isEqualTo(2 * 6);
    assertThat(OPERATOR.jacobianLength(one)).isEqualTo(6);
    assertThat(OPERATOR.jacobianLength(CONTROL)).isEqualTo(6 * (101 + COLUMNS.pairs()));
  }

  @Test
  void refusesWhatDoesNotFit() {
    assertThatThrownBy(() -> OPERATOR.modelled(CONTROL, point(), new double[5]))
        .hasMessage("5 values of concentrations, expected 84");
    assertThatThrownBy(
            () -> OPERATOR.modelledTangent(CONTROL, point(), point(), SHARE, new double[7]))
        .hasMessage("7 values of concentrations, expected 84");
    ControlVector none = CONTROL.select(p -> !p.symbol().equals(ControlVectorFile.CO2_OFFSET));
    assertThatThrownBy(() -> OPERATOR.modelled(none, new double[none.size()], SHARE))
        .hasMessage("The control vector has no offset c0");
  }
}
