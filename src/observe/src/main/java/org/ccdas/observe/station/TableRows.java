package org.ccdas.observe.station;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The rows of a table that stand more than once. */
final class TableRows {
  private final RecordTable table;
  private final List<String> sampled;
  private final List<String> measured;
  private final List<String> specimen;
  private final List<String> unnumbered;

  TableRows(RecordTable table) {
    this.table = table;
    sampled = columns(RecordTable.MEASURED, false);
    measured = columns(RecordTable.MEASURED, true);
    specimen = columns(RecordTable.SPECIMEN, true);
    unnumbered = columns(RecordTable.LINE_NUMBER, false);
  }

  private List<String> columns(Pattern pattern, boolean matching) {
    return table.columns().stream()
        .distinct()
        .filter(column -> pattern.matcher(column).matches() == matching)
        .toList();
  }

  /** All that a row says, but for numbers that the lines of a database have. */
  String content(int row) {
    return table.time(row) + texts(row, unnumbered);
  }

  private String texts(int row, List<String> columns) {
    return columns.stream().map(column -> table.text(row, column)).collect(Collectors.joining(" "));
  }

  /**
   * For each row, whether it repeats an earlier one and is not to be counted. A row that differs
   * from another one in numbers of the database only (ObsPack's) repeats it; one that differs in
   * its value too is another sample.
   *
   * @param replicates whether samples of the same time and place may be several, as flasks of a
   *     pair are; not where a column tells them apart
   * @throws org.ccdas.inputs.InputException when two rows of the same sample differ in what was
   *     measured
   */
  boolean[] repeated(boolean replicates) {
    boolean[] repeated = new boolean[table.size()];
    Set<String> contents = new HashSet<>();
    Map<String, Map<String, Integer>> seen = new HashMap<>();
    for (int row = 0; row < repeated.length; row++) {
      if (!contents.add(content(row))) {
        repeated[row] = true;
        continue;
      }
      Map<String, Integer> same =
          seen.computeIfAbsent(table.time(row) + texts(row, sampled), identity -> new HashMap<>(2));
      same.putIfAbsent(texts(row, measured), row);
      if (same.size() > 1 && (!replicates || named(row))) {
        int earlier = same.values().stream().mapToInt(i -> i).min().orElseThrow();
        throw table.error(
            row,
            "The sample is that of " + table.place(earlier) + ", with another value or flag",
            "Keep one of the two");
      }
    }
    return repeated;
  }

  /** Whether something tells this sample from others of the same time. */
  private boolean named(int row) {
    return specimen.stream().anyMatch(column -> !FlagTable.missing(table.text(row, column)));
  }
}
