package org.ccdas.pipelines.twin;

import java.io.IOException;
import java.util.List;
import org.ccdas.inputs.InputException;
import org.ccdas.inputs.file.Location;
import org.ccdas.inputs.file.StoredFiles;
import org.ccdas.pipelines.run.RunFolder;

/**
 * The folder of a set of twin experiments.
 *
 * @param run blocks, experiment and work of the problem that the twins copy
 */
public record TwinFolder(RunFolder run) {
  /** The folder that the user named. */
  public static TwinFolder of(Location root) {
    return new TwinFolder(new RunFolder(root));
  }

  /** What is looked at, written before the first minimisation. */
  public Location plan() {
    return run.result("plan.json");
  }

  /** The table of the draws. */
  public Location draws() {
    return run.result("draws.csv");
  }

  /** The table of the parameters of all draws. */
  public Location drawParameters() {
    return run.result("draw-parameters.csv");
  }

  /** Everything that was found, with the verdicts. */
  public Location summary() {
    return run.result("twin-coverage.json");
  }

  /** A picture. */
  public Location picture(String name) {
    return run.result("pictures").resolve(name + ".png");
  }

  /** A finished draw. */
  public Location draw(long seed) {
    return run.result("draws").resolve("draw-" + seed + ".json");
  }

  /** A finished twin with perfect data. */
  Location perfect(PerfectCase perfect) {
    return run.result("draws").resolve(perfect.file());
  }

  /** Blocks that a truth is seen in; of one twin at a time. */
  RunFolder observed() {
    return new RunFolder(run.result("twin"));
  }

  /** Makes the folders. */
  void create() throws IOException {
    run.create();
    for (String name : List.of("draws", "pictures")) {
      StoredFiles.makeFolder(run.result(name));
      StoredFiles.removeTemporaries(run.result(name));
    }
  }

  /**
   * Refuses to begin anew where draws are.
   *
   * @throws InputException when there is a plan
   */
  public void requireNoPlan() {
    if (StoredFiles.exists(plan())) {
      throw new InputException(
          plan().toString(),
          "",
          "the folder has the plan of earlier twins",
          "Add --resume to go on with them, choose another folder for --out, or delete this one to"
              + " begin anew");
    }
  }
}
