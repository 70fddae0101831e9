package org.ccdas.pipelines.run;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import org.ccdas.inputs.InputException;

/**
 * The folder of a run and the names of what is in it.
 *
 * @param root the folder that the user named
 * @param blocks the folder of block files and their manifest; several runs may share it
 */
public record RunFolder(Path root, Path blocks) {
  /** Makes the paths absolute. */
  public RunFolder {
    root = root.toAbsolutePath().normalize();
    blocks = blocks.toAbsolutePath().normalize();
  }

  /** A folder with blocks of its own. */
  public RunFolder(Path root) {
    this(root, root.resolve("blocks"));
  }

  /**
   * Makes the folder.
   *
   * @throws InputException when that cannot be
   */
  public void create() {
    try {
      Files.createDirectories(root);
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
    if (Files.exists(state())) {
      throw new InputException(
          state().toString(),
          "",
          "the folder has the state of an earlier run",
          "Add --resume to go on with it, choose another folder for --out, or delete this one to"
              + " begin anew");
    }
  }

  /** The experiment with all defaults and resolved paths. */
  public Path resolved() {
    return root.resolve("resolved.yaml");
  }

  /** The state of the minimiser after its last step. */
  public Path state() {
    return root.resolve("state.json");
  }

  /** The observations' normal system at the point of lowest cost. */
  public Path normal() {
    return root.resolve("normal.avro");
  }

  /** One line of JSON for every evaluation. */
  public Path progress() {
    return root.resolve("progress.jsonl");
  }

  /** The manifest of the blocks. */
  public Path manifest() {
    return blocks.resolve("manifest.json");
  }

  /** What pipelines write for the driver; removed at the end of a run. */
  public Path work() {
    return root.resolve("work");
  }

  /** Numbers of the run. */
  public Path summary() {
    return root.resolve("summary.json");
  }

  /** What the run was made of. */
  public Path provenance() {
    return root.resolve("provenance.json");
  }

  /** A result of this name. */
  public Path result(String name) {
    return root.resolve(name);
  }

  /** Removes {@link #work()}. */
  public void clearWork() throws IOException {
    delete(work());
  }

  /** Removes the folder with all that is in it; that it is missing is fine. */
  public void delete() throws IOException {
    delete(root);
  }

  /** Removes a folder with all that is in it; that it is missing is fine. */
  static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path visited, IOException failure)
              throws IOException {
            if (failure != null) {
              throw failure;
            }
            Files.delete(visited);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
