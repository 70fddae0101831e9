package org.ccdas.pipelines.config;

import java.beans.Introspector;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;
import org.apache.beam.sdk.options.PipelineOptions;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.ccdas.inputs.setting.InvalidSetting;
import org.ccdas.inputs.setting.Spelling;

/** A runner's own options, passed through to it from an experiment file or the command line. */
public final class RunnerOptions {
  private static final String KEY = "options.";

  private RunnerOptions() {}

  /**
   * Makes sure that the runner has each of these options, that none is set by the program itself,
   * and that each value is of its type.
   *
   * @throws InvalidSetting naming the option, with the one that was probably meant
   */
  static void check(RunnerName runner, Map<String, String> options) {
    for (Map.Entry<String, String> option : options.entrySet()) {
      String name = option.getKey();
      String instead = runner.ownOptions().get(name);
      if (instead != null) {
        throw new InvalidSetting(
            KEY + name, "the option '" + name + "' is set by the program", instead);
      }
      TreeSet<String> known = names(runner.options());
      known.removeAll(runner.ownOptions().keySet());
      if (!known.contains(name)) {
        throw new InvalidSetting(
            KEY + name,
            "the runner " + runner + " has no option '" + name + "'",
            Spelling.nearest(name, known)
                .map(word -> "Did you mean '" + word + "'?")
                .orElse("See " + runner.options().getSimpleName() + " in Beam's documentation"));
      }
      try {
        of(Map.of(name, option.getValue()), runner.options());
      } catch (IllegalArgumentException e) {
        throw new InvalidSetting(
            KEY + name,
            "'" + option.getValue() + "' is no value of the option '" + name + "'",
            "Correct it: " + e.getMessage().lines().findFirst().orElse(""));
      }
    }
  }

  /** Names of all options of an interface: what it can both get and set. */
  private static TreeSet<String> names(Class<? extends PipelineOptions> options) {
    TreeSet<String> settable = new TreeSet<>();
    TreeSet<String> names = new TreeSet<>();
    for (Method method : options.getMethods()) {
      if (method.getName().startsWith("set") && method.getParameterCount() == 1) {
        settable.add(Introspector.decapitalize(method.getName().substring(3)));
      }
      if (method.getParameterCount() == 0) {
        names.add(Introspector.decapitalize(method.getName().replaceFirst("^(get|is)", "")));
      }
    }
    names.retainAll(settable);
    return names;
  }

  /** Beam's options with these values, checked before. */
  public static <T extends PipelineOptions> T of(Map<String, String> options, Class<T> type) {
    String[] arguments =
        options.entrySet().stream()
            .map(option -> "--" + option.getKey() + "=" + option.getValue())
            .toArray(String[]::new);
    return PipelineOptionsFactory.fromArgs(arguments).as(type);
  }

  /**
   * Options as the command line has them: {@code name=value,...}, where a comma that no {@code
   * name=} follows belongs to the value.
   *
   * @throws IllegalArgumentException naming the part that has no equals sign
   */
  public static Map<String, String> parse(String text) {
    Map<String, String> options = new LinkedHashMap<>();
    Arrays.stream(text.split(",(?=[A-Za-z][A-Za-z0-9]*=)"))
        .forEach(
            part -> {
              int equals = part.indexOf('=');
              if (equals < 1) {
                throw new IllegalArgumentException("'" + part + "' is not NAME=VALUE");
              }
              options.put(part.substring(0, equals).strip(), part.substring(equals + 1).strip());
            });
    return options;
  }
}
