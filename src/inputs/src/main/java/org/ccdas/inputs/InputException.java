package org.ccdas.inputs;

import java.util.Objects;

/**
 * The one kind of error for bad input: it names the file, the place in it, what is wrong and what
 * to do. The command line prints the message and exits with 1, on every runner.
 */
public final class InputException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String file;
  private final String place;
  private final String problem;
  private final String remedy;

  /**
   * @param file path or name of the input, never null
   * @param place line, variable, key or index within the file; empty when the whole file is meant
   * @param problem what is wrong, in one sentence without a closing full stop
   * @param remedy what the user can do, in one sentence without a closing full stop
   */
  public InputException(String file, String place, String problem, String remedy) {
    this(file, place, problem, remedy, null);
  }

  /** As above, with the cause kept for the log. */
  public InputException(String file, String place, String problem, String remedy, Throwable cause) {
    super(message(file, place, problem, remedy), cause);
    this.file = file;
    this.place = place;
    this.problem = problem;
    this.remedy = remedy;
  }

  private static String message(String file, String place, String problem, String remedy) {
    Objects.requireNonNull(file, "file");
    Objects.requireNonNull(place, "place");
    Objects.requireNonNull(problem, "problem");
    Objects.requireNonNull(remedy, "remedy");
    String where = place.isEmpty() ? file : file + ", " + place;
    return where + ": " + problem + ". " + remedy + ".";
  }

  /** Path or name of the input. */
  public String file() {
    return file;
  }

  /** Line, variable, key or index within the file. */
  public String place() {
    return place;
  }

  /** What is wrong. */
  public String problem() {
    return problem;
  }

  /** What the user can do. */
  public String remedy() {
    return remedy;
  }
}
