package org.ccdas.transforms.weather;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.SerializableCoder;
import org.apache.beam.sdk.coders.VarIntCoder;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.Filter;
import org.apache.beam.sdk.transforms.GroupByKey;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.WithKeys;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.TypeDescriptors;
import org.ccdas.inputs.file.Location;
import org.ccdas.inputs.grid.Cell;
import org.ccdas.inputs.weather.CheckedDay;
import org.ccdas.inputs.weather.WeatherYear;

/**
 * Writes daily weather, one file {@code weather-YYYY.nc} a year as {@code forcing.daily} reads it;
 * or, where a day of the year is missing or cannot be used, {@code problems-YYYY.csv} instead.
 * Files are whole at any moment, so that a killed run may be run again.
 */
public final class WriteWeather extends PTransform<PCollection<CheckedDay>, PCollection<String>> {
  private static final long serialVersionUID = 1L;
  private final String folder;
  private final ArrayList<Cell> cells;
  private final LocalDate first;
  private final LocalDate last;
  private final TreeMap<String, String> attributes;

  private WriteWeather(
      String folder,
      List<Cell> cells,
      LocalDate first,
      LocalDate last,
      Map<String, String> attributes) {
    this.folder = folder;
    this.cells = new ArrayList<>(cells);
    this.first = first;
    this.last = last;
    this.attributes = new TreeMap<>(attributes);
  }

  /** Writes the days from {@code first} to {@code last} into this folder, local or gs://. */
  public static WriteWeather into(
      String folder, List<Cell> cells, LocalDate first, LocalDate last) {
    return new WriteWeather(folder, cells, first, last, Map.of());
  }

  /** Adds global attributes to every file. */
  public WriteWeather withAttributes(Map<String, String> more) {
    return new WriteWeather(folder, cells, first, last, more);
  }

  @Override
  public PCollection<String> expand(PCollection<CheckedDay> days) {
    LocalDate from = first;
    LocalDate to = last;
    return days.apply(
            "InPeriod",
            Filter.by((CheckedDay day) -> !day.date().isBefore(from) && !day.date().isAfter(to)))
        .apply(
            "KeyByYear",
            WithKeys.of((CheckedDay day) -> day.date().getYear())
                .withKeyType(TypeDescriptors.integers()))
        .setCoder(KvCoder.of(VarIntCoder.of(), SerializableCoder.of(CheckedDay.class)))
        .apply("GroupYears", GroupByKey.create())
        .apply("WriteYear", ParDo.of(new WriteFn(this)));
  }

  private static final class WriteFn extends DoFn<KV<Integer, Iterable<CheckedDay>>, String> {
    private static final long serialVersionUID = 1L;
    private final WriteWeather settings;

    WriteFn(WriteWeather settings) {
      this.settings = settings;
    }

    @ProcessElement
    public void process(@Element KV<Integer, Iterable<CheckedDay>> year, OutputReceiver<String> out)
        throws IOException {
      List<CheckedDay> days = new ArrayList<>();
      year.getValue().forEach(days::add);
      out.output(
          WeatherYear.of(year.getKey(), settings.first, settings.last)
              .write(Location.of(settings.folder), settings.cells, days, settings.attributes)
              .toString());
    }
  }
}
