package org.ccdas.inputs;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/**
 * Real files for tests, found in the folder that the system property {@code ccdas.data} or the
 * environment variable {@code CCDAS_DATA} names, else in {@code shared/data} beside the project. A
 * test without them is skipped and says so.
 */
public final class RealData {
  private RealData() {}

  /**
   * The file or folder of this relative path; the test is skipped when it is absent. Not to be
   * called inside an assertion on exceptions, which would take the skip for a wrong one.
   */
  public static Path require(String relative) {
    Path root = root();
    Path path = root.resolve(relative);
    Assumptions.assumeTrue(
        Files.exists(path), () -> "real file " + relative + " is not present, test skipped");
    return path;
  }

  private static Path root() {
    String configured = System.getProperty("ccdas.data", System.getenv("CCDAS_DATA"));
    if (configured != null) {
      return Path.of(configured);
    }
    for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
      Path candidate = folder.resolve("shared").resolve("data");
      if (Files.isDirectory(candidate)) {
        return candidate;
      }
    }
    return Path.of("shared", "data");
  }
}
