package org.ccdas.pipelines.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Collectors;
import org.ccdas.inputs.setting.DataPath;
import org.ccdas.inputs.setting.InvalidSetting;
import org.ccdas.inputs.setting.Setting;
import org.ccdas.inputs.setting.Spelling;

/**
 * Makes a complete tree from what a user wrote: every key known, every default filled in, every
 * value of its type and range, every path resolved. The records then only check what concerns
 * several keys.
 */
final class SettingTree {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final ObjectMapper yaml;
  private final BaseFolders folders;

  SettingTree(ObjectMapper yaml, BaseFolders folders) {
    this.yaml = yaml;
    this.folders = folders;
  }

  /**
   * The complete tree of a record, keys in the record's order.
   *
   * @param key path of the record, empty for the root
   * @throws InvalidSetting with the full path of the key that is wrong
   */
  ObjectNode complete(String key, Class<?> type, JsonNode given) {
    if (!given.isObject()) {
      throw new InvalidSetting(
          key,
          "expected a group of keys, found " + found(given),
          "The keys here are " + keys(type));
    }
    for (Iterator<String> names = given.fieldNames(); names.hasNext(); ) {
      requireKnown(key, type, names.next());
    }
    ObjectNode complete = NODES.objectNode();
    for (SettingKey setting : SettingKey.of(type)) {
      String name = setting.name();
      complete.set(name, value(SettingPlaces.child(key, name), setting, given.get(name)));
    }
    return complete;
  }

  private static void requireKnown(String key, Class<?> type, String name) {
    List<String> known = SettingKey.of(type).stream().map(SettingKey::name).toList();
    if (!known.contains(name)) {
      String hint =
          Spelling.nearest(name, known).map(word -> "Did you mean '" + word + "'? ").orElse("");
      throw new InvalidSetting(
          SettingPlaces.child(key, name),
          "unknown key '" + name + "'",
          hint + "The keys here are " + keys(type));
    }
  }

  private static String keys(Class<?> type) {
    return SettingKey.of(type).stream().map(SettingKey::name).collect(Collectors.joining(", "));
  }

  private JsonNode value(String key, SettingKey setting, JsonNode given) {
    JsonNode node = given;
    if (node == null) {
      if (setting.required()) {
        throw new InvalidSetting(
            key,
            "the required key '" + setting.name() + "' is missing",
            "Add it: " + sentence(setting));
      }
      node = byDefault(setting);
    }
    // The YAML reader gives a key without a value as an empty text.
    if (node.isNull() || node.isTextual() && node.textValue().isEmpty()) {
      if (setting.optional()) {
        return NODES.nullNode();
      }
      throw new InvalidSetting(key, "the key has no value", "Give one: " + sentence(setting));
    }
    JsonNode converted = convert(key, setting.type(), node);
    setting.range().ifPresent(range -> requireRange(key, range, converted));
    return converted;
  }

  /** The default of a key as a tree. */
  private JsonNode byDefault(SettingKey setting) {
    try {
      return yaml.readTree(setting.byDefault());
    } catch (IOException e) {
      throw new UncheckedIOException("default of a setting: " + setting.byDefault(), e);
    }
  }

  private static String sentence(SettingKey setting) {
    return sentence(setting.meaning());
  }

  private static String sentence(String meaning) {
    return meaning.replaceFirst("\\.$", "");
  }

  private JsonNode convert(String key, Type type, JsonNode node) {
    if (SettingKey.isMap(type)) {
      return words(key, node);
    }
    if (type instanceof ParameterizedType list) {
      if (!node.isArray()) {
        throw wrong(key, "a list in brackets, such as [a, b]", node);
      }
      ArrayNode converted = NODES.arrayNode();
      for (int i = 0; i < node.size(); i++) {
        converted.add(convert(key + "[" + i + "]", list.getActualTypeArguments()[0], node.get(i)));
      }
      return converted;
    }
    Class<?> simple = (Class<?>) type;
    if (simple == DataPath.class) {
      return NODES.textNode(folders.resolve(key, text(key, "a path", node)));
    }
    return SettingKey.isGroup(simple)
        ? complete(key, simple, node)
        : SettingScalar.convert(key, simple, node);
  }

  /** Words by names that the user chooses; numbers and truth values count as words. */
  private static ObjectNode words(String key, JsonNode node) {
    if (!node.isObject()) {
      throw wrong(key, "names with values, such as {a: 1, b: yes}", node);
    }
    ObjectNode words = NODES.objectNode();
    node.fields()
        .forEachRemaining(
            word -> {
              if (!word.getValue().isValueNode() || word.getValue().isNull()) {
                throw wrong(
                    SettingPlaces.child(key, word.getKey()), "a single value", word.getValue());
              }
              words.put(word.getKey(), word.getValue().asText());
            });
    return words;
  }

  private static String text(String key, String expected, JsonNode node) {
    if (!node.isTextual()) {
      throw wrong(key, expected, node);
    }
    return node.textValue();
  }

  private static void requireRange(String key, Setting setting, JsonNode node) {
    for (int i = 0; node.isArray() && i < node.size(); i++) {
      requireRange(key + "[" + i + "]", setting, node.get(i));
    }
    if (!node.isNumber()) {
      return;
    }
    double value = node.doubleValue();
    String rule = null;
    if (value < setting.atLeast()) {
      rule = "at least " + plain(setting.atLeast());
    } else if (value <= setting.above()) {
      rule = "above " + plain(setting.above());
    } else if (value > setting.atMost()) {
      rule = "at most " + plain(setting.atMost());
    }
    if (rule != null) {
      throw new InvalidSetting(
          key,
          plain(value) + " is out of range",
          "It must be " + rule + ": " + sentence(setting.value()));
    }
  }

  /** A number without a needless decimal part. */
  static String plain(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? Long.toString((long) value)
        : Double.toString(value);
  }

  /** The error of a value that is of another type. */
  static InvalidSetting wrong(String key, String expected, JsonNode node) {
    return new InvalidSetting(
        key, "expected " + expected + ", found " + found(node), "Correct the value");
  }

  private static String found(JsonNode node) {
    if (node.isObject()) {
      return "a group of keys";
    }
    if (node.isArray()) {
      return "a list";
    }
    return node.isNull() || node.isMissingNode() ? "nothing" : "'" + node.asText() + "'";
  }
}
