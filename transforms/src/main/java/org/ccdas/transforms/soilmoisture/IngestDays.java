package org.ccdas.transforms.soilmoisture;

import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.SerializableCoder;
import org.apache.beam.sdk.metrics.Counter;
import org.apache.beam.sdk.metrics.Metrics;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.GroupByKey;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.WithKeys;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.TupleTag;
import org.apache.beam.sdk.values.TupleTagList;
import org.apache.beam.sdk.values.TypeDescriptor;
import org.ccdas.inputs.InputException;
import org.ccdas.inputs.file.Location;
import org.ccdas.inputs.file.StoredFiles;
import org.ccdas.observe.satellite.GriddedRetrievals;
import org.ccdas.observe.satellite.IngestStep;
import org.ccdas.observe.satellite.Ingested;
import org.ccdas.observe.satellite.IngestedDay;
import org.ccdas.observe.satellite.IngestedDayFile;
import org.ccdas.observe.satellite.OverpassMean;
import org.ccdas.observe.satellite.RejectionCounts;
import org.ccdas.observe.satellite.RejectionMap;
import org.ccdas.observe.satellite.SoilMoistureDay;
import org.ccdas.observe.satellite.SoilMoistureProducts;

/**
 * Reads, screens, regrids and merges all files of a day in one step, since fields on a satellite's
 * grid are large and those on the model grid small; leaves one compact file a day. At no time does
 * it hold more than one file of retrievals a thread, nor more bytes than {@link ByteBudget} allows.
 */
final class IngestDays extends PTransform<PCollection<SoilMoistureFile>, PCollectionTuple> {
  /** The days that have observations. */
  static final TupleTag<DayReference> DAYS = new TupleTag<>() {};

  /** What became of each file. */
  static final TupleTag<FileOutcome> OUTCOMES = new TupleTag<>() {};

  /** What screening rejected, by file. */
  static final TupleTag<RejectionCounts> COUNTS = new TupleTag<>() {};

  private static final long serialVersionUID = 1L;
  private final IngestSettings settings;
  private final String folder;

  private IngestDays(IngestSettings settings, String folder) {
    this.settings = settings;
    this.folder = folder;
  }

  /** Leaves the days in this folder on any file system of Beam. */
  static IngestDays into(String folder, IngestSettings settings) {
    return new IngestDays(settings, folder);
  }

  @Override
  public PCollectionTuple expand(PCollection<SoilMoistureFile> files) {
    PCollectionTuple done =
        files
            .apply(
                "KeyByDay",
                WithKeys.of((SoilMoistureFile file) -> file.identity().date())
                    .withKeyType(TypeDescriptor.of(LocalDate.class)))
            .setCoder(KvCoder.of(LocalDateCoder.of(), SerializableCoder.of(SoilMoistureFile.class)))
            .apply("GroupByDay", GroupByKey.create())
            .apply(
                "IngestDay",
                ParDo.of(new IngestDayFn(settings, folder))
                    .withOutputTags(DAYS, TupleTagList.of(OUTCOMES).and(COUNTS)));
    done.get(DAYS).setCoder(SerializableCoder.of(DayReference.class));
    done.get(OUTCOMES).setCoder(SerializableCoder.of(FileOutcome.class));
    done.get(COUNTS).setCoder(SerializableCoder.of(RejectionCounts.class));
    return done;
  }

  private static final class IngestDayFn
      extends DoFn<KV<LocalDate, Iterable<SoilMoistureFile>>, DayReference> {
    private static final long serialVersionUID = 1L;

    private final Counter ingested = Metrics.counter(IngestDays.class, "filesIngested");
    private final Counter refused = Metrics.counter(IngestDays.class, "filesRefused");
    private final IngestSettings settings;
    private final String folder;
    private transient SoilMoistureProducts products;
    private transient IngestStep step;

    IngestDayFn(IngestSettings settings, String folder) {
      this.settings = settings;
      this.folder = folder;
    }

    @Setup
    public void prepare() throws IOException {
      products = SoilMoistureProducts.installed();
      step = settings.step();
    }

    @ProcessElement
    public void process(
        @Element KV<LocalDate, Iterable<SoilMoistureFile>> day, MultiOutputReceiver out)
        throws IOException {
      List<SoilMoistureFile> files = new ArrayList<>();
      day.getValue().forEach(files::add);
      files.sort(Comparator.comparing(SoilMoistureFile::identity));
      List<GriddedRetrievals> overpasses = new ArrayList<>();
      TreeMap<String, RejectionMap> maps = new TreeMap<>();
      for (SoilMoistureFile file : files) {
        try {
          Ingested done = ingest(file);
          overpasses.add(done.gridded());
          maps.merge(done.map().product(), done.map(), RejectionMap::plus);
          ingested.inc();
          out.get(COUNTS).output(done.counts());
          out.get(OUTCOMES).output(FileOutcome.ingested(file.path()));
        } catch (InputException e) {
          refused.inc();
          out.get(OUTCOMES).output(FileOutcome.refused(file.path(), e));
        }
      }
      if (!overpasses.isEmpty()) {
        SoilMoistureDay moisture = OverpassMean.merge(overpasses, settings.rule());
        String path = Location.of(folder).resolve(DayReference.name(day.getKey())).toString();
        StoredFiles.writePassing(
            Location.of(path),
            IngestedDayFile.encode(
                new IngestedDay(day.getKey(), moisture, List.copyOf(maps.values()))));
        out.get(DAYS).output(new DayReference(day.getKey(), path));
      }
    }

    private Ingested ingest(SoilMoistureFile file) throws IOException {
      SoilMoistureProducts.Identified identified =
          new SoilMoistureProducts.Identified(
              products.named(file.identity().product()), file.identity());
      try (ByteBudget.Holding memory = ByteBudget.ofProcess().holding();
          InputStream in = StoredFiles.open(Location.of(file.path()))) {
        return step.ingest(file.path(), in, identified, settings.limits(), memory::take);
      }
    }
  }
}
