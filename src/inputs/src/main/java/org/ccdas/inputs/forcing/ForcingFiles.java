package org.ccdas.inputs.forcing;

import java.io.Serializable;
import java.time.LocalDate;
import java.time.YearMonth;
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

/** Where in which file each day, or month, of each variable of a forcing stands. */
final class ForcingFiles implements Serializable {
  private static final long serialVersionUID = 1L;

  /** How far the values of a file are apart; a month stands as its first day. */
  enum Step {
    DAY("one value a day, for example after cdo daymean"),
    MONTH("one value a month, for example after cdo monmean");

    private final String wanted;

    Step(String wanted) {
      this.wanted = wanted;
    }

    private LocalDate start(LocalDate date) {
      return this == DAY ? date : date.withDayOfMonth(1);
    }

    private LocalDate next(LocalDate date) {
      return this == DAY ? date.plusDays(1) : date.plusMonths(1);
    }

    private String text(LocalDate date) {
      return this == DAY ? date.toString() : YearMonth.from(date).toString();
    }
  }

  /** A day or month of a file. */
  record Slot(String file, int index) implements Serializable {}

  private final Step step;
  private final ArrayList<String> files;
  private final HashMap<String, TreeMap<LocalDate, Slot>> slots = new HashMap<>();
  private final ArrayList<String> notes = new ArrayList<>();

  private ForcingFiles(Step step, List<Location> files) {
    this.step = step;
    this.files = new ArrayList<>(files.stream().map(Location::toString).toList());
  }

  /** Looks through the time axes of files; each may hold any of the variables, in any order. */
  static ForcingFiles scan(List<Location> files, List<String> names, Step step) {
    if (files.isEmpty()) {
      throw new InputException("forcing", "", "no file was given", "Name at least one NetCDF file");
    }
    List<Location> sorted = files.stream().sorted().toList();
    ForcingFiles found = new ForcingFiles(step, sorted);
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
    List<LocalDate> dates =
        step == Step.DAY
            ? cells.days()
            : cells.months().stream().map(month -> month.atDay(1)).toList();
    TreeMap<LocalDate, Slot> days = slots.computeIfAbsent(variable.name(), n -> new TreeMap<>());
    for (int i = 0; i < dates.size(); i++) {
      LocalDate date = dates.get(i);
      put(days, variable, date, new Slot(file.toString(), i));
      if (step == Step.DAY && cells.lacksLeapDays() && isEveOfLeapDay(date)) {
        put(days, variable, date.plusDays(1), new Slot(file.toString(), i));
      }
    }
    return cells.notes();
  }

  private static boolean isEveOfLeapDay(LocalDate date) {
    return date.isLeapYear() && date.getMonthValue() == 2 && date.getDayOfMonth() == 28;
  }

  private void put(
      TreeMap<LocalDate, Slot> days, NetcdfVariable variable, LocalDate date, Slot slot) {
    Slot other = days.putIfAbsent(date, slot);
    if (other != null && other.file().equals(slot.file())) {
      throw variable.problem("has " + step.text(date) + " twice", "Give " + step.wanted, null);
    }
    if (other != null) {
      throw variable.problem(
          "has " + step.text(date) + ", which " + other.file() + " has too",
          "Leave one of the files out, they overlap",
          null);
    }
  }

  /** What the files leave open and how it was read. */
  List<String> notes() {
    return List.copyOf(notes);
  }

  /** First day, or first day of the first month, that all variables have. */
  LocalDate first() {
    return slots.values().stream().map(TreeMap::firstKey).max(LocalDate::compareTo).orElseThrow();
  }

  /** Last day, or first day of the last month, that all variables have. */
  LocalDate last() {
    return slots.values().stream().map(TreeMap::lastKey).min(LocalDate::compareTo).orElseThrow();
  }

  /** Names of the files, for errors. */
  String names() {
    String first = files.get(0);
    return files.size() == 1 ? first : first + " and " + (files.size() - 1) + " more";
  }

  /** The days or months of a period in order, each with its place; every one must be there. */
  List<Slot> slots(String variable, LocalDate first, LocalDate last) {
    LocalDate start = step.start(first);
    if (start.isBefore(first()) || step.start(last).isAfter(last())) {
      throw new InputException(
          names(),
          "variable " + variable,
          "period outside the forcing: wanted are "
              + step.text(first)
              + " to "
              + step.text(last)
              + ", the files have "
              + step.text(first())
              + " to "
              + step.text(last()),
          "Shorten the period (with spin-up), let the spin-up repeat years of the files, or add"
              + " files");
    }
    List<Slot> found = new ArrayList<>();
    TreeMap<LocalDate, Slot> days = slots.get(variable);
    for (LocalDate date = start; !date.isAfter(last); date = step.next(date)) {
      Slot slot = days.get(date);
      if (slot == null) {
        throw new InputException(
            names(),
            "variable " + variable,
            "there is no "
                + step.text(date)
                + " in the files, which reach from "
                + step.text(first())
                + " to "
                + step.text(last()),
            "Add what is missing");
      }
      found.add(slot);
    }
    return found;
  }
}
