package org.ccdas.evaluate.judge;

/** What the data say of a statement. */
public enum Verdict {
  /** It holds in this run. */
  CONFIRMED("confirmed"),
  /** It does not hold in this run. */
  NOT_CONFIRMED("not confirmed"),
  /** This run or these data cannot tell. */
  CANNOT_BE_TESTED("cannot be tested");

  private final String words;

  Verdict(String words) {
    this.words = words;
  }

  /** In files and for people. */
  public String words() {
    return words;
  }
}
