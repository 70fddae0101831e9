package org.ccdas.autodiff;

import java.nio.file.Path;

/** A source that cannot be differentiated: where, what was found, and what to write instead. */
public final class SubsetException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Path file;
  private final long line;
  private final long column;

  /**
   * Describes one place.
   *
   * @param file the source file
   * @param line from 1; 0 when the place is the whole file
   * @param column from 1
   * @param found what was found, a noun phrase
   * @param remedy what to write instead, an imperative
   */
  public SubsetException(Path file, long line, long column, String found, String remedy) {
    super(file + ":" + line + ":" + column + ": found " + found + "; " + remedy);
    this.file = file;
    this.line = line;
    this.column = column;
  }

  /** The source file. */
  public Path file() {
    return file;
  }

  /** Line of the place, from 1. */
  public long line() {
    return line;
  }

  /** Column of the place, from 1. */
  public long column() {
    return column;
  }
}
