package org.ccdas.observe.station;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.ccdas.inputs.InputException;

/**
 * Values of one station by row and named column, and what the header says of them; of text and of
 * NetCDF alike. Names are in lower case. Attributes are named as NOAA and WDCGG name them in both:
 * {@code site_name}, {@code value:units}.
 */
interface RecordTable {
  /** Columns of what was measured; the others say of which air. */
  Pattern MEASURED =
      Pattern.compile(
          "value.*|analysis_value|analysis_uncertainty|nvalue|.*flag|icos_.*|quality_id");

  /** Columns that tell samples of the same time apart. */
  Pattern SPECIMEN =
      Pattern.compile(
          "air_sample_container_id|sample_id|flask_(no|id)|event_number|obspack_num|obs_num");

  /** Columns that number the lines of a database; they say nothing of the air. */
  Pattern LINE_NUMBER = Pattern.compile("obspack_(num|id)|obs_num");

  /** Name of the file, for errors. */
  String file();

  /** Number of rows, at least 1. */
  int size();

  /** Names of the columns. */
  List<String> columns();

  /** Text of an attribute of the file, or of a column after a colon. */
  Optional<String> attribute(String name);

  /** Where an attribute stands, for errors: its name, or a line. */
  default String placeOfAttribute(String name) {
    return name;
  }

  /** What the header says of flags. */
  List<String> notesOnFlags();

  /** Meanings of the flags of a column, by flag, where the file lists them; else empty. */
  default Map<String, String> meanings(String column) {
    return Map.of();
  }

  /** Text of a field, without blanks around it. */
  String text(int row, String column);

  /** A number; NaN when it is missing. */
  double number(int row, String column);

  /** A coordinate in degrees or metres; NaN when it is missing. */
  double coordinate(int row, String column);

  /**
   * When a row was measured, or its interval began.
   *
   * @throws InputException when its date does not exist
   */
  LocalDateTime time(int row);

  /** Whether times are dates only of months: there is no column of days. */
  boolean monthsOnly();

  /** Place of a row, for errors. */
  String place(int row);

  /** An error at a row. */
  default InputException error(int row, String problem, String remedy) {
    return new InputException(file(), place(row), problem, remedy);
  }

  /** Whether there is a column of this name. */
  default boolean has(String column) {
    return columns().contains(column);
  }

  /** The first of these columns that is there. */
  default Optional<String> column(String... names) {
    return Stream.of(names).filter(this::has).findFirst();
  }

  /** Text of the first of these attributes that is there; else empty. */
  default String firstAttribute(String... names) {
    return Stream.of(names)
        .map(this::attribute)
        .flatMap(Optional::stream)
        .map(String::strip)
        .filter(text -> !text.isEmpty())
        .findFirst()
        .orElse("");
  }
}
