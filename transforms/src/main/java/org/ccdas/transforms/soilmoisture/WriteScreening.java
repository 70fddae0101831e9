package org.ccdas.transforms.soilmoisture;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.beam.sdk.transforms.Count;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.View;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionView;
import org.ccdas.inputs.file.Location;
import org.ccdas.inputs.file.StoredFiles;
import org.ccdas.observe.satellite.RejectionCounts;
import org.ccdas.observe.satellite.RejectionMap;
import org.ccdas.observe.satellite.ScreeningFiles;

/**
 * Writes what screening rejected and why, as a table and as maps, and the summary, which is the
 * last file of an ingest; gives its path.
 */
final class WriteScreening extends PTransform<PCollection<FileNumbers>, PCollection<String>> {
  /** Name of the table of counts. */
  static final String COUNTS = "screening.csv";

  /** Name of the file of maps. */
  static final String MAPS = "screening.nc";

  private static final long serialVersionUID = 1L;
  private final ProductFiles product;
  private final transient PCollection<WrittenYear> years;
  private final transient PCollection<RejectionCounts> counts;
  private final transient PCollection<String> notes;

  private WriteScreening(
      ProductFiles product,
      PCollection<WrittenYear> years,
      PCollection<RejectionCounts> counts,
      PCollection<String> notes) {
    this.product = product;
    this.years = years;
    this.counts = counts;
    this.notes = notes;
  }

  static WriteScreening of(
      ProductFiles product,
      PCollection<WrittenYear> years,
      PCollection<RejectionCounts> counts,
      PCollection<String> notes) {
    return new WriteScreening(product, years, counts, notes);
  }

  @Override
  public PCollection<String> expand(PCollection<FileNumbers> files) {
    PCollectionView<List<WrittenYear>> yearsView = years.apply("Years", View.asList());
    PCollectionView<Iterable<RejectionCounts>> countsView =
        counts.apply("Counts", View.asIterable());
    PCollectionView<Map<String, Long>> notesView =
        notes.apply("CountNotes", Count.perElement()).apply("Notes", View.asMap());
    return files.apply(
        "WriteFiles",
        ParDo.of(new WriteFn(product, yearsView, countsView, notesView))
            .withSideInputs(yearsView, countsView, notesView));
  }

  private static final class WriteFn extends DoFn<FileNumbers, String> {
    private static final long serialVersionUID = 1L;
    private final ProductFiles product;
    private final PCollectionView<List<WrittenYear>> years;
    private final PCollectionView<Iterable<RejectionCounts>> counts;
    private final PCollectionView<Map<String, Long>> notes;

    WriteFn(
        ProductFiles product,
        PCollectionView<List<WrittenYear>> years,
        PCollectionView<Iterable<RejectionCounts>> counts,
        PCollectionView<Map<String, Long>> notes) {
      this.product = product;
      this.years = years;
      this.counts = counts;
      this.notes = notes;
    }

    @ProcessElement
    public void process(@Element FileNumbers files, ProcessContext context) throws IOException {
      TreeMap<String, RejectionCounts> byProduct = new TreeMap<>();
      for (RejectionCounts file : context.sideInput(counts)) {
        byProduct.merge(file.product(), file, RejectionCounts::plus);
      }
      List<WrittenYear> written = new ArrayList<>(context.sideInput(years));
      written.sort(Comparator.comparingInt(WrittenYear::year));
      TreeMap<String, RejectionMap> maps = new TreeMap<>();
      for (WrittenYear year : written) {
        year.rejections().forEach(map -> maps.merge(map.product(), map, RejectionMap::plus));
      }
      StoredFiles.write(Location.of(path(COUNTS)), ScreeningFiles.counts(byProduct.values()));
      if (!maps.isEmpty()) {
        ScreeningFiles.writeMaps(
            Location.of(path(MAPS)), product.grid(), List.copyOf(maps.values()));
      }
      String summary = path(IngestSummary.FILE);
      StoredFiles.write(
          Location.of(summary),
          IngestSummary.encode(
              product.grid().rows() + " x " + product.grid().columns(),
              files,
              byProduct.values(),
              new TreeMap<>(context.sideInput(notes)),
              written));
      context.output(summary);
    }

    private String path(String name) {
      return Location.of(product.folder()).resolve(name).toString();
    }
  }
}
