package org.ccdas.pipelines.results;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.commons.codec.digest.DigestUtils;
import org.ccdas.inputs.file.Location;
import org.ccdas.inputs.file.StoredFiles;
import org.ccdas.pipelines.Version;
import org.ccdas.pipelines.run.RunFolder;
import org.ccdas.pipelines.run.RunOutcome;
import org.ccdas.report.run.RunProvenance;

/** Makes the provenance of a run. */
final class Provenance {
  private Provenance() {}

  /**
   * The provenance of results that are in the folder.
   *
   * @param now the present
   */
  static RunProvenance of(RunFindings findings, RunFolder folder, Instant now) throws IOException {
    RunOutcome outcome = findings.outcome();
    Instant started =
        now.minus(Duration.ofMillis(Math.round(1e3 * outcome.seconds().get("total"))));
    SortedMap<String, String> results = new TreeMap<>();
    for (String name : Results.files(findings)) {
      Location file = folder.result(name);
      // some files are there only when a run has what they are made of
      if (StoredFiles.exists(file)) {
        results.put(name, DigestUtils.sha256Hex(StoredFiles.read(file)));
      }
    }
    return new RunProvenance(
        outcome.problem().experiment().name(),
        started.truncatedTo(ChronoUnit.SECONDS).toString(),
        now.truncatedTo(ChronoUnit.SECONDS).toString(),
        folder.resolved().name(),
        new TreeMap<>(
            Map.of("ccdas", Version.ccdas(), "beam", Version.beam(), "java", Version.java())),
        new TreeMap<>(
            Map.of(
                RunProvenance.OS,
                System.getProperty("os.name") + " " + System.getProperty("os.version"),
                "arch",
                System.getProperty("os.arch"),
                RunProvenance.PROCESSORS,
                String.valueOf(Runtime.getRuntime().availableProcessors()))),
        outcome.runner(),
        Map.of("experiment", outcome.problem().experiment().seed()),
        new TreeMap<>(outcome.digests()),
        outcome.inputs(),
        results,
        Choices.of(outcome.problem()),
        outcome.problem().notes());
  }
}
