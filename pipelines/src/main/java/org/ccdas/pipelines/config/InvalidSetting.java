package org.ccdas.pipelines.config;

/** A value that its record refuses; the reader adds file, line and the full key. */
final class InvalidSetting extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  private final String key;
  private final String problem;
  private final String remedy;

  /**
   * @param key the key within the record that refuses
   * @param problem what is wrong, without a closing full stop
   * @param remedy what to do, without a closing full stop
   */
  InvalidSetting(String key, String problem, String remedy) {
    super(key + ": " + problem + ". " + remedy + ".");
    this.key = key;
    this.problem = problem;
    this.remedy = remedy;
  }

  String key() {
    return key;
  }

  String problem() {
    return problem;
  }

  String remedy() {
    return remedy;
  }
}
