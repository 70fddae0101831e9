package org.ccdas.pipelines.config;

import java.io.Serializable;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import org.ccdas.inputs.setting.InvalidSetting;
import org.ccdas.inputs.setting.Setting;
import org.ccdas.inputs.weather.ArchiveVariable;
import org.ccdas.inputs.weather.Quantity;
import org.ccdas.inputs.weather.Stamp;
import org.ccdas.inputs.weather.StepKind;
import org.ccdas.inputs.weather.WeatherArchive;

/**
 * The description of an archive of weather.
 *
 * @param name of the archive
 * @param stepHours length of a step
 * @param stamp where in a step its time stamp stands
 * @param restartHours when accumulation begins anew
 * @param variables what the files hold
 */
public record ArchiveSettings(
    @Setting("Name of the archive.") String name,
    @Setting(
            value = "Length of a step in hours; 24: days as the archive has cut them.",
            atLeast = 1,
            atMost = 24)
        int stepHours,
    @Setting(
            value = "Where in its step a time stamp stands, in files without bounds of time.",
            byDefault = "end")
        Stamp stamp,
    @Setting(
            value = "For kind accumulation: hours of the day, UTC, at which it begins anew.",
            byDefault = "[]",
            atLeast = 0,
            atMost = 23)
        List<Integer> restartHours,
    @Setting("The variables, in the order of preference.") List<Variable> variables)
    implements Serializable {
  /**
   * A variable of an archive.
   *
   * @param names that files use
   * @param gives quantities that follow
   * @param kind what its numbers are of
   * @param part of the quantity
   * @param unit true unit, or null
   */
  public record Variable(
      @Setting("Names, any of which a file may use.") List<String> names,
      @Setting("Quantities that follow from it.") List<Quantity> gives,
      @Setting("What its numbers are of.") StepKind kind,
      @Setting(
              value = "Part of the quantity, such as rain and snow, which are added.",
              byDefault = "\"whole\"")
          String part,
      @Setting(value = "True unit where files do not say it, UDUNITS.", byDefault = "null")
          String unit)
      implements Serializable {}

  /** Checks what concerns several keys. */
  public ArchiveSettings {
    restartHours = List.copyOf(restartHours);
    variables = List.copyOf(variables);
  }

  /**
   * The archive.
   *
   * @throws InvalidSetting when the description does not make one
   */
  WeatherArchive archive() {
    try {
      return new WeatherArchive(
          name,
          name,
          Duration.ofHours(stepHours),
          stamp,
          new LinkedHashSet<>(restartHours),
          variables.stream()
              .map(
                  v ->
                      new ArchiveVariable(
                          v.names(),
                          v.gives(),
                          v.kind(),
                          v.part(),
                          v.unit() == null ? "" : v.unit()))
              .toList());
    } catch (IllegalArgumentException e) {
      throw new InvalidSetting(
          "variables", e.getMessage(), "See docs/weather.md for what an archive must give");
    }
  }
}
