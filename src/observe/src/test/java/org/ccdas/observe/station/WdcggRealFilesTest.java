package org.ccdas.observe.station;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.ccdas.inputs.RealData;
import org.ccdas.inputs.file.Location;
import org.ccdas.inputs.station.Station;
import org.ccdas.inputs.station.StationTable;
import org.junit.jupiter.api.Test;

/** The reader on the real files of twenty stations. */
class WdcggRealFilesTest {
  private static Map<String, StationRecord> records() throws IOException {
    Path folder = RealData.require("co2_flask/wdcgg_monthly");
    Map<String, StationRecord> records = new TreeMap<>();
    try (Stream<Path> files = Files.list(folder)) {
      files.forEach(
          file -> {
            StationRecord record =
                RecordFiles.read(Location.of(file), RecordFormat.AUTO, Set.of()).record();
            records.put(record.code(), record);
          });
    }
    return records;
  }

  @Test
  void allTwentyStationsAreRead() throws IOException {
    Map<String, StationRecord> records = records();
    assertThat(records.keySet())
        .containsExactly(
            "ALT", "ASC", "AZR", "BRW", "CBA", "CGO", "EIC", "GMI", "KEY", "KUM", "MHD", "MID",
            "MLO", "PSA", "RPB", "SEY", "SHM", "SMO", "SPO", "ZEP");
    assertThat(records.values().stream().mapToInt(r -> r.months().size()).sum()).isEqualTo(8583);
    assertThat(
            records.values().stream()
                .flatMap(r -> r.months().stream())
                .filter(m -> !m.valid())
                .count())
        .isEqualTo(17);
  }

  @Test
  void valuesAndPlacesAreThoseOfTheFiles() throws IOException {
    Map<String, StationRecord> records = records();
    StationRecord alt = records.get("ALT");
    assertThat(alt.place().lat()).isEqualTo(82.5);
    assertThat(alt.place().lon()).isCloseTo(-62.333333, within(1e-6));
    assertThat(alt.place().elevation()).isEqualTo(210);
    assertThat(alt.months().get(0)).isEqualTo(MonthlyMean.of(YearMonth.of(1985, 6), 349.94));
    assertThat(records.get("SPO").place().lat()).isEqualTo(-90);
    List<MonthlyMean> brw = records.get("BRW").months();
    assertThat(brw.get(brw.size() - 1))
        .isEqualTo(new MonthlyMean(YearMonth.of(2017, 12), 411.16, 28, 1.04, "...", Quality.GOOD));
    assertThat(records.get("ZEP").name()).isEqualTo("Zeppelin Mountain (Ny Ålesund)");
    // The file breaks off within a letter of two bytes: neither encoding gives the name.
    assertThat(records.get("SEY").name()).startsWith("Mah");
    assertThat(records.get("CGO").contributor()).isEqualTo("CSIRO");
  }

  @Test
  void recordsThatLookContinuousAreLabelledInSitu() throws IOException {
    Map<String, StationRecord> records = records();
    List<String> inSitu =
        records.values().stream()
            .filter(r -> r.sampling() == SamplingType.IN_SITU)
            .map(StationRecord::code)
            .toList();
    assertThat(inSitu).containsExactly("BRW", "CGO", "MLO", "SMO", "SPO");
  }

  @Test
  void coverageOf2010To2015IsKnown() throws IOException {
    YearMonth first = YearMonth.of(2010, 1);
    YearMonth last = YearMonth.of(2015, 12);
    Map<String, Integer> gaps =
        Map.of("AZR", 42, "CBA", 65, "SHM", 68, "EIC", 69, "SMO", 70, "ZEP", 70, "GMI", 71);
    for (StationRecord record : records().values()) {
      assertThat(record.validBetween(first, last))
          .as(record.code())
          .isEqualTo(gaps.getOrDefault(record.code(), 72));
    }
  }

  @Test
  void everyStationOfTheRealRunHasAFile() throws IOException {
    Map<String, StationRecord> records = records();
    List<String> run =
        StationTable.standard().stations().stream()
            .filter(station -> station.note().startsWith("R10"))
            .map(Station::code)
            .toList();
    assertThat(run).hasSize(19);
    assertThat(records.keySet()).containsAll(run);
  }
}
