package org.ccdas.report.run;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;

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
public record RunProvenance(
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
  /** Name of the file. */
  public static final String FILE = "provenance.json";

  /** Key of {@link #platform}: name and version of the operating system. */
  public static final String OS = "os";

  /** Key of {@link #platform}: number of processors. */
  public static final String PROCESSORS = "processors";
}
