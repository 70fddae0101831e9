package org.ccdas.transforms.soilmoisture;

import java.io.IOException;
import java.util.List;
import org.apache.beam.sdk.coders.SerializableCoder;
import org.apache.beam.sdk.coders.StringUtf8Coder;
import org.apache.beam.sdk.metrics.Counter;
import org.apache.beam.sdk.metrics.Metrics;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.Reshuffle;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.TupleTag;
import org.apache.beam.sdk.values.TupleTagList;
import org.ccdas.inputs.InputException;
import org.ccdas.inputs.file.Location;
import org.ccdas.inputs.file.StoredFiles;
import org.ccdas.observe.satellite.GriddedRetrievals;
import org.ccdas.observe.satellite.IngestStep;
import org.ccdas.observe.satellite.Ingested;
import org.ccdas.observe.satellite.IngestedPart;
import org.ccdas.observe.satellite.RejectionCounts;
import org.ccdas.observe.satellite.RejectionMap;
import org.ccdas.observe.satellite.Retrievals;

/**
 * {@link ReadSmosL3}, {@link ScreenRetrievals} and {@link Regrid} in one step, since fields on a
 * satellite's grid are large and those on the model grid small: what a file gives to a day is left
 * in a file of some ten kilobytes. A thread holds one file of retrievals at a time, and all threads
 * no more bytes than {@link ByteBudget} allows.
 */
final class IngestFiles extends PTransform<PCollection<SoilMoistureFile>, PCollectionTuple> {
  /** What files give to days. */
  static final TupleTag<PartReference> PARTS = new TupleTag<>() {};

  /** What became of each file. */
  static final TupleTag<FileOutcome> OUTCOMES = new TupleTag<>() {};

  /** What screening rejected, by file. */
  static final TupleTag<RejectionCounts> COUNTS = new TupleTag<>() {};

  /** What the user should know about files. */
  static final TupleTag<String> NOTES = new TupleTag<>() {};

  private static final long serialVersionUID = 1L;
  private static final int BUCKETS = 64;

  private final IngestSettings settings;
  private final String folder;

  private IngestFiles(IngestSettings settings, String folder) {
    this.settings = settings;
    this.folder = folder;
  }

  /** Leaves the parts in this folder on any file system of Beam. */
  static IngestFiles into(String folder, IngestSettings settings) {
    return new IngestFiles(settings, folder);
  }

  @Override
  public PCollectionTuple expand(PCollection<SoilMoistureFile> files) {
    PCollectionTuple done =
        files
            // with buckets, since the direct runner does not take many keys
            .apply("Spread", Reshuffle.<SoilMoistureFile>viaRandomKey().withNumBuckets(BUCKETS))
            .apply(
                "IngestFile",
                ParDo.of(new IngestFileFn(settings, folder))
                    .withOutputTags(PARTS, TupleTagList.of(OUTCOMES).and(COUNTS).and(NOTES)));
    done.get(PARTS).setCoder(SerializableCoder.of(PartReference.class));
    done.get(OUTCOMES).setCoder(SerializableCoder.of(FileOutcome.class));
    done.get(COUNTS).setCoder(SerializableCoder.of(RejectionCounts.class));
    done.get(NOTES).setCoder(StringUtf8Coder.of());
    return done;
  }

  private static final class IngestFileFn extends DoFn<SoilMoistureFile, PartReference> {
    private static final long serialVersionUID = 1L;

    private final Counter ingested = Metrics.counter(IngestFiles.class, "filesIngested");
    private final Counter refused = Metrics.counter(IngestFiles.class, "filesRefused");
    private final IngestSettings settings;
    private final String folder;
    private transient SoilMoistureFileReader reader;
    private transient IngestStep step;

    IngestFileFn(IngestSettings settings, String folder) {
      this.settings = settings;
      this.folder = folder;
    }

    @Setup
    public void prepare() throws IOException {
      reader = new SoilMoistureFileReader();
      step = settings.step();
    }

    @ProcessElement
    public void process(@Element SoilMoistureFile file, MultiOutputReceiver out)
        throws IOException {
      Ingested done;
      try {
        Retrievals retrievals = reader.read(file, product -> step.screening(product).layers());
        done = step.ingest(retrievals, step.screening(reader.product(file)));
      } catch (InputException e) {
        refused.inc();
        out.get(OUTCOMES).output(FileOutcome.refused(file.path(), e));
        return;
      }
      List<GriddedRetrievals> days = done.days();
      for (int day = 0; day < days.size(); day++) {
        PartReference part = keep(file, days.get(day), day == 0 ? List.of(done.map()) : List.of());
        out.get(PARTS).output(part);
      }
      ingested.inc();
      out.get(COUNTS).output(done.counts());
      done.notes().forEach(out.get(NOTES)::output);
      out.get(OUTCOMES).output(FileOutcome.ingested(file.path()));
    }

    private PartReference keep(
        SoilMoistureFile file, GriddedRetrievals gridded, List<RejectionMap> rejections)
        throws IOException {
      Location path =
          Location.of(folder)
              .resolve(PartReference.name(file.identity(), gridded.identity().date()));
      StoredFiles.writePassing(path, new IngestedPart(gridded, rejections).encode());
      return new PartReference(gridded.identity().date(), path.toString());
    }
  }
}
