package org.ccdas.pipelines.results;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.ccdas.inputs.file.Location;
import org.ccdas.pipelines.run.RunFolder;
import org.ccdas.pipelines.run.RunOutcome;
import org.ccdas.report.run.TwinErrors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultsTableTest {
  private static final RunFolder FOLDER = new RunFolder(Location.of("results"));

  private static String table(Optional<TwinErrors> twin) {
    return table(SmallRun.outcome(), twin);
  }

  private static String table(RunOutcome outcome, Optional<TwinErrors> twin) {
    StringWriter text = new StringWriter();
    ResultsTable.print(outcome, FOLDER, twin, new PrintWriter(text));
    return text.toString();
  }

  @Test
  void fitsAScreen() {
    List<String> lines = table(Optional.empty()).lines().toList();
    assertThat(lines).hasSizeBetween(35, 80).allMatch(line -> line.length() <= 110);
  }

  @Test
  void tellsTheCostAndWhyItEnded() {
    RunOutcome outcome = SmallRun.outcome();
    assertThat(table(Optional.empty()))
        .contains("Not converged after")
        .contains(outcome.minimiser().reason())
        .contains(String.format(Locale.ROOT, "%12.4f", outcome.posterior().cost()))
        .contains("prior, 1/2 |x|^2")
        .contains("chi-square of 26 values, CO2");
  }

  @Test
  void saysWhenTheWeatherTellsNothingOfYears() {
    assertThat(table(SmallRun.withClimatology(true), Optional.empty()))
        .contains(
            "The weather is the same in every year: these results carry no inter-annual signal.");
    assertThat(table(SmallRun.withClimatology(false), Optional.empty()))
        .doesNotContain("inter-annual");
    assertThat(table(Optional.empty())).doesNotContain("inter-annual");
  }

  @Test
  void stationsHeldOutComeLast() {
    String text = table(Optional.empty());
    assertThat(text.indexOf("MLO")).isPositive().isLessThan(text.indexOf("not assimilated:"));
    assertThat(text.indexOf("SPO")).isGreaterThan(text.indexOf("not assimilated:"));
  }

  @Test
  void whatIsImplausibleIsMarked() {
    // six cells do not take up what the land of the Earth does
    assertThat(table(Optional.empty()).lines().filter(line -> line.startsWith("GPP")))
        .singleElement()
        .asString()
        .endsWith("OUTSIDE 110 to 175");
  }

  @Test
  void namesTheParameterThatMovedMost() {
    double[] x = SmallRun.outcome().minimiser().x();
    int most = 0;
    for (int i = 0; i < x.length; i++) {
      most = Math.abs(x[i]) > Math.abs(x[most]) ? i : most;
    }
    List<String> lines = table(Optional.empty()).lines().toList();
    int heading =
        lines.indexOf(
            lines.stream().filter(l -> l.startsWith("parameters")).findFirst().orElseThrow());
    assertThat(lines.get(heading + 1))
        .startsWith(SmallRun.outcome().setup().control().parameter(most).label());
  }

  @Test
  void distanceFromTheTruthOnlyInATwin() {
    assertThat(table(Optional.empty())).doesNotContain("truth");
    assertThat(table(Optional.of(new TwinErrors(2, 1, 0.02, 0.01, 1e-9, 1.5, 0.75))))
        .contains("rms distance from the truth")
        .contains("1.0e-09");
  }

  @Test
  void namesTheFilesThatAreThere(@TempDir Path folder) throws IOException {
    Files.createFile(folder.resolve("fluxes.nc"));
    Files.createFile(folder.resolve("summary.json"));
    StringWriter text = new StringWriter();

    ResultsTable.print(
        SmallRun.outcome(),
        new RunFolder(Location.of(folder)),
        Optional.empty(),
        new PrintWriter(text));

    assertThat(text.toString())
        .contains("Results in " + folder)
        .contains("fluxes.nc  summary.json")
        .doesNotContain("stations.nc");
  }
}
