package org.ccdas.report.comparison;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.ccdas.inputs.file.Location;
import org.ccdas.report.SampleRun;
import org.ccdas.report.compared.ComparedRun;
import org.ccdas.report.compared.ComparisonIndex;

/** A comparison of the prior, two runs that differ in the minimiser, and one that failed. */
public final class SampleComparison {
  private static final String INDEX =
      """
      {"name":"sample","title":"Sample & more","members":[
       {"name":"prior","title":"","assimilate":[],"heldOutStations":[],"heldOutYears":[],
        "heldOutRegions":[],"minimiser":"gaussNewton","sameProblem":[],"error":null},
       {"name":"one","title":"","assimilate":["co2"],"heldOutStations":["BBB"],
        "heldOutYears":[2012],"heldOutRegions":[],"minimiser":"gaussNewton",
        "sameProblem":["two"],"error":null},
       {"name":"two","title":"","assimilate":["co2"],"heldOutStations":[],"heldOutYears":[],
        "heldOutRegions":[],"minimiser":"lbfgs","sameProblem":["one"],"error":null},
       {"name":"gone","title":"","assimilate":["soilMoisture"],"heldOutStations":[],
        "heldOutYears":[],"heldOutRegions":[],"minimiser":"lbfgs","sameProblem":[],
        "error":"no such <file>"}]}
      """;

  private final Path folder;

  private SampleComparison(Path folder) {
    this.folder = folder;
  }

  /** Writes all files. */
  public static SampleComparison write(Path folder) throws IOException {
    Files.writeString(folder.resolve("comparison.json"), INDEX, StandardCharsets.UTF_8);
    for (String member : List.of("prior", "one", "two")) {
      Files.createDirectories(folder.resolve(member));
      new SampleRun(folder.resolve(member)).write().withPosterior().withMoisture();
    }
    SampleComparison sample = new SampleComparison(folder);
    sample.run("prior").assimilating(false, false);
    sample.run("two").assimilating(true, true);
    return sample;
  }

  /** A member, to be changed. */
  public SampleRun run(String member) {
    return new SampleRun(folder.resolve(member));
  }

  /** The columns. */
  public List<ComparedRun> runs() {
    return ComparedRun.of(Location.of(folder), ComparisonIndex.read(Location.of(folder)));
  }
}
