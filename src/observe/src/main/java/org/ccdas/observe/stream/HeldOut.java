package org.ccdas.observe.stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.Serializable;
import java.util.List;
import org.ccdas.inputs.setting.Setting;

/**
 * Observations that a member of a comparison keeps for validation.
 *
 * @param stations codes of stations
 * @param years of all that the member assimilates
 * @param regions of observations of cells
 */
public record HeldOut(
    @Setting(
            value = "Codes of stations of the base whose observations are held out.",
            byDefault = "[]")
        List<String> stations,
    @Setting(
            value = "Years held out, of all observations that the member assimilates.",
            byDefault = "[]")
        List<Integer> years,
    @Setting(
            value =
                "Regions whose observations of cells are held out; names of the last set in the base's"
                    + " regions.",
            byDefault = "[]")
        List<String> regions)
    implements Serializable {
  /** Copies the lists. */
  public HeldOut {
    stations = List.copyOf(stations);
    years = List.copyOf(years);
    regions = List.copyOf(regions);
  }

  /** Nothing is held out. */
  public static HeldOut nothing() {
    return new HeldOut(List.of(), List.of(), List.of());
  }

  /** Adds what is not there yet to a list of texts or whole numbers in a tree of settings. */
  public static void append(ObjectNode settings, String key, List<?> values) {
    ArrayNode list = settings.withArray(key);
    for (Object value : values) {
      boolean there = false;
      for (JsonNode present : list) {
        there |= present.asText().equals(value.toString());
      }
      if (!there) {
        if (value instanceof Integer number) {
          list.add(number);
        } else {
          list.add(value.toString());
        }
      }
    }
  }
}
