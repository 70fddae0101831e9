package org.ccdas.observe.station;

import java.nio.charset.StandardCharsets;
import java.util.Set;

/** Readings of texts. */
public final class Text {
  private Text() {}

  /** What a file of this name and text gives. */
  static Reading read(String name, String text, String... acceptedFlags) {
    return read(name, text.getBytes(StandardCharsets.UTF_8), acceptedFlags);
  }

  /** What a file of this name and content gives. */
  public static Reading read(String name, byte[] content, String... acceptedFlags) {
    return RecordFiles.read(RecordFile.of(name, content), RecordFormat.AUTO, Set.of(acceptedFlags));
  }
}
