package org.ccdas.pipelines.results;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.ccdas.inputs.file.Location;
import org.ccdas.pipelines.Version;
import org.ccdas.pipelines.run.RunFolder;
import org.ccdas.pipelines.run.RunOutcome;
import org.ccdas.report.run.RunProvenance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProvenanceTest {
  @TempDir private Path folder;

  @Test
  void namesAllThatTheRunWasMadeOf() throws IOException {
    RunOutcome outcome = SmallRun.outcome();
    RunFolder run = new RunFolder(Location.of(folder));
    Results.write(outcome, run);

    Instant now = Instant.parse("2030-02-03T04:05:06.789Z");
    RunProvenance provenance = Provenance.of(RunFindings.of(outcome, Optional.empty()), run, now);
    assertThat(provenance.ended()).isEqualTo("2030-02-03T04:05:06Z");
    assertThat(Instant.parse(provenance.started())).isBefore(now);
    assertThat(provenance.versions())
        .containsEntry("ccdas", Version.ccdas())
        .containsKeys("beam", "java");
    assertThat(provenance.seeds()).containsEntry("experiment", 20100101L);
    assertThat(provenance.digests()).containsOnlyKeys("blocks", "controlVector", "kernels");
    assertThat(provenance.inputs()).isEqualTo(outcome.inputs());
    assertThat(provenance.inputs().keySet())
        .anyMatch(path -> path.endsWith("weather.nc"))
        .anyMatch(path -> path.endsWith("MLO.txt"));
    assertThat(provenance.results())
        .containsOnlyKeys(
            "parameters.nc", "fluxes.nc", "stations.nc", "cost.nc", "posterior.nc", "summary.json");
    assertThat(provenance.results().values()).allMatch(digest -> digest.matches("[0-9a-f]{64}"));
  }

  @Test
  void choicesFollowFromTheSettings() {
    assertThat(Choices.of(SmallRun.outcome().problem()))
        .anyMatch(choice -> choice.contains("zonal box"))
        .anyMatch(choice -> choice.contains("vegetated share of 0.85, 0.4 where shrubs lead"))
        .anyMatch(choice -> choice.contains("loam everywhere"))
        .anyMatch(choice -> choice.startsWith("background fossil: yearly total = 1 x 'fossil'"))
        .anyMatch(choice -> choice.contains("window 2010-01 to 2011-02"))
        .anyMatch(choice -> choice.startsWith("CO2 errors: at least 0.5 ppm"))
        .noneMatch(choice -> choice.startsWith("soil moisture"))
        .noneMatch(choice -> choice.startsWith("weather:"));
  }

  @Test
  void generatedWeatherIsAChoice() {
    assertThat(Choices.of(SmallRun.withClimatology(true).problem()))
        .anyMatch(choice -> choice.startsWith("weather: generated daily"))
        .anyMatch(choice -> choice.startsWith("weather: the same in every year"));
    assertThat(Choices.of(SmallRun.withClimatology(false).problem()))
        .anyMatch(choice -> choice.contains("are invented"));
  }
}
