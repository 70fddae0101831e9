package org.ccdas.assimilate.minimise;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.util.Map;
import org.ccdas.inputs.InputException;
import org.ccdas.inputs.file.Location;
import org.ccdas.inputs.file.StoredFiles;

/** The file from which an interrupted minimisation goes on; replaced as a whole or not at all. */
public final class StateFile {
  private StateFile() {}

  /** Replaces the file by this state. */
  public static void write(Location path, MinimiserState state) throws IOException {
    write(path, state, () -> {});
  }

  /** As above, with an action between the finished content and the replacement, for tests. */
  public static void write(Location path, MinimiserState state, Runnable beforeReplacing)
      throws IOException {
    byte[] bytes = state.toJson().getBytes(StandardCharsets.UTF_8);
    StoredFiles.write(path, bytes, beforeReplacing);
  }

  /**
   * Reads the state of a run with the same inputs.
   *
   * @param expected digests of the present run
   * @throws InputException when the file is absent, damaged, of another version, or of a run with
   *     other inputs
   */
  public static MinimiserState read(Location path, Map<String, String> expected) {
    String file = path.toString();
    try {
      String json = new String(StoredFiles.read(path), StandardCharsets.UTF_8);
      MinimiserState state = MinimiserState.fromJson(file, json);
      state.requireDigests(file, expected);
      return state;
    } catch (NoSuchFileException e) {
      throw new InputException(
          file, "", "there is no state to resume from", "Start the run without resuming", e);
    } catch (IOException e) {
      throw new InputException(
          file, "", "the state cannot be read: " + e, "Check that the file is readable", e);
    }
  }
}
