package org.ccdas.observe.station;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What a file gives.
 *
 * @param format of the file
 * @param record the monthly means
 * @param samples what became of the samples, when the file lists such
 * @param leftOut values that their flags keep out, by {@code flag X}, or what else says so
 * @param repeated lines that repeat another one and were counted once
 */
public record Reading(
    RecordFormat format,
    StationRecord record,
    Optional<SampleCounts> samples,
    SortedMap<String, Integer> leftOut,
    int repeated) {
  /** The reading of a file of monthly means. */
  static Reading ofMonths(RecordFormat format, StationRecord record, int repeated) {
    SortedMap<String, Integer> leftOut = new TreeMap<>();
    for (MonthlyMean month : record.months()) {
      if (!Double.isNaN(month.co2()) && !month.usable()) {
        leftOut.merge(flagged(month.flag()), 1, Integer::sum);
      }
    }
    return new Reading(format, record, Optional.empty(), leftOut, repeated);
  }

  /** The values that flags keep out, for example {@code 12 with flag 3}; empty when none is. */
  public String leftOutByFlag() {
    return leftOut.entrySet().stream().map(Reading::counted).collect(Collectors.joining(", "));
  }

  private static String counted(Map.Entry<String, Integer> flag) {
    return flag.getValue() + " with " + flag.getKey();
  }

  static String flagged(String flag) {
    return "flag " + flag;
  }

  /** What a reader of the log should know. */
  public List<String> notices() {
    List<String> notices = new ArrayList<>();
    if (repeated > 0) {
      notices.add(repeated + " lines repeat another one and are counted once");
    }
    if (!leftOut.isEmpty()) {
      notices.add("values left out by their flags: " + leftOutByFlag());
    }
    return notices;
  }
}
