package org.ccdas.observe.station;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Months in the order of the calendar, from lines in any order. A line that repeats another one
 * field by field counts once; another line of the same month is refused.
 */
final class MonthsOfLines {
  private record Entry(MonthlyMean mean, Object content, String place) {}

  private final Map<YearMonth, Entry> entries = new TreeMap<>();
  private int repeated;

  /** Refuses a second, different line of a month. */
  interface Refusal {
    RuntimeException of(String problem, String remedy);
  }

  /**
   * Adds a month.
   *
   * @param content all that its line says
   * @param place of the line, for errors of later ones
   */
  void add(MonthlyMean mean, Object content, String place, Refusal refusal) {
    Entry earlier = entries.putIfAbsent(mean.month(), new Entry(mean, content, place));
    if (earlier == null) {
      return;
    }
    if (!earlier.content().equals(content)) {
      throw refusal.of(
          "Month "
              + mean.month()
              + " stands already in "
              + earlier.place()
              + ", which says another",
          "Keep one line a month");
    }
    repeated++;
  }

  /** Lines that were not taken since they repeat another one. */
  int repeated() {
    return repeated;
  }

  List<MonthlyMean> months() {
    return entries.values().stream().map(Entry::mean).toList();
  }
}
