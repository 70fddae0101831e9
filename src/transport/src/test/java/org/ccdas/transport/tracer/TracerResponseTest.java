package org.ccdas.transport.tracer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.ccdas.inputs.file.Location;
import org.ccdas.inputs.station.StationTable;
import org.ccdas.inputs.time.MonthAxis;
import org.ccdas.transport.CarbonUnits;
import org.ccdas.transport.Receptor;
import org.ccdas.transport.Response;
import org.ccdas.transport.TransportOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TracerResponseTest {
  /**
   * Responses that are kept are told apart by the number of the scheme: where these numbers change,
   * {@link TracerModel#SCHEME} must rise, and they are written anew.
   */
  @Test
  void theSchemeHasItsNumber() {
    assertThat(TracerModel.SCHEME).isEqualTo(1);
    Response response = TracerResponse.of(MODEL, STATIONS, 2);
    double[] weights = new double[] {1, 2, 3};
    double sum = 0;
    for (int s = 0; s < STATIONS.size(); s++) {
      for (int start = 0; start < 12; start++) {
        for (int region = 0; region < 768; region++) {
          sum += response.value(s, start, 1, region) * weights[(region + start) % 3];
        }
      }
    }
    assertThat(sum).isCloseTo(1.946239043221437e-9, within(1e-19));
  }

  private static final int LAGS = 4;
  private static final TracerModel MODEL = TracerModel.standard();
  private static final List<Receptor> STATIONS =
      Stream.of("MHD", "SMO")
          .map(code -> Receptor.of(StationTable.standard().station(code)))
          .toList();

  @Test
  void givesWhatARunGives() {
    Response response = TracerResponse.of(MODEL, STATIONS, LAGS);
    // four months of fluxes: all within the lags
    MonthAxis months = new MonthAxis(YearMonth.of(2011, 11), LAGS);
    TransportOperator operator = new TransportOperator(response, months, months);
    SplittableRandom random = new SplittableRandom(3);
    double[] flux = random.doubles(operator.fluxSize(), -1e12, 3e12).toArray();
    double[] c = operator.concentrations(flux);

    TracerGrid grid = MODEL.grid();
    double[] state = new double[grid.cells()];
    for (int k = 0; k < LAGS; k++) {
      double[] rise = new double[grid.columns()];
      for (int column = 0; column < rise.length; column++) {
        // the mass of the calendar month within the model's twelfth of a year
        rise[column] =
            CarbonUnits.wellMixed(flux[column * LAGS + k]) * CarbonUnits.years(months, k) * 12;
      }
      double[] mean = MODEL.advance(months.at(k).getMonthValue(), state, rise, 1);
      for (int s = 0; s < STATIONS.size(); s++) {
        double expected = 0;
        double[] weights = MODEL.weights(STATIONS.get(s));
        for (int cell = 0; cell < weights.length; cell++) {
          expected += weights[cell] * mean[cell];
        }
        assertThat(c[s * LAGS + k]).isEqualTo(expected, within(1e-10 * Math.abs(expected)));
      }
    }
  }

  @Test
  void partsOfMonthsComeBackFromFiles(@TempDir Path folder) throws IOException {
    MonthResponse part = MonthResponse.of(MODEL, STATIONS, 3, 2);
    Location file = Location.of(folder.resolve("part.nc"));
    MonthResponseFile.write(file, part);
    MonthResponse read = MonthResponseFile.read(file, 3);
    assertThat(read.values()).isDeepEqualTo(part.values());
    assertThat(read.month()).isEqualTo(3);
  }

  @Test
  void namesOfPartsTellModelsApart() {
    String name = MonthResponse.name(TracerSetup.standard(), STATIONS, 3, 48);
    assertThat(name).startsWith("month-03-");
    TracerSetup other =
        new TracerSetup(1, new ClimatologicalCirculation(), new MixingConstants(1e6, 1e6, 1, 1));
    assertThat(MonthResponse.name(other, STATIONS, 3, 48)).isNotEqualTo(name);
    assertThat(MonthResponse.name(TracerSetup.standard(), STATIONS.subList(0, 1), 3, 48))
        .isNotEqualTo(name);
  }
}
