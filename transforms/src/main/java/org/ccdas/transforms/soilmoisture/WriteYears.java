package org.ccdas.transforms.soilmoisture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.SerializableCoder;
import org.apache.beam.sdk.coders.VarIntCoder;
import org.apache.beam.sdk.metrics.Counter;
import org.apache.beam.sdk.metrics.Metrics;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.GroupByKey;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.WithKeys;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.TypeDescriptors;
import org.ccdas.inputs.file.Location;
import org.ccdas.inputs.file.StoredFiles;
import org.ccdas.observe.satellite.IngestedDay;
import org.ccdas.observe.satellite.IngestedDayFile;
import org.ccdas.observe.satellite.RejectionMap;
import org.ccdas.observe.satellite.SoilMoistureDay;
import org.ccdas.observe.satellite.SoilMoistureWriter;

/** Writes one product file a calendar year from the files of its days; one day is in memory. */
final class WriteYears extends PTransform<PCollection<DayReference>, PCollection<WrittenYear>> {
  private static final long serialVersionUID = 1L;
  private final ProductFiles product;

  private WriteYears(ProductFiles product) {
    this.product = product;
  }

  static WriteYears of(ProductFiles product) {
    return new WriteYears(product);
  }

  /** The name of a product file. */
  static String name(int year) {
    return "soil-moisture-" + year + ".nc";
  }

  @Override
  public PCollection<WrittenYear> expand(PCollection<DayReference> days) {
    return days.apply(
            "KeyByYear",
            WithKeys.of((DayReference day) -> day.date().getYear())
                .withKeyType(TypeDescriptors.integers()))
        .setCoder(KvCoder.of(VarIntCoder.of(), SerializableCoder.of(DayReference.class)))
        .apply("GroupByYear", GroupByKey.create())
        .apply("WriteYear", ParDo.of(new WriteYearFn(product)))
        .setCoder(SerializableCoder.of(WrittenYear.class));
  }

  private static final class WriteYearFn
      extends DoFn<KV<Integer, Iterable<DayReference>>, WrittenYear> {
    private static final long serialVersionUID = 1L;

    private final Counter days = Metrics.counter(WriteYears.class, "daysWritten");
    private final ProductFiles product;

    WriteYearFn(ProductFiles product) {
      this.product = product;
    }

    @ProcessElement
    public void process(
        @Element KV<Integer, Iterable<DayReference>> year, OutputReceiver<WrittenYear> out)
        throws IOException {
      List<DayReference> references = new ArrayList<>();
      year.getValue().forEach(references::add);
      references.sort(Comparator.comparing(DayReference::date));
      Days content = new Days(references, product.grid().size());
      LocalDate first = references.get(0).date();
      LocalDate last = references.get(references.size() - 1).date();
      String path = Location.of(product.folder()).resolve(name(year.getKey())).toString();
      SoilMoistureWriter.write(
          Location.of(path),
          product.title(),
          product.attributes(),
          product.grid(),
          first,
          (int) (last.toEpochDay() - first.toEpochDay()) + 1,
          content::read);
      days.inc(references.size());
      out.output(
          new WrittenYear(
              year.getKey(),
              path,
              first,
              last,
              references.size(),
              content.values,
              List.copyOf(content.maps.values())));
    }
  }

  /** The days of a year, read one after the other. */
  private static final class Days {
    private final Map<LocalDate, String> paths = new TreeMap<>();
    private final Map<String, RejectionMap> maps = new TreeMap<>();
    private final int size;
    private long values;

    Days(List<DayReference> references, int size) {
      references.forEach(day -> paths.put(day.date(), day.path()));
      this.size = size;
    }

    SoilMoistureDay read(LocalDate date) {
      String path = paths.get(date);
      if (path == null) {
        return SoilMoistureDay.missing(size);
      }
      try {
        IngestedDay day = IngestedDayFile.decode(path, StoredFiles.readShared(Location.of(path)));
        day.rejections().forEach(map -> maps.merge(map.product(), map, RejectionMap::plus));
        for (float value : day.moisture().value()) {
          values += Float.isNaN(value) ? 0 : 1;
        }
        return day.moisture();
      } catch (IOException e) {
        throw new UncheckedIOException(path, e);
      }
    }
  }
}
