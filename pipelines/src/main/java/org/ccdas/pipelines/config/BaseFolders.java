package org.ccdas.pipelines.config;

import org.ccdas.inputs.InputException;
import org.ccdas.inputs.file.Location;
import org.ccdas.inputs.setting.DataPath;
import org.ccdas.inputs.setting.InvalidSetting;

/**
 * What the relative paths of an experiment file refer to.
 *
 * @param file the folder of the experiment file, for plain relative paths
 * @param data the data folder, for paths that begin with <code>${data}</code>; may be null
 */
record BaseFolders(Location file, Location data) {
  private static final String DATA = "${data}";

  /**
   * Resolves the path that a key gives.
   *
   * @throws InvalidSetting when it needs a data folder and there is none, or holds another variable
   */
  String resolve(String key, String text) {
    boolean inData = text.equals(DATA) || text.startsWith(DATA + "/");
    String rest = inData ? text.substring(DATA.length()).replaceFirst("^/+", "") : text;
    if (rest.contains("${")) {
      throw new InvalidSetting(
          key,
          "'" + text + "' holds a variable that is not known here",
          "Only ${data}, followed by / and at the beginning of a path, stands for a folder");
    }
    if (inData && data == null) {
      throw new InvalidSetting(
          key,
          "'" + text + "' needs a data folder and none was given",
          "Name it on the command line: --data FOLDER");
    }
    if (text.isBlank()) {
      throw new InvalidSetting(key, "the path is empty", "Name a file or folder");
    }
    if (DataPath.isAddress(text)) {
      return text;
    }
    try {
      return DataPath.of((inData ? data : file).resolve(rest)).location();
    } catch (InputException e) {
      throw new InvalidSetting(key, "'" + text + "' " + e.problem(), e.remedy());
    }
  }
}
