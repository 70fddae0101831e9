package org.ccdas.pipelines.config;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.function.Consumer;
import org.ccdas.inputs.InputException;
import org.ccdas.inputs.file.Location;
import org.ccdas.inputs.file.StoredFiles;
import org.ccdas.inputs.setting.InvalidSetting;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * A YAML file of settings that becomes a record. What is wrong is refused with file, line, column
 * and key.
 */
final class SettingFile {
  /** Reads and writes the records. */
  static final ObjectMapper YAML = mapper();

  private final String name;
  private final JsonNode tree;
  private final SettingPlaces places;

  private SettingFile(String name, JsonNode tree, SettingPlaces places) {
    this.name = name;
    this.tree = tree;
    this.places = places;
  }

  private static ObjectMapper mapper() {
    YAMLFactory factory =
        YAMLFactory.builder()
            .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
            .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
            .disable(YAMLGenerator.Feature.SPLIT_LINES)
            .build();
    return new ObjectMapper(factory)
        .registerModule(new JavaTimeModule())
        .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
        .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
  }

  /**
   * Reads a file.
   *
   * @param kind what it should be, for errors, such as {@code experiment file}
   */
  static SettingFile read(Location file, String kind) {
    try {
      return of(StoredFiles.readText(file), file.toString());
    } catch (NoSuchFileException e) {
      throw new InputException(
          file.toString(), "", "there is no such " + kind, "Check the path", e);
    } catch (CharacterCodingException e) {
      throw new InputException(
          file.toString(), "", "the file is not UTF-8 text", "Save it in UTF-8", e);
    } catch (IOException e) {
      throw new InputException(
          file.toString(), "", "the file cannot be read (" + e.getMessage() + ")", "Check it", e);
    }
  }

  /** Takes a text; {@code name} stands for the file in errors. */
  static SettingFile of(String text, String name) {
    return new SettingFile(name, tree(text, name), places(text, name));
  }

  /** What the user wrote; a copy. */
  JsonNode tree() {
    return tree.deepCopy();
  }

  /** The record, after a change of the complete tree. */
  <T> T build(Class<T> type, BaseFolders folders, Consumer<ObjectNode> change) {
    return build(type, folders, tree, change);
  }

  /** The record from another tree than that of the file, whose keys have the same places. */
  <T> T build(Class<T> type, BaseFolders folders, JsonNode given, Consumer<ObjectNode> change) {
    try {
      ObjectNode complete = new SettingTree(YAML, folders).complete("", type, given);
      change.accept(complete);
      return YAML.treeToValue(complete, type);
    } catch (InvalidSetting e) {
      throw refused(e.key(), e);
    } catch (ValueInstantiationException e) {
      if (e.getCause() instanceof InvalidSetting invalid) {
        throw refused(SettingPlaces.child(path(e.getPath()), invalid.key()), invalid);
      }
      throw new IllegalStateException("The settings of " + name + " cannot be built", e);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("The settings of " + name + " cannot be built", e);
    }
  }

  /** The error of a setting, with its place. */
  InputException refused(String key, InvalidSetting e) {
    return new InputException(name, places.describe(key), e.problem(), e.remedy(), e);
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
}
