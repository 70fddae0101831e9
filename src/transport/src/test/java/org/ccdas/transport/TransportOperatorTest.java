package org.ccdas.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.ccdas.inputs.InputException;
import org.ccdas.inputs.LinearOperatorContract;
import org.ccdas.inputs.station.Station;
import org.ccdas.inputs.station.StationTable;
import org.ccdas.inputs.time.MonthAxis;
import org.junit.jupiter.api.Test;

class TransportOperatorTest extends LinearOperatorContract {
  private static final MonthAxis FLUXES =
      MonthAxis.of(YearMonth.of(2008, 1), YearMonth.of(2015, 12));
  private static final MonthAxis WINDOW =
      MonthAxis.of(YearMonth.of(2010, 1), YearMonth.of(2015, 12));
  private static final List<Station> STATIONS =
      Stream.of("BRW", "MLO", "SPO").map(StationTable.standard()::station).toList();
  private static final ZonalBox MODEL = new ZonalBox();
  private static final Response RESPONSE = MODEL.response(STATIONS);
  private static final TransportOperator OPERATOR = new TransportOperator(RESPONSE, FLUXES, WINDOW);

  @Override
  protected LinearMap operator() {
    return new LinearMap(
        OPERATOR.fluxSize(),
        OPERATOR.concentrationSize(),
        OPERATOR::concentrations,
        OPERATOR::adjoint);
  }

  /** Fluxes in PgC yr-1 by month and band, as the operator's vector in kgC yr-1. */
  private static double[] vector(double[][] sources) {
    double[] flux = new double[ZonalBox.BANDS * FLUXES.count()];
    for (int month = 0; month < FLUXES.count(); month++) {
      for (int band = 0; band < ZonalBox.BANDS; band++) {
        flux[band * FLUXES.count() + month] = sources[month][band] * 1e12;
      }
    }
    return flux;
  }

  private static double[][] random(int months) {
    SplittableRandom random = new SplittableRandom(2);
    double[][] sources = new double[months][];
    for (int month = 0; month < months; month++) {
      sources[month] = random.doubles(ZonalBox.BANDS, -2, 3).toArray();
    }
    return sources;
  }

  /** Sources of the box model whose months of 1/12 year hold the mass of calendar months. */
  private static double[][] stretched(double[][] sources) {
    double[][] result = new double[sources.length][];
    for (int month = 0; month < sources.length; month++) {
      double factor = 12 * FLUXES.days(month) / 365.0;
      result[month] = Arrays.stream(sources[month]).map(s -> s * factor).toArray();
    }
    return result;
  }

  /** Spec section 16.2: c - c0 is the box model's concentration less all that came before. */
  @Test
  void equalsTheBoxModelAsFarAsTheLagsReach() {
    double[][] sources = random(FLUXES.count());
    double[][] inLags = stretched(sources);
    double before = 0;
    for (int month = 0; month < 24; month++) {
      before += Arrays.stream(inLags[month]).sum() / 12 / 2.123;
    }
    double[][] direct = MODEL.run(inLags, 1, STATIONS).concentrations();
    double[] c = OPERATOR.concentrations(vector(sources));
    for (int s = 0; s < 3; s++) {
      // the first 24 months of the window lie within 48 lags of all fluxes: no tail yet
      for (int t = 0; t < 24; t++) {
        assertThat(c[s * 72 + t]).isCloseTo(direct[s][24 + t] - before, within(1e-10));
      }
      // later the oldest months are taken as well mixed: at 48 lags the lower layers still hold
      // 1.1 percent more than the stratosphere lets them in the end
      double old = 0;
      for (int t = 24; t < 72; t++) {
        old += Math.abs(Arrays.stream(inLags[t - 24]).sum()) / 12 / 2.123;
        assertThat(c[s * 72 + t]).isCloseTo(direct[s][24 + t] - before, within(0.011 * old));
      }
    }
  }

  @Test
  void oldFluxesBecomeTheGlobalMeanExactly() {
    double[][] sources = new double[FLUXES.count()][ZonalBox.BANDS];
    // March 2010 in one band: 31 days of 6 PgC yr-1
    sources[26][13] = 6;
    double[] c = OPERATOR.concentrations(vector(sources));
    double mixed = 6 * 31 / 365.0 / 2.123;
    for (int s = 0; s < 3; s++) {
      assertThat(c[s * 72 + 1]).isZero();
      // lag 47 is the last of the response, lag 48 the first of the tail
      assertThat(c[s * 72 + 2 + 47]).isCloseTo(mixed, within(0.02 * mixed)).isNotEqualTo(mixed);
      assertThat(c[s * 72 + 2 + 48]).isCloseTo(mixed, within(1e-12));
      assertThat(c[s * 72 + 71]).isCloseTo(mixed, within(1e-12));
    }
  }

