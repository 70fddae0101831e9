package org.ccdas.inputs.weather;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Where in its step a time stamp stands, in files without bounds of time. */
public enum Stamp {
  /** At the start of the step. */
  START,
  /** In its middle. */
  MIDDLE,
  /** At its end. */
  END;

  /** The word in descriptions. */
  @JsonValue
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
