package org.ccdas.report.compared;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import java.util.stream.Stream;
import org.ccdas.inputs.InputException;
import org.ccdas.inputs.file.Location;
import org.ccdas.report.run.ResultJson;
import org.ccdas.report.run.RunFiles;

/**
 * What a comparison consists of, as {@value #FILE} has it.
 *
 * @param name of the comparison
 * @param title of the page
 * @param members the runs, in order
 */
public record ComparisonIndex(String name, String title, List<Member> members) {
  /** Name of the file. */
  public static final String FILE = "comparison.json";

  /**
   * A run.
   *
   * @param name of the member and its folder
   * @param title of its page
   * @param assimilate streams in its cost; empty for the prior
   * @param heldOutStations codes of the stations that it holds out
   * @param heldOutYears years that it holds out
   * @param heldOutRegions names of the regions that it holds out
   * @param minimiser its minimiser
   * @param sameProblem members that differ in the minimiser only
   * @param error why it failed; null when it did not
   */
  public record Member(
      String name,
      String title,
      List<String> assimilate,
      List<String> heldOutStations,
      List<Integer> heldOutYears,
      List<String> heldOutRegions,
      String minimiser,
      List<String> sameProblem,
      String error) {
    /** Whether it assimilates nothing. */
    @JsonIgnore
    public boolean isPrior() {
      return assimilate.isEmpty();
    }

    /** What it holds out, in words; empty for nothing. */
    public List<String> heldOut() {
      return Stream.of(heldOutStations, heldOutYears, heldOutRegions)
          .flatMap(List::stream)
          .map(String::valueOf)
          .toList();
    }

    /** Whether it failed. */
    public boolean failed() {
      return error != null;
    }
  }

  /**
   * Reads the file of a comparison's folder.
   *
   * @throws InputException when it is missing or damaged
   */
  public static ComparisonIndex read(Location folder) {
    RunFiles files = new RunFiles(folder);
    return files
        .find(FILE, path -> ResultJson.read(path, ComparisonIndex.class))
        .orElseThrow(
            () ->
                new InputException(
                    files.path(FILE).toString(),
                    "",
                    "there is no such file, so this folder has no comparison",
                    "Name the folder of a comparison"));
  }
}
