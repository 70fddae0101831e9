package org.ccdas.inputs.weather;

import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.ccdas.inputs.InputException;
import org.ccdas.inputs.file.Location;
import org.ccdas.inputs.netcdf.NetcdfInput;
import org.ccdas.inputs.netcdf.NetcdfVariable;

/**
 * What of an archive will be read, found out from the heads of its files before any value is.
 *
 * @param tasks what is to be read, each step of a variable once
 * @param findings files that cannot be used, steps that are there twice, and what is left out
 * @param files number of files that were looked at
 * @param refused how many of them cannot be used
 */
public record WeatherPlan(List<ReadTask> tasks, List<Finding> findings, int files, int refused) {
  /** So many steps are read together, that work can be shared out. */
  private static final int TASK_STEPS = 48;

  private static final long DAY = 86_400;

  /**
   * Something that a person should know of.
   *
   * @param place a file or date
   * @param problem what is wrong
   * @param consequence what was done
   */
  public record Finding(String place, String problem, String consequence) implements Serializable {}

  /** Copies the lists. */
  public WeatherPlan {
    tasks = List.copyOf(tasks);
    findings = List.copyOf(findings);
  }

  /**
   * Looks through files, in the order of their names. Steps from a day before {@code first} to a
   * day after {@code last} are wanted, since days are those of the sun.
   *
   * @throws InputException when a variable that the archive has is in no file
   */
  public static WeatherPlan of(
      WeatherArchive archive, List<Location> files, LocalDate first, LocalDate last) {
    Builder builder = new Builder(archive, first, last);
    files.stream().sorted().forEach(builder::look);
    builder.requireAll(files);
    return new WeatherPlan(builder.tasks, builder.findings, files.size(), builder.refused);
  }

  private static final class Builder {
    private final WeatherArchive archive;
    private final long from;
    private final long to;
    private final List<ReadTask> tasks = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();
    private final List<TreeMap<Long, String>> seen = new ArrayList<>();
    private int refused;

    Builder(WeatherArchive archive, LocalDate first, LocalDate last) {
      this.archive = archive;
      this.from = (first.toEpochDay() - 1) * DAY;
      this.to = (last.toEpochDay() + 2) * DAY;
      archive.variables().forEach(variable -> seen.add(new TreeMap<>()));
    }

    void look(Location file) {
      try (NetcdfInput input = FieldReader.input(file)) {
        List<ReadTask> own = new ArrayList<>();
        for (int v = 0; v < archive.variables().size(); v++) {
          for (String name : archive.variables().get(v).names()) {
            if (input.find(name).isPresent()) {
              own.add(task(file, input, input.variable(name), v));
            }
          }
        }
        if (own.isEmpty()) {
          findings.add(
              new Finding(file.toString(), "has no variable of " + archive.name(), "not read"));
        }
        own.stream().filter(task -> task.indices().length > 0).forEach(this::add);
      } catch (InputException e) {
        refused++;
        findings.add(new Finding(file.toString(), e.getMessage(), "quarantined"));
      }
    }

    private ReadTask task(Location file, NetcdfInput input, NetcdfVariable variable, int v) {
      StepTimes times = StepTimes.of(input, variable, archive, archive.variables().get(v).kind());
      List<Integer> indices = new ArrayList<>();
      List<Long> starts = new ArrayList<>();
      List<Long> ends = new ArrayList<>();
      for (int i = 0; i < times.size(); i++) {
        if (times.ends()[i] >= from && times.starts()[i] <= to) {
          indices.add(i);
          starts.add(times.starts()[i]);
          ends.add(times.ends()[i]);
          LocalDate day = date(times.starts()[i]);
          if (times.lacksLeapDays()
              && day.getMonthValue() == 2
              && day.getDayOfMonth() == 28
              && day.isLeapYear()) {
            indices.add(i);
            starts.add(times.starts()[i] + DAY);
            ends.add(times.ends()[i] + DAY);
          }
        }
      }
      return new ReadTask(
          file.toString(),
          variable.name(),
          v,
          indices.stream().mapToInt(Integer::intValue).toArray(),
          starts.stream().mapToLong(Long::longValue).toArray(),
          ends.stream().mapToLong(Long::longValue).toArray());
    }

    /** Keeps the steps that no file before has. */
    private void add(ReadTask task) {
      TreeMap<Long, String> before = seen.get(task.variable());
      List<Integer> kept = new ArrayList<>();
      for (int i = 0; i < task.indices().length; i++) {
        String other = before.putIfAbsent(task.starts()[i], task.file());
        if (other == null) {
          kept.add(i);
        } else {
          findings.add(
              new Finding(
                  Instant.ofEpochSecond(task.starts()[i]).toString(),
                  task.name() + " is in " + other + " and again in " + task.file(),
                  "the first was taken"));
        }
      }
      tasks.addAll(
          new ReadTask(
                  task.file(),
                  task.name(),
                  task.variable(),
                  kept.stream().mapToInt(i -> task.indices()[i]).toArray(),
                  kept.stream().mapToLong(i -> task.starts()[i]).toArray(),
                  kept.stream().mapToLong(i -> task.ends()[i]).toArray())
              .split(TASK_STEPS));
    }

    void requireAll(List<Location> files) {
      for (Quantity quantity : Quantity.values()) {
        List<ArchiveVariable> giving = archive.giving(quantity);
        boolean there =
            giving.stream()
                .anyMatch(variable -> !seen.get(archive.variables().indexOf(variable)).isEmpty());
        if (!there) {
          throw new InputException(
              files.isEmpty() ? archive.name() : files.get(0).parent().toString(),
              quantity.toString(),
              "none of "
                  + files.size()
                  + " files has, in the period, "
                  + String.join(" or ", giving.stream().flatMap(v -> v.names().stream()).toList()),
              "Check --input, --archive and the period; the first file that cannot be used: "
                  + findings.stream()
                      .filter(finding -> finding.consequence().equals("quarantined"))
                      .map(Finding::problem)
                      .findFirst()
                      .orElse("none"));
        }
      }
    }

    private static LocalDate date(long seconds) {
      return Instant.ofEpochSecond(seconds).atOffset(ZoneOffset.UTC).toLocalDate();
    }
  }
}
