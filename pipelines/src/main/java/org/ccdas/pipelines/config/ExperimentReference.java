package org.ccdas.pipelines.config;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.ccdas.inputs.setting.DataPath;
import org.ccdas.inputs.setting.Setting;
import org.ccdas.observe.stream.ObservationStreams;

/** The reference page of experiment and comparison files, made from the records that read them. */
public final class ExperimentReference {
  private ExperimentReference() {}

  /** All keys as Markdown, nested keys with dots, list elements with {@code []}. */
  public static String markdown() {
    StringBuilder page =
        new StringBuilder(
            """
            # The experiment file

            One YAML file says everything that a run depends on. This page is made from the program
            (`./ccdas config keys`), as is the [JSON schema](experiment.schema.json) that editors use for
            completion and checks (`./ccdas config schema`).

            - Relative paths refer to the folder of the YAML file. A path that begins with `${data}/` refers
              to the folder given by `--data`.
            - Unknown keys, wrong types and values out of range are refused with file, line and column.
            - `./ccdas config resolve FILE [--data FOLDER]` prints the experiment with every default filled
              in and every path resolved; a run keeps this copy as `resolved.yaml` beside its results.
            - Keys without a default are required, within a group only when the group is given.

            | key | type | default | meaning |
            |---|---|---|---|
            """);
    rows(page, "", Experiment.class, Set.of());
    page.append(
        """

        ## The comparison file

        `./ccdas experiment` ([how](experiments.md)) runs several experiments with the same prior. Its file
        names a base, which is an experiment file as above, and the members. Its JSON schema is
        [comparison.schema.json](comparison.schema.json) (`./ccdas config schema --comparison`).

        | key | type | default | meaning |
        |---|---|---|---|
        """);
    rows(page, "", Comparison.class, Set.of(MinimiserSettings.class, PosteriorSettings.class));
    return page.toString();
  }

  /** Rows of all keys but those of groups that the page has described before. */
  private static void rows(
      StringBuilder page, String path, Class<?> type, Set<Class<?>> described) {
    for (SettingKey key : SettingKey.of(type)) {
      Type element = key.type();
      String name = SettingPlaces.child(path, key.name());
      if (element instanceof ParameterizedType list && !SettingKey.isMap(element)) {
        element = list.getActualTypeArguments()[0];
        name += "[]";
      }
      page.append("| `").append(name).append("` | ").append(type(key.type()));
      page.append(" | ").append(key.required() ? "required" : "`" + key.byDefault() + "`");
      page.append(" | ")
          .append(key.meaning())
          .append(key.range().map(ExperimentReference::range).orElse(""))
          .append(" |\n");
      if (element instanceof Class<?> nested
          && SettingKey.isGroup(nested)
          && !described.contains(nested)) {
        rows(page, name, nested, described);
      }
    }
  }

  private static String type(Type type) {
    if (SettingKey.isMap(type)) {
      return "names with values";
    }
    if (type instanceof ParameterizedType list) {
      return "list of " + type(list.getActualTypeArguments()[0]);
    }
    Class<?> simple = (Class<?>) type;
    if (simple.isEnum()) {
      return choices(Arrays.asList(simple.getEnumConstants()));
    }
    if (simple == StreamName.class) {
      return choices(ObservationStreams.names());
    }
    if (simple == DataPath.class) {
      return "path";
    }
    if (simple == YearMonth.class) {
      return "month";
    }
    if (simple == boolean.class) {
      return "true or false";
    }
    if (simple == int.class || simple == Integer.class || simple == long.class) {
      return "whole number";
    }
    if (simple == double.class) {
      return "number";
    }
    return simple == String.class ? "text" : "group";
  }

  private static String choices(List<?> words) {
    return words.stream().map(word -> "`" + word + "`").collect(Collectors.joining(" or "));
  }

  private static String range(Setting setting) {
    String low =
        Double.isFinite(setting.atLeast())
            ? "at least " + SettingTree.plain(setting.atLeast())
            : Double.isFinite(setting.above()) ? "above " + SettingTree.plain(setting.above()) : "";
    String high =
        Double.isFinite(setting.atMost()) ? "at most " + SettingTree.plain(setting.atMost()) : "";
    String both = low + (low.isEmpty() || high.isEmpty() ? "" : ", ") + high;
    return both.isEmpty() ? "" : " Range: " + both + ".";
  }
}
