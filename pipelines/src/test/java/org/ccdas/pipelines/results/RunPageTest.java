package org.ccdas.pipelines.results;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.ccdas.inputs.file.Location;
import org.ccdas.pipelines.run.RunFolder;
import org.ccdas.report.Report;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page understands the files that a run really leaves. */
class RunPageTest {
  @TempDir private Path folder;

  @Test
  void showsTheRun() throws IOException {
    Results.write(SmallRun.outcome(), new RunFolder(Location.of(folder)));
    Path page = Report.write(Location.of(folder)).path();
    assertThat(page).isEqualTo(folder.toAbsolutePath().resolve("report.html"));
    String text = Files.readString(page, StandardCharsets.UTF_8).replaceAll("base64,[^\"]*", "");
    assertThat(text)
        .contains("101 process parameters", "6 land cells", "id=\"station-map\"")
        .contains("id=\"nep-change\"", "id=\"parameters\"")
        .doesNotContain("has no file parameters.nc", "has no file fluxes.nc", "NaN", "null");
  }
}
