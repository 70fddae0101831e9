package org.ccdas.pipelines.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import org.ccdas.inputs.setting.InvalidSetting;
import org.ccdas.inputs.setting.Spelling;
import org.ccdas.observe.stream.ObservationStreams;

/** Converts single values to the types that records of the experiment file have. */
final class SettingScalar {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private SettingScalar() {}

  /**
   * The value as a node of exactly the wanted type.
   *
   * @throws InvalidSetting when it is of another type
   */
  static JsonNode convert(String key, Class<?> type, JsonNode node) {
    if (type == int.class || type == Integer.class || type == long.class) {
      return whole(key, type, node);
    }
    if (type == double.class || type == Double.class) {
      return NODES.numberNode(number(key, node));
    }
    if (type == boolean.class) {
      return require(node.isBoolean(), key, "true or false", node);
    }
    if (type == String.class) {
      return require(node.isTextual(), key, "a text (put numbers into quotes)", node);
    }
    if (type == YearMonth.class) {
      return month(key, node);
    }
    if (type.isEnum()) {
      List<String> words = Arrays.stream(type.getEnumConstants()).map(Object::toString).toList();
      return choice(key, words, node);
    }
    if (type == StreamName.class) {
      return choice(key, ObservationStreams.names(), node);
    }
    throw new IllegalStateException("No conversion to " + type + " at " + key);
  }

  private static JsonNode require(boolean right, String key, String expected, JsonNode node) {
    if (!right) {
      throw SettingTree.wrong(key, expected, node);
    }
    return node;
  }

  private static JsonNode whole(String key, Class<?> type, JsonNode node) {
    boolean fits = type == long.class ? node.canConvertToLong() : node.canConvertToInt();
    return require(node.isIntegralNumber() && fits, key, "a whole number", node);
  }

  private static double number(String key, JsonNode node) {
    double value = Double.NaN;
    if (node.isNumber()) {
      value = node.doubleValue();
    } else if (node.isTextual()) {
      // YAML 1.1 reads 1e-4 (without a decimal point) as text.
      try {
        value = Double.parseDouble(node.textValue());
      } catch (NumberFormatException e) {
        throw SettingTree.wrong(key, "a number", node);
      }
    }
    if (!Double.isFinite(value)) {
      throw SettingTree.wrong(key, "a number", node);
    }
    return value;
  }

  private static JsonNode month(String key, JsonNode node) {
    require(node.isTextual(), key, "a month such as 2010-01", node);
    try {
      return NODES.textNode(YearMonth.parse(node.textValue()).toString());
    } catch (DateTimeParseException e) {
      throw SettingTree.wrong(key, "a month such as 2010-01", node);
    }
  }

  private static JsonNode choice(String key, List<String> words, JsonNode node) {
    if (node.isTextual() && words.contains(node.textValue())) {
      return node;
    }
    String hint =
        Spelling.nearest(node.asText(), words).map(w -> "Did you mean '" + w + "'? ").orElse("");
    throw new InvalidSetting(
        key,
        "'" + node.asText() + "' is not one of the choices",
        hint + "The choices are " + String.join(", ", words));
  }
}
