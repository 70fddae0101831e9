package org.ccdas.inputs.netcdf;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a file leaves open and how it was read.
 *
 * @param file path of the file
 * @param variable name of the variable
 * @param text a sentence without a full stop
 */
public record ReadingNote(String file, String variable, String text) {
  /** Notes in words, for the log and the provenance of a run: one for each text. */
  public static List<String> told(List<ReadingNote> notes) {
    Map<String, List<ReadingNote>> byText = new LinkedHashMap<>();
    notes.forEach(note -> byText.computeIfAbsent(note.text(), t -> new ArrayList<>()).add(note));
    List<String> told = new ArrayList<>();
    byText.forEach(
        (text, same) -> {
          Set<String> files = new LinkedHashSet<>();
          Set<String> variables = new LinkedHashSet<>();
          same.forEach(
              note -> {
                files.add(note.file());
                variables.add(note.variable());
              });
          String more = files.size() == 1 ? "" : " and " + (files.size() - 1) + " more files";
          told.add(
              files.iterator().next() + more + ", " + String.join(", ", variables) + ": " + text);
        });
    return told;
  }
}
