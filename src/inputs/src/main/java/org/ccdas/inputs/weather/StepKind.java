package org.ccdas.inputs.weather;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What the number of a step is of. */
public enum StepKind {
  /** The moment of the time stamp. */
  INSTANT,
  /** The mean, or rate, over the step. */
  MEAN,
  /** The least or greatest value within the step. */
  EXTREME,
  /** The amount that fell within the step. */
  SUM,
  /** The amount since accumulation was last begun, at the restart hours of the archive. */
  ACCUMULATION;

  /** The word in descriptions. */
  @JsonValue
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
