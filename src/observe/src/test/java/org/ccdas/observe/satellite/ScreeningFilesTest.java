package org.ccdas.observe.satellite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import org.ccdas.inputs.file.Location;
import org.ccdas.inputs.netcdf.NetcdfInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScreeningFilesTest {
  @TempDir Path folder;

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  @Test
  void countsByReason() {
    RejectionCounts counts =
        new RejectionCounts(
            "p", List.of("a", "b"), new long[] {30, 15}, new long[] {25, 10}, 200, 160, 4);
    assertThat(text(ScreeningFiles.counts(List.of(counts))))
        .isEqualTo(
            """
            product,reason,retrievals,rejected,rejected_alone,rejected_percent
            p,a,200,30,25,15.0000
            p,b,200,15,10,7.5000
            p,any,200,40,35,20.0000
            """);
  }

  @Test
  void noRetrievalsNoPercent() {
    RejectionCounts none =
        new RejectionCounts("p", List.of("a"), new long[1], new long[1], 0, 0, 1);
    assertThat(text(ScreeningFiles.counts(List.of(none)))).contains("p,any,0,0,0,\n");
  }

  @Test
  void quarantineIsQuotedWhereNeeded() {
    TreeMap<String, String> reasons = new TreeMap<>();
    reasons.put("b, c.nc", "says \"no\"");
    reasons.put("a.nc", "is empty");
    assertThat(text(ScreeningFiles.files(reasons)))
        .isEqualTo("file,reason\na.nc,is empty\n\"b, c.nc\",\"says \"\"no\"\"\"\n");
  }

  @Test
  void mapsOfTwoProducts() throws IOException {
    SoilMoistureGrid grid = SoilMoistureGrid.global(90, 180);
    Path path = folder.resolve("screening.nc");
    ScreeningFiles.writeMaps(
        Location.of(path),
        grid,
        List.of(
            new RejectionMap("p", List.of("a"), new int[] {1, 2, 3, 4}, new int[][] {{0, 1, 0, 2}}),
            new RejectionMap(
                "q", List.of("a"), new int[] {5, 0, 0, 0}, new int[][] {{5, 0, 0, 0}})));
    try (NetcdfInput input = NetcdfInput.open(Location.of(path))) {
      assertThat(input.variable("retrievals").read()).containsExactly(6, 2, 3, 4);
      assertThat(input.variable("rejected").read()).containsExactly(0, 1, 0, 2, 5, 0, 0, 0);
      assertThat(input.variable("rejected").shape()).containsExactly(2, 2, 2);
    }
  }
}
