package org.ccdas.report.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ccdas.inputs.InputException;
import org.ccdas.inputs.file.Location;

/** A JSON file of a run, read by dotted keys; what is not there is NaN, empty or false. */
public final class RunJson {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final JsonNode node;

  private RunJson(JsonNode node) {
    this.node = node;
  }

  /** Reads a file. */
  public static RunJson read(Location path) {
    return parse(path.toString(), RunFiles.bytes(path));
  }

  /** Reads a file of one JSON object a line. */
  public static List<RunJson> lines(Location path) {
    List<RunJson> objects = new ArrayList<>();
    for (String line : RunFiles.text(path).lines().filter(l -> !l.isBlank()).toList()) {
      objects.add(parse(path.toString(), line.getBytes(StandardCharsets.UTF_8)));
    }
    return objects;
  }

  private static RunJson parse(String file, byte[] bytes) {
    try {
      return new RunJson(JSON.readTree(bytes));
    } catch (IOException e) {
      throw new InputException(
          file,
          "",
          "it is not complete JSON (" + e.getMessage() + ")",
          "Run the assimilation again with --resume, which writes its results anew",
          e);
    }
  }

  private JsonNode at(String key) {
    JsonNode found = node;
    for (String part : key.split("\\.")) {
      found = found.path(part);
    }
    return found;
  }

  /** Whether there is something that is not null. */
  public boolean has(String key) {
    return !at(key).isMissingNode() && !at(key).isNull();
  }

  /** A number, NaN when there is none. */
  public double number(String key) {
    return at(key).isNumber() ? at(key).doubleValue() : Double.NaN;
  }

  /** A text or number as text, empty when there is none. */
  public String text(String key) {
    return at(key).asText("");
  }

  /** Whether the value is true. */
  public boolean isTrue(String key) {
    return at(key).asBoolean(false);
  }

  /** The texts of a list. */
  public List<String> texts(String key) {
    List<String> texts = new ArrayList<>();
    at(key).forEach(item -> texts.add(item.asText()));
    return texts;
  }

  /** The objects of a list. */
  public List<RunJson> list(String key) {
    List<RunJson> list = new ArrayList<>();
    at(key).forEach(item -> list.add(new RunJson(item)));
    return list;
  }

  /** The members of an object, in the order of the file. */
  public Map<String, RunJson> members(String key) {
    Map<String, RunJson> members = new LinkedHashMap<>();
    at(key)
        .fields()
        .forEachRemaining(field -> members.put(field.getKey(), new RunJson(field.getValue())));
    return members;
  }

  /** This value as text. */
  public String asText() {
    return node.asText("");
  }
}
