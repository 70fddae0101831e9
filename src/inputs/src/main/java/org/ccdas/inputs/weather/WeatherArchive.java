package org.ccdas.inputs.weather;

import java.io.Serializable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * How an archive of weather writes its files.
 *
 * @param name short and unique, such as {@code era5}
 * @param title in plain words
 * @param step length of a step; 24 h: days as the archive has cut them
 * @param stamp where in a step its time stamp stands
 * @param restarts hours of the day, UTC, at which accumulation begins anew
 * @param variables in the order of preference
 */
public record WeatherArchive(
    String name,
    String title,
    Duration step,
    Stamp stamp,
    Set<Integer> restarts,
    List<ArchiveVariable> variables)
    implements Serializable {
  private static final int DAY_HOURS = 24;

  /** Checks that the step divides the day and that every quantity is given. */
  public WeatherArchive {
    restarts = Set.copyOf(restarts);
    variables = List.copyOf(variables);
    if (step.isNegative()
        || step.isZero()
        || Duration.ofDays(1).toSeconds() % step.toSeconds() != 0) {
      throw new IllegalArgumentException("archive " + name + ": steps of " + step);
    }
    EnumSet<Quantity> given = EnumSet.noneOf(Quantity.class);
    for (ArchiveVariable variable : variables) {
      given.addAll(variable.gives());
      if (variable.kind() == StepKind.ACCUMULATION && restarts.isEmpty()) {
        throw new IllegalArgumentException(
            "archive " + name + ": accumulation needs the hours at which it begins anew");
      }
    }
    if (given.size() < Quantity.values().length) {
      throw new IllegalArgumentException(
          "archive "
              + name
              + " gives "
              + given
              + " only, the model needs all of "
              + List.of(Quantity.values()));
    }
  }

  /** Whether days come as the archive has cut them. */
  public boolean isDaily() {
    return step.toHours() >= DAY_HOURS;
  }

  /** Variables that give a quantity, in the order of preference. */
  public List<ArchiveVariable> giving(Quantity quantity) {
    List<ArchiveVariable> giving = new ArrayList<>();
    for (ArchiveVariable variable : variables) {
      if (variable.gives().contains(quantity)) {
        giving.add(variable);
      }
    }
    return List.copyOf(giving);
  }
}