  @Test
  void fluxesBeforeTheWindowOnlyShapeTheGradients() {
    double[][] sources = new double[FLUXES.count()][ZonalBox.BANDS];
    sources[23][13] = 6;
    double[] c = OPERATOR.concentrations(vector(sources));
    double mixed = 6 * 31 / 365.0 / 2.123;
    assertThat(c[0]).as("BRW, the month after").isGreaterThan(0.5 * mixed);
    assertThat(c[2 * 72]).as("SPO, the month after").isCloseTo(-mixed, within(0.05 * mixed));
    assertThat(c[71]).isCloseTo(0, within(1e-12));
  }

  @Test
  void globalMeanRisesByTheMassEmitted() {
    double[][] sources = new double[FLUXES.count()][ZonalBox.BANDS];
    for (double[] month : sources) {
      Arrays.fill(month, 4.0 / 18);
    }
    double[] c = OPERATOR.concentrations(vector(sources));
    // 2015 against 2014: 365 days of 4 PgC yr-1; in earlier years the profile still builds up
    double rise = 4 / 2.123;
    for (int s = 0; s < 3; s++) {
      double first = Arrays.stream(c, s * 72 + 48, s * 72 + 60).average().orElseThrow();
      double later = Arrays.stream(c, s * 72 + 60, s * 72 + 72).average().orElseThrow();
      assertThat(later - first).isCloseTo(rise, within(2e-3 * rise));
    }
  }

  @Test
  void partsOfTheRegionsAddUp() {
    double[] flux = vector(random(FLUXES.count()));
    double[] whole = OPERATOR.concentrations(flux);
    double[] sum = new double[whole.length];
    for (int[] part :
        new int[][] {{0, 5, 17}, {1, 2, 3, 4}, {6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16}}) {
      double[] partFlux = new double[part.length * FLUXES.count()];
      for (int k = 0; k < part.length; k++) {
        System.arraycopy(
            flux, part[k] * FLUXES.count(), partFlux, k * FLUXES.count(), FLUXES.count());
      }
      double[] c =
          new TransportOperator(RESPONSE.restrictedTo(part), FLUXES, WINDOW)
              .concentrations(partFlux);
      for (int i = 0; i < c.length; i++) {
        sum[i] += c[i];
      }
    }
    assertThat(sum).containsExactly(whole, within(1e-11));
  }

  @Test
  void datedResponsesUseTheMonthTheyAreFor() {
    MonthAxis fluxes = new MonthAxis(YearMonth.of(2011, 3), 6);
    MonthAxis window = new MonthAxis(YearMonth.of(2011, 5), 4);
    MonthAxis starts = new MonthAxis(YearMonth.of(2011, 1), 12);
    Response response = ResponseTest.example(new StartMonths.Dated(starts));
    TransportOperator operator = new TransportOperator(response, fluxes, window);
    double[] flux = new double[operator.fluxSize()];
    // June 2011, region 1: index 3 of the fluxes, 5 of the starts
    flux[6 + 3] = 1e12;
    double[] c = operator.concentrations(flux);
    double stretch = 30 / 365.0 / response.duration(5);
    assertThat(c[4]).isZero();
    assertThat(c[5]).isCloseTo(1e12 * stretch * response.value(1, 5, 0, 1), within(1e-12));
    assertThat(c[6]).isCloseTo(1e12 * stretch * response.value(1, 5, 1, 1), within(1e-12));
  }

  @Test
  void refusesMonthsThatTheResponseLacks() {
    Response response =
        ResponseTest.example(new StartMonths.Dated(new MonthAxis(YearMonth.of(2011, 1), 12)));
    assertThatThrownBy(() -> new TransportOperator(response, FLUXES, WINDOW))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("no fluxes of 2008-01");
    assertThatThrownBy(() -> new TransportOperator(RESPONSE, WINDOW, FLUXES))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("not within the fluxes");
    assertThatThrownBy(() -> OPERATOR.concentrations(new double[5]))
        .hasMessageContaining("5 fluxes");
  }

  @Test
  void severalFluxesAtOnceGiveTheConcentrationsOfEach() {
    int columns = 5;
    SplittableRandom random = new SplittableRandom(8);
    double[][] rows = new double[OPERATOR.fluxSize()][];
    Arrays.setAll(rows, k -> random.doubles(columns, -1e12, 2e12).toArray());
    double[][] together = OPERATOR.concentrations(rows);
    assertThat(together.length).isEqualTo(OPERATOR.concentrationSize());
    for (int j = 0; j < columns; j++) {
      int column = j;
      double[] flux = Arrays.stream(rows).mapToDouble(row -> row[column]).toArray();
      double[] alone = OPERATOR.concentrations(flux);
      assertThat(Arrays.stream(alone).map(Math::abs).max().orElseThrow()).isGreaterThan(1);
      for (int k = 0; k < alone.length; k++) {
        assertThat(together[k][column])
            .isCloseTo(alone[k], within(1e-12 * (1 + Math.abs(alone[k]))));
      }
    }
    assertThatThrownBy(() -> OPERATOR.concentrations(new double[3][columns]))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
