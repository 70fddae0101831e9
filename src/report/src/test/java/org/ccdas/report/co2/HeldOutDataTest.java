package org.ccdas.report.co2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.ccdas.report.comparison.SampleComparison;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HeldOutDataTest {
  @TempDir private Path folder;

  @Test
  void isWhatOneRunLeavesToAnother() throws IOException {
    List<StationRun> runs = StationRun.of(SampleComparison.write(folder).runs());
    List<HeldOutData> all = HeldOutData.of(runs);
    assertThat(all).extracting(data -> data.member().name()).containsExactly("prior", "one");
    // the prior leaves both stations, of which one lacks a month
    assertThat(all.get(0).month()).hasSize(36 + 35);
    assertThat(all.get(1).station()).hasSize(35).containsOnly(1);
    assertThat(all.get(1).rmse(runs.get(0))).isCloseTo(2, within(1e-9));
    assertThat(all.get(1).rmse(runs.get(1))).isCloseTo(0.1, within(1e-9));
    assertThat(all).extracting(HeldOutData::isFromAssimilatedStream).containsExactly(false, true);
    assertThat(all.get(1).sentence(runs))
        .isEqualTo(
            "On the 35 monthly CO₂ values that one holds out and another run assimilates, its RMSE"
                + " is 0.10 ppm, against 2.00 (prior), 0.10 (two).");
  }

  @Test
  void isNothingWhenAllRunsHaveTheSameData() throws IOException {
    SampleComparison sample = SampleComparison.write(folder);
    sample.run("one").assimilating(true, true);
    assertThat(HeldOutData.of(StationRun.of(sample.runs())))
        .extracting(data -> data.member().name())
        .containsExactly("prior");
  }
}
