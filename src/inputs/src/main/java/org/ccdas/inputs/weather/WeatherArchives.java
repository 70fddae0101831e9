package org.ccdas.inputs.weather;

import java.util.Comparator;
import java.util.List;
import java.util.ServiceLoader;
import org.ccdas.inputs.InputException;
import org.ccdas.inputs.setting.Spelling;

/** The archives that can be read. */
public final class WeatherArchives {
  private WeatherArchives() {}

  /**
   * All on the class path, in the order of their names.
   *
   * @throws IllegalArgumentException when two have one name
   */
  public static List<WeatherArchive> installed() {
    return installed(WeatherArchives.class.getClassLoader());
  }

  /** All that a class loader finds. */
  static List<WeatherArchive> installed(ClassLoader loader) {
    List<WeatherArchive> archives =
        ServiceLoader.load(WeatherArchiveSource.class, loader).stream()
            .flatMap(source -> source.get().archives().stream())
            .sorted(Comparator.comparing(WeatherArchive::name))
            .toList();
    for (int i = 1; i < archives.size(); i++) {
      if (archives.get(i).name().equals(archives.get(i - 1).name())) {
        throw new IllegalArgumentException(
            "Two archives of weather have the name " + archives.get(i).name());
      }
    }
    return archives;
  }

  /**
   * The archive of this name.
   *
   * @throws InputException naming those that there are
   */
  public static WeatherArchive named(String name) {
    List<WeatherArchive> all = installed();
    List<String> names = all.stream().map(WeatherArchive::name).toList();
    return all.stream()
        .filter(archive -> archive.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new InputException(
                    "archive " + name,
                    "",
                    "there is no such archive of weather",
                    Spelling.nearest(name, names)
                            .map(word -> "Did you mean '" + word + "'? ")
                            .orElse("")
                        + "There are "
                        + String.join(", ", names)
                        + ", and descriptions in YAML"));
  }
}
