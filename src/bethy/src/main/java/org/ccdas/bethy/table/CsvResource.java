package org.ccdas.bethy.table;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/** Reads the tables that are part of the program: CSV with a header and comment lines. */
final class CsvResource {
  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).setCommentMarker('#').get();

  private CsvResource() {}

  /** All rows of a resource of this package, in the order of the file. */
  static <T> List<T> read(String name, Function<CSVRecord, T> row) {
    try (InputStream stream = CsvResource.class.getResourceAsStream(name)) {
      if (stream == null) {
        throw new IllegalStateException("The program lacks its table " + name);
      }
      List<T> rows = new ArrayList<>();
      Reader reader = new InputStreamReader(stream, StandardCharsets.UTF_8);
      for (CSVRecord each : FORMAT.parse(reader)) {
        rows.add(row.apply(each));
      }
      return List.copyOf(rows);
    } catch (IOException e) {
      throw new UncheckedIOException("The program's table " + name + " cannot be read", e);
    }
  }

  /** A number of a row. */
  static double decimal(CSVRecord row, String column) {
    return Double.parseDouble(row.get(column));
  }

  /** A number of a row, or a neutral value where the field is empty. */
  static double decimal(CSVRecord row, String column, double neutral) {
    return row.get(column).isEmpty() ? neutral : decimal(row, column);
  }
}
