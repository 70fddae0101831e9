package org.ccdas.pipelines.comparison;

import java.io.IOException;
import org.ccdas.inputs.InputException;
import org.ccdas.inputs.file.Location;
import org.ccdas.inputs.file.StoredFiles;
import org.ccdas.pipelines.config.Experiment;
import org.ccdas.pipelines.config.ExperimentFile;
import org.ccdas.pipelines.run.RunFolder;
import org.ccdas.report.Report;
import org.ccdas.report.compared.ComparisonIndex;

/**
 * The folder of a comparison: a folder for each member, and the blocks that all of them share.
 *
 * @param root the folder that the user named
 */
record ComparisonFolder(Location root) {
  ComparisonFolder {
    root = root.absolute();
  }

  /** What the comparison consists of and how far it is. */
  Location index() {
    return root.resolve(ComparisonIndex.FILE);
  }

  /** The folder of a member. */
  RunFolder member(String name) {
    return new RunFolder(root.resolve(name), root.resolve("blocks"));
  }

  /**
   * Refuses to begin anew where a comparison is, and to go on where none is.
   *
   * @throws InputException when the folder does not fit
   */
  void require(boolean resume) {
    if (!resume && StoredFiles.exists(index())) {
      throw new InputException(
          index().toString(),
          "",
          "the folder has an earlier comparison",
          "Add --resume to go on with it, choose another folder for --out, or delete this one to"
              + " begin anew");
    }
    if (resume && !StoredFiles.exists(index())) {
      throw new InputException(
          root.toString(),
          "",
          "there is no comparison to resume in this folder",
          "Name the folder of the interrupted comparison, or run without --resume");
    }
  }

  /** Whether a member has ended: its page is written last. */
  boolean isDone(String name) {
    RunFolder folder = member(name);
    return StoredFiles.exists(folder.provenance())
        && StoredFiles.exists(folder.result(Report.PAGE));
  }

  /**
   * Refuses results of other settings than those of the file now; where they were run is no matter.
   *
   * @throws InputException when the member has been run with others
   */
  void requireSame(String name, Experiment experiment) {
    Location resolved = member(name).resolved();
    if (!StoredFiles.exists(resolved)) {
      return;
    }
    Experiment then = ExperimentFile.read(resolved, null);
    if (!then.withRunner(experiment.runner()).equals(experiment)) {
      throw new InputException(
          resolved.toString(),
          "",
          "member " + name + " has been run with other settings than those of the file now",
          "Undo the change, delete the folder of the member to run it anew, or choose another"
              + " folder for --out");
    }
  }

  /** Makes the folder. */
  void create() throws IOException {
    new RunFolder(root).create();
  }
}
