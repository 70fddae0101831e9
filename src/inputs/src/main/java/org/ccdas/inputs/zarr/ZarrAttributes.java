package org.ccdas.inputs.zarr;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.TreeMap;
import org.ccdas.inputs.netcdf.FileAttribute;
import org.ccdas.inputs.netcdf.NumberType;

/** Attributes of a store or array, which JSON writes: texts, numbers and lists of numbers. */
final class ZarrAttributes {
  private ZarrAttributes() {}

  static Map<String, FileAttribute> of(JsonNode json) {
    Map<String, FileAttribute> attributes = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    json.fields()
        .forEachRemaining(
            entry -> {
              JsonNode value = entry.getValue();
              if (value.isNumber()) {
                attributes.put(entry.getKey(), numbers(value));
              } else if (value.isArray() && !value.isEmpty() && allNumbers(value)) {
                attributes.put(entry.getKey(), list(value));
              } else {
                attributes.put(
                    entry.getKey(),
                    FileAttribute.text(value.isTextual() ? value.textValue() : value.toString()));
              }
            });
    return attributes;
  }

  private static boolean allNumbers(JsonNode list) {
    for (JsonNode element : list) {
      if (!element.isNumber()) {
        return false;
      }
    }
    return true;
  }

  private static FileAttribute numbers(JsonNode value) {
    return FileAttribute.numbers(
        value.isIntegralNumber() ? NumberType.LONG : NumberType.DOUBLE,
        new double[] {value.doubleValue()});
  }

  private static FileAttribute list(JsonNode list) {
    double[] numbers = new double[list.size()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = list.get(i).doubleValue();
    }
    return FileAttribute.numbers(NumberType.DOUBLE, numbers);
  }
}
