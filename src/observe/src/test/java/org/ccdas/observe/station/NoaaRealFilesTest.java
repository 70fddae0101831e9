package org.ccdas.observe.station;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.time.YearMonth;
import java.util.Set;
import org.ccdas.inputs.RealData;
import org.ccdas.inputs.file.Location;
import org.junit.jupiter.api.Test;

class NoaaRealFilesTest {
  @Test
  void monthlyFiles() {
    Path folder = RealData.require("co2_flask/noaa_monthly");
    StationRecord grim =
        RecordFiles.read(
                Location.of(folder.resolve("co2_cgo_surface-flask_1_ccgg_month.txt")),
                RecordFormat.NOAA_MONTHLY,
                Set.of())
            .record();
    assertThat(grim.code()).isEqualTo("CGO");
    assertThat(grim.months()).hasSize(393);
    assertThat(grim.co2(YearMonth.of(2016, 12))).hasValue(400.99);
    StationRecord mace =
        RecordFiles.read(
                Location.of(folder.resolve("co2_mhd_surface-flask_1_ccgg_month.txt")),
                RecordFormat.NOAA_MONTHLY,
                Set.of())
            .record();
    assertThat(mace.months()).hasSize(307);
    assertThat(mace.co2(YearMonth.of(1991, 7))).hasValue(351.54);
  }

  @Test
  void eventFile() {
    Reading mauna =
        RecordFiles.read(
            Location.of(
                RealData.require("co2_flask/noaa_event")
                    .resolve("co2_mlo_surface-flask_1_ccgg_event_to_2009.txt")),
            RecordFormat.NOAA_EVENT,
            Set.of());
    SampleCounts counts = mauna.samples().orElseThrow();
    assertThat(counts.read()).isEqualTo(7857);
    assertThat(counts.missing() + counts.rejected()).isEqualTo(635 + 65);
    assertThat(counts.notBackground()).isEqualTo(158);
    assertThat(counts.outliers()).isBetween(1, 150);
    // published annual mean of 2009 at Mauna Loa, on another scale: 387.4 ppm
    double mean =
        mauna.record().months().stream()
            .filter(m -> m.month().getYear() == 2009)
            .mapToDouble(MonthlyMean::co2)
            .average()
            .orElseThrow();
    assertThat(mean).isCloseTo(387.4, within(0.7));
  }
}
