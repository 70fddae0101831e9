package org.ccdas.pipelines.config;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.ccdas.inputs.InputException;
import org.ccdas.inputs.file.Location;
import org.ccdas.inputs.file.StoredFiles;
import org.ccdas.inputs.setting.InvalidSetting;

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

  /** The complete tree of settings of an experiment. */
  public static ObjectNode tree(Experiment experiment) {
    return SettingFile.YAML.valueToTree(experiment);
  }

  /**
   * The experiment after a change of its complete tree of settings.
   *
   * @throws InvalidSetting when a record refuses what the change has made
   */
  public static Experiment changed(Experiment experiment, Consumer<ObjectNode> change) {
    ObjectNode tree = tree(experiment);
    change.accept(tree);
    try {
      return SettingFile.YAML.treeToValue(tree, Experiment.class);
    } catch (ValueInstantiationException e) {
      if (e.getCause() instanceof InvalidSetting invalid) {
        throw invalid;
      }
      throw new UncheckedIOException("The changed experiment cannot be built", e);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException("The changed experiment cannot be built", e);
    }
  }

  /** Writes the resolved copy that is kept with the results. */
  public static void write(Experiment experiment, Location file) throws IOException {
    StoredFiles.write(file, toYaml(experiment).getBytes(StandardCharsets.UTF_8));
  }
}
