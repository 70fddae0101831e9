package org.ccdas.observe.station;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.ccdas.inputs.RealData;
import org.ccdas.inputs.file.Location;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WdcggMonthlyWriterTest {
  @TempDir Path folder;

  private static StationRecord random(SplittableRandom random) {
    List<MonthlyMean> months = new ArrayList<>();
    for (int i = 0; i < 72; i++) {
      if (random.nextInt(10) == 0) {
        continue;
      }
      boolean missing = random.nextInt(10) == 0;
      months.add(
          new MonthlyMean(
              YearMonth.of(2010, 1).plusMonths(i),
              missing ? Double.NaN : random.nextDouble(380, 420),
              missing ? -1 : random.nextInt(31),
              missing ? Double.NaN : random.nextDouble(),
              missing ? "*.." : "...",
              missing ? Quality.REJECTED : Quality.GOOD));
    }
    return new StationRecord(
        "XYZ",
        "Île synthétique",
        "synthetic world",
        new RecordPlace(
            random.nextDouble(-90, 90),
            random.nextDouble(-180, 180),
            random.nextInt(4000),
            Double.NaN),
        SamplingType.ofMonthly("surface-flask", StationRecord.meanSamples(months)),
        "surface-flask",
        "none",
        months);
  }

  @Test
  void writtenAndReadAgainIsEqual() throws IOException {
    SplittableRandom random = new SplittableRandom(7);
    for (int i = 0; i < 20; i++) {
      StationRecord record = random(random);
      Path file = folder.resolve("co2_xyz.txt");
      WdcggMonthlyWriter.write(Location.of(file), record);
      assertThat(RecordFiles.read(Location.of(file), RecordFormat.WDCGG, Set.of()).record())
          .isEqualTo(record);
    }
  }

  @Test
  void looksLikeTheRealFormat() throws IOException {
    Path file = folder.resolve("co2_xyz.txt");
    WdcggMonthlyWriter.write(Location.of(file), random(new SplittableRandom(1)));
    List<String> lines = Files.readAllLines(file);
    assertThat(lines.get(0)).isEqualTo("REM01  EXPLANATORY 16-LINE FOR THE MONTHLY DATA");
    assertThat(lines.get(15)).startsWith("REM16");
    assertThat(lines.get(16)).matches("2010 \\d\\d [0-9.]+ -99 .*");
  }

  @Test
  void realRecordsSurviveToo() throws IOException {
    Path real = RealData.require("co2_flask/wdcgg_monthly");
    for (String name : List.of("brw471n0.dat", "zep678n0.dat", "sey104s0.dat")) {
      StationRecord record =
          RecordFiles.read(Location.of(real.resolve(name)), RecordFormat.WDCGG, Set.of()).record();
      Path copy = folder.resolve(name);
      WdcggMonthlyWriter.write(Location.of(copy), record);
      assertThat(RecordFiles.read(Location.of(copy), RecordFormat.WDCGG, Set.of()).record())
          .isEqualTo(record);
    }
  }
}
