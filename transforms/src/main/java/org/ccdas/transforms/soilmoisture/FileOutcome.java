package org.ccdas.transforms.soilmoisture;

import java.io.Serializable;
import org.ccdas.inputs.InputException;

/**
 * What became of a file of the input; there is one for every file that was listed.
 *
 * @param file path
 * @param kind what became of it
 * @param reason why it was not used; empty when it was
 */
public record FileOutcome(String file, Kind kind, String reason) implements Serializable {
  private static final long serialVersionUID = 1L;

  /** What may become of a file. */
  public enum Kind {
    /** It was read. */
    INGESTED,
    /** It goes with other files and holds no retrievals. */
    COMPANION,
    /** Another file of the same product, day and overpass was read in its place. */
    DUPLICATE,
    /** It is none that is asked for: of no product, or of another one. */
    OTHER,
    /** It could not be used. */
    REFUSED
  }

  /** A file that was read. */
  public static FileOutcome ingested(String file) {
    return new FileOutcome(file, Kind.INGESTED, "");
  }

  /** A file beside others. */
  public static FileOutcome companion(String file) {
    return new FileOutcome(file, Kind.COMPANION, "");
  }

  /** A file in whose place another one is read. */
  public static FileOutcome duplicate(String file, String other) {
    return new FileOutcome(
        file, Kind.DUPLICATE, "has the same product, day and overpass as " + other);
  }

  /** A file that is none of those asked for. */
  public static FileOutcome other(String file, String reason) {
    return new FileOutcome(file, Kind.OTHER, reason);
  }

  /** A file that cannot be used. */
  public static FileOutcome refused(String file, String reason) {
    return new FileOutcome(file, Kind.REFUSED, reason);
  }

  /** A file that cannot be used, as the exception says. */
  public static FileOutcome refused(String file, InputException e) {
    String place = e.place().isEmpty() ? "" : e.place() + ": ";
    return refused(file, place + e.problem() + ". " + e.remedy() + ".");
  }

  /** Whether the file belongs on the quarantine list. */
  public boolean isQuarantined() {
    return kind == Kind.DUPLICATE || kind == Kind.REFUSED;
  }
}
