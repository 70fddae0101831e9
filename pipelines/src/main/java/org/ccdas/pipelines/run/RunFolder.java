package org.ccdas.pipelines.run;

import java.io.IOException;
import org.ccdas.inputs.InputException;
import org.ccdas.inputs.file.Location;
import org.ccdas.inputs.file.StoredFiles;
import org.ccdas.report.run.ProgressLine;
import org.ccdas.report.run.RunProvenance;
import org.ccdas.report.run.RunSummary;

/**
 * The folder of a run and the names of what is in it.
 *
 * @param root the folder that the user named, on a disk or an object store
 * @param blocks the folder of block files and their manifest; several runs may share it
 */
public record RunFolder(Location root, Location blocks) {
  /** Makes local paths absolute. */
  public RunFolder {
    root = root.absolute();
    blocks = blocks.absolute();
  }

  /** A folder with blocks of its own. */
  public RunFolder(Location root) {
    this(root, root.resolve("blocks"));
  }

  /**
   * Makes the folder, and removes what a killed run has left half-written in it.
   *
   * @throws InputException when that cannot be
   */
  public void create() {
    try {
      StoredFiles.makeFolder(root);
      StoredFiles.removeTemporaries(root);
    } catch (IOException e) {
      throw new InputException(
          root.toString(),
          "",
          "the folder for results cannot be made (" + e + ")",
          "Choose another folder for --out, or correct its permissions",
          e);
    }
  }

  /**
   * Refuses to begin anew where a run has left its state, which would be lost.
   *
   * @throws InputException when there is a state
   */
  public void requireNoState() {
    if (StoredFiles.exists(state())) {
      throw new InputException(
          state().toString(),
          "",
          "the folder has the state of an earlier run",
          "Add --resume to go on with it, choose another folder for --out, or delete this one to"
              + " begin anew");
    }
  }

  /** The experiment with all defaults and resolved paths. */
  public Location resolved() {
    return root.resolve("resolved.yaml");
  }

  /** The state of the minimiser after its last step. */
  public Location state() {
    return root.resolve("state.json");
  }

  /** The observations' normal system at the point of lowest cost. */
  public Location normal() {
    return root.resolve("normal.avro");
  }

  /** One line of JSON for every evaluation. */
  public Location progress() {
    return root.resolve(ProgressLine.FILE);
  }

  /** The manifest of the blocks. */
  public Location manifest() {
    return blocks.resolve("manifest.json");
  }

  /** Responses of the tracer model, beside the blocks: who shares these shares them. */
  public Location responses() {
    return blocks.parent().resolve("transport");
  }

  /** What pipelines write for the driver; removed at the end of a run. */
  public Location work() {
    return root.resolve("work");
  }

  /** Numbers of the run. */
  public Location summary() {
    return root.resolve(RunSummary.FILE);
  }

  /** What the run was made of. */
  public Location provenance() {
    return root.resolve(RunProvenance.FILE);
  }

  /** A result of this name. */
  public Location result(String name) {
    return root.resolve(name);
  }

  /** Removes {@link #work()}. */
  public void clearWork() throws IOException {
    StoredFiles.deleteAll(work());
  }

  /** Removes the folder with all that is in it; that it is missing is fine. */
  public void delete() throws IOException {
    StoredFiles.deleteAll(root);
  }
}
