package org.ccdas.report.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.ccdas.inputs.file.Location;
import org.ccdas.report.compared.ComparisonIndex;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ComparisonCsvTest {
  @TempDir private Path folder;

  private List<String> lines() throws IOException {
    SampleComparison sample = SampleComparison.write(folder);
    return ComparisonCsv.of(ComparisonIndex.read(Location.of(folder)), sample.runs())
        .lines()
        .toList();
  }

  @Test
  void hasAValueInEachRow() throws IOException {
    assertThat(lines())
        .startsWith(
            "member,quantity,item,data,year,value,sigma,unit",
            "prior,done,,,,1.0,,1",
            "one,done,,,,1.0,,1",
            "two,done,,,,1.0,,1",
            "gone,done,,,,0.0,,1")
        .contains(
            "prior,cost,total,,,100.0,,1",
            "one,cost,total,,,10.5,,1",
            "one,cost,co2,,,10.0,,1",
            "prior,NEP,north,,mean,0.0,2.0,PgC yr-1",
            "one,NEP,north,,mean,1.5,0.5,PgC yr-1",
            "one,NEP,globe,,2010,2.4,1.1,PgC yr-1",
            "prior,parameter,c0 global,,,0.0,1.0,prior standard deviations",
            "two,parameter,c0 global,,,0.1,0.9,prior standard deviations",
            "two,NEP,all land,,2010,2.4,,PgC")
        .noneMatch(line -> line.contains("NaN"))
        .allMatch(line -> line.split(",", -1).length == 8);
  }

  @Test
  void noValueIsThereTwice() throws IOException {
    assertThat(lines().stream().map(line -> line.split(",", -1)).map(c -> List.of(c).subList(0, 5)))
        .doesNotHaveDuplicates();
  }
}
