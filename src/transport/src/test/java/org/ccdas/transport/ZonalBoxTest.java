package org.ccdas.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.ccdas.inputs.station.Station;
import org.ccdas.inputs.station.StationTable;
import org.junit.jupiter.api.Test;

class ZonalBoxTest {
  private static final ZonalBox MODEL = new ZonalBox();
  private static final List<Station> STATIONS =
      Stream.of("BRW", "MLO", "SMO", "SPO").map(StationTable.standard()::station).toList();

  private static double[][] pulse(int months, int month, int band, double pgc) {
    double[][] sources = new double[months][ZonalBox.BANDS];
    // 1 PgC within a month is a rate of 12 PgC yr-1
    sources[month][band] = 12 * pgc;
    return sources;
  }

  private static double[] fossil(double total) {
    double[] shares = {.03, .03, .01, .03, .04, .08, .17, .31, .17, .11, .02};
    double[] source = new double[ZonalBox.BANDS];
    for (int i = 0; i < shares.length; i++) {
      source[5 + i] = total * shares[i];
    }
    return source;
  }

  private static double[][] steady(double[] source, int months) {
    double[][] sources = new double[months][];
    Arrays.fill(sources, source);
    return sources;
  }

  @Test
  void pulseFollowsTheReference() throws IOException {
    ZonalBox.Run run = MODEL.run(pulse(24, 0, 13, 1), 1, STATIONS);
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                ZonalBoxTest.class.getResourceAsStream("zonalbox-pulse.csv"),
                StandardCharsets.UTF_8))) {
      List<String> lines = reader.lines().filter(line -> !line.startsWith("#")).toList();
      assertThat(lines).hasSize(25);
      assertThat(lines.get(0)).isEqualTo("BRW,MLO,SMO,SPO");
      for (int month = 0; month < 24; month++) {
        String[] expected = lines.get(month + 1).split(",", -1);
        for (int s = 0; s < 4; s++) {
          double reference = Double.parseDouble(expected[s]);
          assertThat(run.concentrations()[s][month])
              .isCloseTo(reference, within(1e-8 * reference + 1e-9));
        }
      }
    }
    assertThat(run.globalMean()).isCloseTo(0.4710315591, within(1e-10));
  }

  @Test
  void keepsMass() {
    SplittableRandom random = new SplittableRandom(5);
    double[][] sources = new double[40][];
    double emitted = 0;
    for (int month = 0; month < sources.length; month++) {
      sources[month] = random.doubles(ZonalBox.BANDS, -1, 3).toArray();
      emitted += Arrays.stream(sources[month]).sum() / 12;
    }
    ZonalBox.Run run = MODEL.run(sources, 5, STATIONS);
    assertThat(run.globalMean()).isCloseTo(emitted / 2.123, within(1e-12 * emitted));
  }

  @Test
  void aPulseEndsUpEverywhereTheSame() {
    ZonalBox.Run run = MODEL.run(pulse(240, 0, 3, 2.123), 1, STATIONS);
    for (double c : run.end()) {
      assertThat(c).isCloseTo(1, within(1e-4));
    }
  }

  @Test
  void adjointRunIsTheTransposeOfTheForwardRun() {
    SplittableRandom random = new SplittableRandom(8);
    int months = 30;
    double[][] sources = new double[months][];
    for (int month = 0; month < months; month++) {
      sources[month] = random.doubles(ZonalBox.BANDS, -1, 1).toArray();
    }
    int firstMonth = 4;
    ZonalBox.Run run = MODEL.run(sources, firstMonth, STATIONS);
    int target = (firstMonth - 1 + months - 1) % 12 + 1;
    for (int s = 0; s < STATIONS.size(); s++) {
      double[][] bar = MODEL.adjoint(STATIONS.get(s), target, months);
      double sum = 0;
      for (int lag = 0; lag < months; lag++) {
        for (int band = 0; band < ZonalBox.BANDS; band++) {
          sum += bar[lag][band] * sources[months - 1 - lag][band];
        }
      }
      double forward = run.concentrations()[s][months - 1];
      assertThat(forward).isNotZero();
      assertThat(sum).isCloseTo(forward, within(1e-12));
    }
  }

  @Test
  void responseByTransposeEqualsResponseByPulses() {
    Response response = MODEL.response(STATIONS);
    assertThat(response.lags()).isEqualTo(48);
    for (int start : new int[] {0, 6, 11}) {
      for (int band : new int[] {0, 9, 13, 17}) {
        ZonalBox.Run run = MODEL.run(pulse(48, 0, band, 1.0 / 12), start + 1, STATIONS);
        for (int s = 0; s < STATIONS.size(); s++) {
          for (int lag = 0; lag < 48; lag++) {
            double forward = run.concentrations()[s][lag];
            assertThat(1e12 * response.value(s, start, lag, band))
                .isCloseTo(forward, within(1e-13 + 1e-11 * forward));
          }
        }
      }
    }
  }

  /** Spec section 16.3: fossil 9.3 PgC yr-1 gives BRW-SPO 5.6 and MLO-SPO 4.5 ppm. */
  @Test
  void fossilEmissionsMakeTheKnownGradients() {
    ZonalBox.Run run = MODEL.run(steady(fossil(9.3), 120), 1, STATIONS);
    double[] mean = new double[4];
    for (int s = 0; s < 4; s++) {
      mean[s] = Arrays.stream(run.concentrations()[s], 108, 120).average().orElseThrow();
    }
    assertThat(mean[0] - mean[3]).isCloseTo(5.6, within(0.05));
    assertThat(mean[1] - mean[3]).isCloseTo(4.5, within(0.05));
  }

  /**
   * Spec section 16.3: exchange time 0.8 yr. In the steady state half the difference of the
   * hemispheres' emissions crosses the equator: tau = M_h (c_N - c_S)/((s_N - s_S)/2), with M_h =
   * 2.123/2 PgC ppm-1 and hemispheric means over the whole column.
   */
  @Test
  void hemispheresExchangeInEightTenthsOfAYear() {
    double[] source = fossil(9.3);
    double[] mass = ZonalExchange.mass();
    double difference = 0;
    for (int last = 109; last <= 120; last++) {
      double[] end = MODEL.run(steady(source, last), 1, STATIONS).end();
      for (int box = 0; box < end.length; box++) {
        difference += (box % 18 < 9 ? -1 : 1) * 2 * mass[box] * end[box] / 12;
      }
    }
    double north = Arrays.stream(source, 9, 18).sum();
    double south = Arrays.stream(source, 0, 9).sum();
    double years = 2.123 / 2 * difference / ((north - south) / 2);
    assertThat(years).isCloseTo(0.8, within(0.05));
  }

  /** At the last lag the lower layers are even, and 1 percent above the whole atmosphere. */
  @Test
  void longLagsAreNearlyWellMixed() {
    Response response = MODEL.response(STATIONS);
    double mixed = CarbonUnits.wellMixed(1.0 / 12);
    for (int s = 0; s < 4; s++) {
      for (int start = 0; start < 12; start++) {
        for (int band = 0; band < 18; band++) {
          assertThat(response.value(s, start, 47, band) / mixed).isBetween(1.009, 1.011);
        }
      }
    }
  }

  @Test
  void stationsBeyondTheLastCentreSeeTheLastBand() {
    Station south = STATIONS.get(3).at(-87, 0, 0);
    Station pole = STATIONS.get(3).at(-90, 0, 0);
    double[][] sources = pulse(6, 0, 2, 1);
    double[][] c = MODEL.run(sources, 1, List.of(south, pole)).concentrations();
    assertThat(c[0]).isEqualTo(c[1]);
    assertThat(c[0][5]).isPositive();
  }

  @Test
  void bandsCoverTheGlobeOnce() {
    List<TransportRegion> regions = ZonalBox.regions();
    assertThat(regions).extracting(TransportRegion::name).startsWith("85S", "75S").endsWith("85N");
    assertThat(regions.stream().mapToDouble(r -> r.box().area()).sum())
        .isCloseTo(4 * Math.PI * Math.pow(6.371e6, 2), within(1e3));
  }
}
