package org.ccdas.pipelines.config;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.Map;
import org.ccdas.inputs.setting.InvalidSetting;
import org.ccdas.observe.stream.ObservationStream;
import org.ccdas.observe.stream.ObservationStreams;

/**
 * The observations: settings by name of the stream, for the streams that are installed; at least
 * one of them is there. A run that assimilates none of them gives the prior.
 */
public final class ObservationSettings implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Null for a stream that is not used. */
  private final LinkedHashMap<String, Record> streams;

  private ObservationSettings(Map<String, Record> streams) {
    this.streams = new LinkedHashMap<>(streams);
    if (streams.values().stream().allMatch(settings -> settings == null)) {
      throw new InvalidSetting(
          streams.keySet().stream().findFirst().orElse(""),
          "there are no observations",
          "Give one or more of " + String.join(", ", streams.keySet()));
    }
  }

  /** The settings of a complete tree. */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  static ObservationSettings of(JsonNode tree) throws JsonProcessingException {
    Map<String, Record> streams = new LinkedHashMap<>();
    for (ObservationStream<?> stream : ObservationStreams.all()) {
      streams.put(stream.name(), record(stream, tree.get(stream.name())));
    }
    return new ObservationSettings(streams);
  }

  private static Record record(ObservationStream<?> stream, JsonNode tree)
      throws JsonProcessingException {
    if (tree == null || tree.isNull()) {
      return null;
    }
    try {
      return SettingFile.YAML.treeToValue(tree, stream.settings());
    } catch (ValueInstantiationException e) {
      if (e.getCause() instanceof InvalidSetting invalid) {
        throw new InvalidSetting(
            SettingPlaces.child(stream.name(), invalid.key()), invalid.problem(), invalid.remedy());
      }
      throw e;
    }
  }

  /** The settings of the streams that are used, in the order of the streams. */
  @JsonValue
  public Map<String, Record> used() {
    Map<String, Record> used = new LinkedHashMap<>(streams);
    used.values().removeIf(settings -> settings == null);
    return used;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ObservationSettings that && streams.equals(that.streams);
  }

  @Override
  public int hashCode() {
    return streams.hashCode();
  }

  @Override
  public String toString() {
    return streams.toString();
  }
}
