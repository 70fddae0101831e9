package org.ccdas.transforms.soilmoisture;

import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;
import org.apache.beam.sdk.coders.SerializableCoder;
import org.apache.beam.sdk.metrics.Counter;
import org.apache.beam.sdk.metrics.Metrics;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.Flatten;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.Reshuffle;
import org.apache.beam.sdk.values.PBegin;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionList;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.TupleTag;
import org.apache.beam.sdk.values.TupleTagList;
import org.ccdas.inputs.InputException;
import org.ccdas.observe.satellite.Retrievals;

/**
 * Reads daily SMOS Level-3 files, and those of any other product that is installed, from any file
 * system of Beam. The file list is logged with its counts.
 *
 * <pre>{@code
 * PCollectionTuple read = pipeline.apply(ReadSmosL3.from("gs://archive/smos"));
 * PCollection<ScreenedRetrievals> screened =
 *     read.get(ReadSmosL3.RETRIEVALS).apply(ScreenRetrievals.by(settings));
 * }</pre>
 *
 * Its elements are whole fields of some ten megabytes. To make a product of a whole archive use
 * {@link IngestSoilMoisture}, which never moves such fields from one step to the next.
 */
public final class ReadSmosL3 extends PTransform<PBegin, PCollectionTuple> {
  /** The retrievals of each file. */
  public static final TupleTag<Retrievals> RETRIEVALS = new TupleTag<>() {};

  /** What became of each file; there is one for every file that was listed. */
  public static final TupleTag<FileOutcome> OUTCOMES = new TupleTag<>() {};

  private static final long serialVersionUID = 1L;
  private final String input;
  private final String series;
  private final TreeSet<String> layers;

  private ReadSmosL3(String input, String series, Set<String> layers) {
    this.input = input;
    this.series = series;
    this.layers = new TreeSet<>(layers);
  }

  /** Reads a file, what is in a folder and its folders, or matches a pattern with {@code *}. */
  public static ReadSmosL3 from(String fileFolderOrPattern) {
    return new ReadSmosL3(fileFolderOrPattern, "", Set.of());
  }

  /** Only files of this product or variant, such as {@code esa-cci-sm-l3s:COMBINED}. */
  public ReadSmosL3 ofSeries(String name) {
    return new ReadSmosL3(input, name, layers);
  }

  /**
   * Reads these layers besides soil moisture and its error, in the place of those that the
   * product's own screening needs.
   */
  public ReadSmosL3 withLayers(Set<String> names) {
    return new ReadSmosL3(input, series, names);
  }

  @Override
  public PCollectionTuple expand(PBegin begin) {
    PCollectionTuple matched =
        begin.apply("MatchFiles", MatchSoilMoistureFiles.below(input).ofSeries(series));
    PCollectionTuple read =
        matched
            .get(MatchSoilMoistureFiles.FILES)
            // with buckets, since the direct runner does not take many keys
            .apply("Spread", Reshuffle.<SoilMoistureFile>viaRandomKey().withNumBuckets(64))
            .apply(
                "Read",
                ParDo.of(new ReadFn(layers)).withOutputTags(RETRIEVALS, TupleTagList.of(OUTCOMES)));
    PCollection<FileOutcome> outcomes =
        PCollectionList.of(matched.get(MatchSoilMoistureFiles.OUTCOMES))
            .and(read.get(OUTCOMES).setCoder(SerializableCoder.of(FileOutcome.class)))
            .apply("Outcomes", Flatten.pCollections());
    return PCollectionTuple.of(
            RETRIEVALS, read.get(RETRIEVALS).setCoder(SerializableCoder.of(Retrievals.class)))
        .and(OUTCOMES, outcomes);
  }

  private static final class ReadFn extends DoFn<SoilMoistureFile, Retrievals> {
    private static final long serialVersionUID = 1L;

    private final Counter read = Metrics.counter(ReadSmosL3.class, "filesRead");
    private final Counter refused = Metrics.counter(ReadSmosL3.class, "filesRefused");
    private final TreeSet<String> layers;
    private transient SoilMoistureFileReader reader;

    ReadFn(TreeSet<String> layers) {
      this.layers = layers;
    }

    @Setup
    public void prepare() {
      reader = new SoilMoistureFileReader();
    }

    @ProcessElement
    public void process(@Element SoilMoistureFile file, MultiOutputReceiver out)
        throws IOException {
      Retrievals retrievals;
      try {
        retrievals =
            reader.read(file, product -> layers.isEmpty() ? product.screening().layers() : layers);
      } catch (InputException e) {
        refused.inc();
        out.get(OUTCOMES).output(FileOutcome.refused(file.path(), e));
        return;
      }
      read.inc();
      out.get(RETRIEVALS).output(retrievals);
      out.get(OUTCOMES).output(FileOutcome.ingested(file.path()));
    }
  }
}
