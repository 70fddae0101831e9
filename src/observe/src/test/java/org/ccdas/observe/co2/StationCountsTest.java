package org.ccdas.observe.co2;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StationCountsTest {
  @TempDir private Path folder;

  @Test
  void observationsAreCountedByStationBandAndYear() throws IOException {
    Co2Observations observed = FlaskCase.write(folder).observations();
    Map<String, Map<Integer, Integer>> stations = StationCounts.byStation(observed.stations());
    Map<String, Map<Integer, Integer>> bands = StationCounts.byBand(observed.stations());
    int all = observed.operator().term().count();
    assertThat(all).isEqualTo(2 * (FlaskCase.MONTHS - 1));
    assertThat(sum(bands)).isEqualTo(all);
    assertThat(sum(stations)).isEqualTo(all + FlaskCase.MONTHS - 1);
    assertThat(stations).containsOnlyKeys("MLO", "BRW", "SPO (held out)");
    assertThat(stations.get("BRW")).containsOnly(Map.entry(2010, 11), Map.entry(2011, 2));
    assertThat(bands).containsOnlyKeys("60 N to 90 N", "0 to 30 N");
    List<String> table = StationCounts.table("CO2", bands);
    assertThat(table).hasSize(1 + bands.size());
    assertThat(table.get(0)).contains("CO2").endsWith("all");
  }

  private static int sum(Map<String, Map<Integer, Integer>> counts) {
    return counts.values().stream()
        .flatMap(years -> years.values().stream())
        .mapToInt(n -> n)
        .sum();
  }
}
