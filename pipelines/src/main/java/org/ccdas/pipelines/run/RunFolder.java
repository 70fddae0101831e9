package org.ccdas.pipelines.run;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;

/**
 * The folder of a run and the names of what is in it.
 *
 * @param root the folder that the user named
 */
public record RunFolder(Path root) {
  /** Makes the path absolute. */
  public RunFolder {
    root = root.toAbsolutePath().normalize();
  }

  /** The experiment with all defaults and resolved paths. */
  public Path resolved() {
    return root.resolve("resolved.yaml");
  }

  /** The state of the minimiser after its last step. */
  public Path state() {
    return root.resolve("state.json");
  }

  /** One line of JSON for every evaluation. */
  public Path progress() {
    return root.resolve("progress.jsonl");
  }

  /** Block files and their manifest. */
  public Path blocks() {
    return root.resolve("blocks");
  }

  /** The manifest of the blocks. */
  public Path manifest() {
    return blocks().resolve("manifest.json");
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
    if (!Files.exists(work())) {
      return;
    }
    Files.walkFileTree(
        work(),
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path folder, IOException failure)
              throws IOException {
            if (failure != null) {
              throw failure;
            }
            Files.delete(folder);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
