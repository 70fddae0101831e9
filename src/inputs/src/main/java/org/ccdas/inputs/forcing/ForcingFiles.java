package org.ccdas.inputs.forcing;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.TreeMap;
import org.ccdas.inputs.InputException;
import org.ccdas.inputs.file.Location;
import org.ccdas.inputs.netcdf.NetcdfInput;
import org.ccdas.inputs.netcdf.NetcdfVariable;
import org.ccdas.inputs.netcdf.ReadingNote;
import org.ccdas.inputs.netcdf.TimeCells;

/** On which day of which file each variable of a forcing stands. */
final class ForcingFiles implements Serializable {
  private static final long serialVersionUID = 1L;

  /** A day of a file. */
  record Slot(String file, int index) implements Serializable {}

  private final ArrayList<String> files;
  private final HashMap<String, TreeMap<LocalDate, Slot>> slots = new HashMap<>();
  private final ArrayList<String> notes = new ArrayList<>();

  private ForcingFiles(List<Location> files) {
    this.files = new ArrayList<>(files.stream().map(Location::toString).toList());
  }

  /** Looks through the time axes of files; each may hold any of the variables. */
  static ForcingFiles scan(List<Location> files, ForcingVariables variables) {
    if (files.isEmpty()) {
      throw new InputException("forcing", "", "no file was given", "Name at least one NetCDF file");
    }
    List<Location> sorted = files.stream().sorted().toList();
    ForcingFiles found = new ForcingFiles(sorted);
    List<String> names =
        List.of(
            variables.tmin().name(),
            variables.tmax().name(),
            variables.precipitation().name(),
            variables.shortwave().name());
    List<ReadingNote> notes = new ArrayList<>();
    for (Location file : sorted) {
      try (NetcdfInput input = NetcdfInput.open(file)) {
        for (String name : names) {
          input.find(name).ifPresent(variable -> notes.addAll(found.add(file, input, variable)));
        }
      }
    }
    found.notes.addAll(ReadingNote.told(notes));
    for (String name : names) {
      if (!found.slots.containsKey(name)) {
        try (NetcdfInput input = NetcdfInput.open(sorted.get(0))) {
          // Names the variables that exist.
          input.variable(name);
        }
      }
    }
    return found;
  }

  private List<ReadingNote> add(Location file, NetcdfInput input, NetcdfVariable variable) {
    TimeCells cells = TimeCells.of(input, variable);
    List<LocalDate> dates = cells.days();
    TreeMap<LocalDate, Slot> days = slots.computeIfAbsent(variable.name(), n -> new TreeMap<>());
    LocalDate before = null;
    for (int i = 0; i < dates.size(); i++) {
      LocalDate date = dates.get(i);
      if (before != null && !date.isAfter(before)) {
        throw variable.problem(
            "has " + date + " after " + before,
            "Give one value a day in the order of time, for example after cdo daymean",
            null);
      }
      put(days, variable, date, new Slot(file.toString(), i));
      if (cells.lacksLeapDays() && isEveOfLeapDay(date)) {
        put(days, variable, date.plusDays(1), new Slot(file.toString(), i));
      }
      before = date;
    }
    return cells.notes();
  }

  private static boolean isEveOfLeapDay(LocalDate date) {
    return date.isLeapYear() && date.getMonthValue() == 2 && date.getDayOfMonth() == 28;
  }

  private static void put(
      TreeMap<LocalDate, Slot> days, NetcdfVariable variable, LocalDate date, Slot slot) {
    Slot other = days.putIfAbsent(date, slot);
    if (other != null) {
      throw variable.problem(
          "has " + date + ", which " + other.file() + " has too",
          "Leave one of the files out, they overlap",
          null);
    }
  }

  /** What the files leave open and how it was read. */
  List<String> notes() {
    return List.copyOf(notes);
  }

  /** First day that all variables have. */
  LocalDate first() {
    return slots.values().stream().map(TreeMap::firstKey).max(LocalDate::compareTo).orElseThrow();
  }

  /** Last day that all variables have. */
  LocalDate last() {
    return slots.values().stream().map(TreeMap::lastKey).min(LocalDate::compareTo).orElseThrow();
  }

  /** Names of the files, for errors. */
  String names() {
    String first = files.get(0);
    return files.size() == 1 ? first : first + " and " + (files.size() - 1) + " more";
  }

  /** The days of a period in order, each with its place; every day must be there. */
  List<Slot> slots(String variable, LocalDate first, LocalDate last) {
    if (first.isBefore(first()) || last.isAfter(last())) {
      throw new InputException(
          names(),
          "variable " + variable,
          "period outside the forcing: wanted are "
              + first
              + " to "
              + last
              + ", the files have "
              + first()
              + " to "
              + last(),
          "Shorten the period (with spin-up) or add files");
    }
    List<Slot> found = new ArrayList<>();
    TreeMap<LocalDate, Slot> days = slots.get(variable);
    for (LocalDate date = first; !date.isAfter(last); date = date.plusDays(1)) {
      Slot slot = days.get(date);
      if (slot == null) {
        throw new InputException(
            names(),
            "variable " + variable,
            "there is no " + date + " in the files, which reach from " + first() + " to " + last(),
            "Add the missing days");
      }
      found.add(slot);
    }
    return found;
  }
}
