package org.ccdas.inputs.setting;

import java.util.List;

/** A value that its record refuses; the reader adds file, line and the full key. */
public final class InvalidSetting extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  private final String key;
  private final String problem;
  private final String remedy;

  /**
   * @param key the key within the record that refuses
   * @param problem what is wrong, without a closing full stop
   * @param remedy what to do, without a closing full stop
   */
  public InvalidSetting(String key, String problem, String remedy) {
    super(key + ": " + problem + ". " + remedy + ".");
    this.key = key;
    this.problem = problem;
    this.remedy = remedy;
  }

  /**
   * Makes sure that no value of a list is there twice.
   *
   * @param key of the list
   * @param what a value is called
   */
  public static void requireDistinct(String key, String what, List<?> values) {
    for (int i = 0; i < values.size(); i++) {
      if (values.indexOf(values.get(i)) < i) {
        throw new InvalidSetting(
            key + "[" + i + "]", what + " " + values.get(i) + " is named twice", "Remove it once");
      }
    }
  }

  /** The key within the record that refuses. */
  public String key() {
    return key;
  }

  /** What is wrong. */
  public String problem() {
    return problem;
  }

  /** What to do. */
  public String remedy() {
    return remedy;
  }
}
