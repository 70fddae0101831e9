package org.ccdas.pipelines.config;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import org.ccdas.core.InputException;
import org.ccdas.core.file.AtomicFile;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;

/** Reads experiment files and writes the resolved copy. */
public final class ExperimentFile {
  private static final ObjectMapper YAML = mapper();

  private ExperimentFile() {}

  private static ObjectMapper mapper() {
    YAMLFactory factory =
        YAMLFactory.builder()
            .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
            .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
            .disable(YAMLGenerator.Feature.SPLIT_LINES)
            .build();
    SimpleModule months = new SimpleModule();
    months.addSerializer(YearMonth.class, new YearMonthText.Writer());
    months.addDeserializer(YearMonth.class, new YearMonthText.Reader());
    return new ObjectMapper(factory)
        .registerModule(months)
        .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
  }

  /**
   * Reads an experiment. Relative paths in it refer to the folder of the file; paths that begin
   * with <code>${data}</code> to the data folder.
   *
   * @param file the YAML file
   * @param dataFolder the data folder, or null when there is none
   * @throws InputException naming file, line, column and key of what is wrong
   */
  public static Experiment read(Path file, Path dataFolder) {
    return read(file, dataFolder, RunnerOverride.NONE);
  }

  /** As above, on the runner of the command line. */
  public static Experiment read(Path file, Path dataFolder, RunnerOverride runner) {
    String text;
    try {
      text = Files.readString(file, StandardCharsets.UTF_8);
    } catch (NoSuchFileException e) {
      throw new InputException(
          file.toString(), "", "there is no such experiment file", "Check the path", e);
    } catch (CharacterCodingException e) {
      throw new InputException(
          file.toString(), "", "the file is not UTF-8 text", "Save it in UTF-8", e);
    } catch (IOException e) {
      throw new InputException(
          file.toString(), "", "the file cannot be read (" + e.getMessage() + ")", "Check it", e);
    }
    return parse(
        text,
        file.toString(),
        new BaseFolders(file.toAbsolutePath().getParent(), dataFolder),
        runner);
  }

  /** Reads an experiment from text; {@code name} stands for the file in errors. */
  static Experiment parse(String text, String name, BaseFolders folders) {
    return parse(text, name, folders, RunnerOverride.NONE);
  }

  private static Experiment parse(
      String text, String name, BaseFolders folders, RunnerOverride runner) {
    JsonNode tree = tree(text, name);
    SettingPlaces places = places(text, name);
    try {
      ObjectNode complete = new SettingTree(YAML, folders).complete("", Experiment.class, tree);
      runner.into((ObjectNode) complete.get("runner"));
      return YAML.treeToValue(complete, Experiment.class);
    } catch (InvalidSetting e) {
      throw input(name, places, e.key(), e);
    } catch (ValueInstantiationException e) {
      if (e.getCause() instanceof InvalidSetting invalid) {
        throw input(name, places, SettingPlaces.child(path(e.getPath()), invalid.key()), invalid);
      }
      throw new IllegalStateException("The experiment " + name + " cannot be built", e);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("The experiment " + name + " cannot be built", e);
    }
  }

  private static SettingPlaces places(String text, String name) {
    try {
      return new SettingPlaces(text);
    } catch (YAMLException e) {
      Mark mark = e instanceof MarkedYAMLException marked ? marked.getProblemMark() : null;
      throw new InputException(
          name,
          mark == null ? "" : "line " + (mark.getLine() + 1) + ", column " + (mark.getColumn() + 1),
          "this is more than an experiment file may hold: "
              + e.getMessage().lines().findFirst().orElse(""),
          "Write plain keys and values, without tags (!), anchors (&) and aliases (*)",
          e);
    }
  }

  private static JsonNode tree(String text, String name) {
    try {
      JsonNode tree = YAML.readTree(text);
      if (tree.isMissingNode() || tree.isNull()) {
        throw new InputException(
            name, "", "the file is empty", "See 'ccdas config keys' for what belongs into it");
      }
      return tree;
    } catch (JsonProcessingException e) {
      JsonLocation location = e.getLocation();
      String place =
          location == null
              ? ""
              : "line " + location.getLineNr() + ", column " + location.getColumnNr();
      String first = e.getOriginalMessage().lines().findFirst().orElse("syntax error");
      throw new InputException(
          name,
          place,
          "this is not valid YAML: " + first,
          "Check indentation, colons, brackets and keys given twice near this line",
          e);
    }
  }

  private static InputException input(
      String name, SettingPlaces places, String key, InvalidSetting e) {
    return new InputException(name, places.describe(key), e.problem(), e.remedy(), e);
  }

  private static String path(List<JsonMappingException.Reference> references) {
    String path = "";
    for (JsonMappingException.Reference reference : references) {
      path =
          reference.getFieldName() == null
              ? path + "[" + reference.getIndex() + "]"
              : SettingPlaces.child(path, reference.getFieldName());
    }
    return path;
  }

  /**
   * The experiment as YAML, every key with its value; reading it again gives an equal experiment.
   */
  public static String toYaml(Experiment experiment) {
    try {
      return YAML.writeValueAsString(experiment);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException("The experiment " + experiment.name() + " has no YAML", e);
    }
  }

  /** Writes the resolved copy that is kept with the results. */
  public static void write(Experiment experiment, Path file) throws IOException {
    AtomicFile.write(file, toYaml(experiment).getBytes(StandardCharsets.UTF_8));
  }
}
