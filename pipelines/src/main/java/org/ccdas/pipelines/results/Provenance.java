package org.ccdas.pipelines.results;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.commons.codec.digest.DigestUtils;
import org.ccdas.inputs.file.Location;
import org.ccdas.inputs.file.StoredFiles;
import org.ccdas.pipelines.Version;
import org.ccdas.pipelines.run.RunFolder;
import org.ccdas.pipelines.run.RunOutcome;

/**
 * What a run was made of, as {@code provenance.json} has it.
 *
 * @param experiment name of the run
 * @param started when the run began, UTC; of a resumed run, when it was resumed
 * @param ended when its results were written, UTC
 * @param configuration name of the resolved experiment file beside this one
 * @param versions of the system and of what it runs on
 * @param platform operating system and processor
 * @param runner name of the Beam runner
 * @param seeds by what they are for
 * @param digests SHA-256 of control vector, kernels, and of all that the blocks are made of
 * @param inputs SHA-256 by path of every input file
 * @param results SHA-256 by name of every file of results
 * @param choices what the run settles where the literature leaves it open
 * @param notes what the input files leave open and how they were read
 */
record Provenance(
    String experiment,
    String started,
    String ended,
    String configuration,
    Map<String, String> versions,
    Map<String, String> platform,
    String runner,
    Map<String, Long> seeds,
    SortedMap<String, String> digests,
    SortedMap<String, String> inputs,
    SortedMap<String, String> results,
    List<String> choices,
    List<String> notes) {

  /**
   * The provenance of results that are in the folder.
   *
   * @param now the present
   */
  static Provenance of(RunFindings findings, RunFolder folder, Instant now) throws IOException {
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
    return new Provenance(
        outcome.problem().experiment().name(),
        started.truncatedTo(ChronoUnit.SECONDS).toString(),
        now.truncatedTo(ChronoUnit.SECONDS).toString(),
        folder.resolved().name(),
        new TreeMap<>(
            Map.of("ccdas", Version.ccdas(), "beam", Version.beam(), "java", Version.java())),
        new TreeMap<>(
            Map.of(
                "os", System.getProperty("os.name") + " " + System.getProperty("os.version"),
                "arch", System.getProperty("os.arch"),
                "processors", String.valueOf(Runtime.getRuntime().availableProcessors()))),
        outcome.runner(),
        Map.of("experiment", outcome.problem().experiment().seed()),
        new TreeMap<>(outcome.digests()),
        outcome.inputs(),
        results,
        Choices.of(outcome.problem()),
        outcome.problem().notes());
  }
}
