package org.ccdas.report.compared;

import java.util.List;
import org.ccdas.inputs.InputException;
import org.ccdas.inputs.file.Location;
import org.ccdas.report.run.RunFiles;
import org.ccdas.report.run.RunJson;

/**
 * What a comparison consists of, from {@value #FILE}.
 *
 * @param title of the page
 * @param members the runs, in order
 */
public record ComparisonIndex(String title, List<Member> members) {
  /** Name of the file. */
  public static final String FILE = "comparison.json";

  /**
   * A run.
   *
   * @param name of the member and its folder
   * @param assimilate streams in its cost; empty for the prior
   * @param heldOut what it holds out, in words; empty for nothing
   * @param minimiser its minimiser
   * @param sameProblem members that differ in the minimiser only
   * @param error why it failed; empty when it did not
   */
  public record Member(
      String name,
      List<String> assimilate,
      List<String> heldOut,
      String minimiser,
      List<String> sameProblem,
      String error) {
    /** Whether it assimilates nothing. */
    public boolean isPrior() {
      return assimilate.isEmpty();
    }
  }

  /**
   * Reads the file of a comparison's folder.
   *
   * @throws InputException when it is missing or damaged
   */
  public static ComparisonIndex read(Location folder) {
    RunFiles files = new RunFiles(folder);
    RunJson json =
        files
            .find(FILE, RunJson::read)
            .orElseThrow(
                () ->
                    new InputException(
                        files.path(FILE).toString(),
                        "",
                        "there is no such file, so this folder has no comparison",
                        "Name the folder of a comparison"));
    return new ComparisonIndex(
        json.text("title"), json.list("members").stream().map(ComparisonIndex::member).toList());
  }

  private static Member member(RunJson json) {
    return new Member(
        json.text("name"),
        json.texts("assimilate"),
        List.of("heldOutStations", "heldOutYears", "heldOutRegions").stream()
            .flatMap(key -> json.texts(key).stream())
            .toList(),
        json.text("minimiser"),
        json.texts("sameProblem"),
        json.has("error") ? json.text("error") : "");
  }
}
