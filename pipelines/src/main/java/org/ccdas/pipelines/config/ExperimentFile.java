package org.ccdas.pipelines.config;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.ccdas.inputs.InputException;
import org.ccdas.inputs.file.Location;
import org.ccdas.inputs.file.StoredFiles;

/** Reads experiment files and writes the resolved copy. */
public final class ExperimentFile {
  private ExperimentFile() {}

  /**
   * Reads an experiment. Relative paths in it refer to the folder of the file; paths that begin
   * with <code>${data}</code> to the data folder.
   *
   * @param file the YAML file
   * @param dataFolder the data folder, or null when there is none
   * @throws InputException naming file, line, column and key of what is wrong
   */
  public static Experiment read(Location file, Location dataFolder) {
    return read(file, dataFolder, RunnerOverride.NONE);
  }

  /** As above, on the runner of the command line. */
  public static Experiment read(Location file, Location dataFolder, RunnerOverride runner) {
    return build(
        SettingFile.read(file, "experiment file"),
        new BaseFolders(file.parent(), dataFolder),
        runner);
  }

  /** Reads an experiment from text; {@code name} stands for the file in errors. */
  static Experiment parse(String text, String name, BaseFolders folders) {
    return build(SettingFile.of(text, name), folders, RunnerOverride.NONE);
  }

  private static Experiment build(SettingFile file, BaseFolders folders, RunnerOverride runner) {
    return file.build(
        Experiment.class, folders, complete -> runner.into((ObjectNode) complete.get("runner")));
  }

  /**
   * The experiment as YAML, every key with its value; reading it again gives an equal experiment.
   */
  public static String toYaml(Experiment experiment) {
    try {
      return SettingFile.YAML.writeValueAsString(experiment);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException("The experiment " + experiment.name() + " has no YAML", e);
    }
  }

  /** Writes the resolved copy that is kept with the results. */
  public static void write(Experiment experiment, Location file) throws IOException {
    StoredFiles.write(file, toYaml(experiment).getBytes(StandardCharsets.UTF_8));
  }
}
