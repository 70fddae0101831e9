package org.ccdas.pipelines.config;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ccdas.inputs.setting.DataPath;
import org.ccdas.inputs.setting.Setting;
import org.ccdas.observe.stream.ObservationStream;
import org.ccdas.observe.stream.ObservationStreams;

/**
 * A key of a group of settings: a component of a record, or a stream of the observations.
 *
 * @param name in the file
 * @param type of its value
 * @param meaning with its unit: one or two sentences with their full stops
 * @param byDefault as YAML text; {@link Setting#REQUIRED} without any
 * @param range the annotation with the range; empty when there is none
 */
record SettingKey(
    String name, Type type, String meaning, String byDefault, Optional<Setting> range) {
  /** Whether a type is a group of keys. */
  static boolean isGroup(Type type) {
    return type == ObservationSettings.class
        || type instanceof Class<?> simple
            && simple.isRecord()
            && simple != DataPath.class
            && simple != StreamName.class;
  }

  /** Whether a type is a map of words by names that the user chooses. */
  static boolean isMap(Type type) {
    return type instanceof ParameterizedType parameterized
        && parameterized.getRawType() == Map.class;
  }

  /** The keys of a group, in its order. */
  static List<SettingKey> of(Class<?> group) {
    return group == ObservationSettings.class
        ? ObservationStreams.all().stream().map(SettingKey::stream).toList()
        : Arrays.stream(group.getRecordComponents())
            .map(
                component -> {
                  Setting setting = component.getAnnotation(Setting.class);
                  return new SettingKey(
                      component.getName(),
                      component.getGenericType(),
                      setting.value(),
                      setting.byDefault(),
                      Optional.of(setting));
                })
            .toList();
  }

  /** What is said of a stream. */
  private static SettingKey stream(ObservationStream<?> stream) {
    return new SettingKey(
        stream.name(), stream.settings(), meaning(stream), "null", Optional.empty());
  }

  /** What is said of a stream, in one or two sentences. */
  static String meaning(ObservationStream<?> stream) {
    String title = stream.title();
    return Character.toUpperCase(title.charAt(0)) + title.substring(1) + ". Null: none.";
  }

  /** Whether the file must have the key. */
  boolean required() {
    return byDefault.equals(Setting.REQUIRED);
  }

  /** Whether the key may be null. */
  boolean optional() {
    return byDefault.equals("null");
  }
}
