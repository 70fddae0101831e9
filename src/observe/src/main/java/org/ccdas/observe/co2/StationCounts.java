package org.ccdas.observe.co2;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** How many CO2 values there are, by station or band of latitude, and year. */
final class StationCounts {
  private static final int BAND = 30;

  private StationCounts() {}

  /** Values of each station by year, the stations in their order. */
  static Map<String, Map<Integer, Integer>> byStation(List<StationSeries> stations) {
    Map<String, Map<Integer, Integer>> counts = new LinkedHashMap<>();
    for (StationSeries station : stations) {
      String name = station.code() + (station.assimilated() ? "" : " (held out)");
      add(counts.computeIfAbsent(name, key -> new TreeMap<>()), station);
    }
    return counts;
  }

  /** Assimilated values by band of 30 degrees of latitude and year, from the north. */
  static Map<String, Map<Integer, Integer>> byBand(List<StationSeries> stations) {
    Map<String, Map<Integer, Integer>> counts = new LinkedHashMap<>();
    for (int south = 90 - BAND; south >= -90; south -= BAND) {
      for (StationSeries station : stations) {
        if (station.assimilated() && band(station) == south) {
          String name = edge(south) + " to " + edge(south + BAND);
          add(counts.computeIfAbsent(name, key -> new TreeMap<>()), station);
        }
      }
    }
    return counts;
  }

  private static int band(StationSeries station) {
    double lat = station.screened().observations().station().lat();
    return (int) Math.min(90 - BAND, BAND * Math.floor(lat / BAND));
  }

  private static String edge(int latitude) {
    return latitude == 0 ? "0" : Math.abs(latitude) + (latitude > 0 ? " N" : " S");
  }

  private static void add(Map<Integer, Integer> years, StationSeries station) {
    StationObservations observations = station.screened().observations();
    for (int month = 0; month < observations.window().count(); month++) {
      years.merge(observations.window().at(month).getYear(), 0, Integer::sum);
    }
    for (int month : observations.months()) {
      years.merge(observations.window().at(month).getYear(), 1, Integer::sum);
    }
  }

  /** A table of counts with a column for each year and the sum. */
  static List<String> table(String title, Map<String, Map<Integer, Integer>> counts) {
    List<String> lines = new ArrayList<>();
    List<Integer> years =
        counts.values().stream().flatMap(c -> c.keySet().stream()).distinct().sorted().toList();
    StringBuilder head = new StringBuilder(String.format(Locale.ROOT, "  %-24s", title));
    years.forEach(year -> head.append(String.format(Locale.ROOT, "%6d", year)));
    lines.add(head.append("   all").toString());
    counts.forEach(
        (name, ofYear) -> {
          StringBuilder line = new StringBuilder(String.format(Locale.ROOT, "  %-24s", name));
          years.forEach(
              y -> line.append(String.format(Locale.ROOT, "%6d", ofYear.getOrDefault(y, 0))));
          int sum = ofYear.values().stream().mapToInt(n -> n).sum();
          lines.add(line.append(String.format(Locale.ROOT, "%6d", sum)).toString());
        });
    return lines;
  }
}
