package org.ccdas.transforms.soilmoisture;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
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
import org.ccdas.inputs.file.Location;
import org.ccdas.inputs.file.StoredFiles;
import org.ccdas.observe.satellite.Delivery;
import org.ccdas.observe.satellite.FileIdentity;
import org.ccdas.observe.satellite.ProductBytes;
import org.ccdas.observe.satellite.Retrievals;
import org.ccdas.observe.satellite.SoilMoistureProduct;
import org.ccdas.observe.satellite.SoilMoistureProducts;

/**
 * Reads daily SMOS Level-3 files, and those of any other product that is installed, from any file
 * system of Beam. The file list is logged with its counts.
 *
 * <pre>{@code
 * PCollectionTuple read = pipeline.apply(ReadSmosL3.from("gs://archive/smos"));
 * PCollection<ScreenedRetrievals> screened =
 *     read.get(ReadSmosL3.RETRIEVALS).apply(ScreenRetrievals.standard());
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
  private final TreeSet<String> layers;
  private final Delivery.Limits limits;

  private ReadSmosL3(String input, Set<String> layers, Delivery.Limits limits) {
    this.input = input;
    this.layers = new TreeSet<>(layers);
    this.limits = limits;
  }

  /** Reads what is in a folder and its folders, or matches a pattern with {@code *}. */
  public static ReadSmosL3 from(String folderOrPattern) {
    return new ReadSmosL3(folderOrPattern, Set.of(), Delivery.Limits.STANDARD);
  }

  /**
   * Reads these layers besides soil moisture and its error, in the place of those that the
   * product's own screening needs.
   */
  public ReadSmosL3 withLayers(Set<String> names) {
    return new ReadSmosL3(input, names, limits);
  }

  /** Refuses what is larger. */
  public ReadSmosL3 withLimits(Delivery.Limits other) {
    return new ReadSmosL3(input, layers, other);
  }

  @Override
  public PCollectionTuple expand(PBegin begin) {
    PCollectionTuple matched =
        begin.apply(
            "MatchFiles", MatchSoilMoistureFiles.below(input).withMostBytes(limits.fileBytes()));
    PCollectionTuple read =
        matched
            .get(MatchSoilMoistureFiles.FILES)
            // with buckets, since the direct runner does not take many keys
            .apply("Spread", Reshuffle.<SoilMoistureFile>viaRandomKey().withNumBuckets(64))
            .apply(
                "Read",
                ParDo.of(new ReadFn(layers, limits))
                    .withOutputTags(RETRIEVALS, TupleTagList.of(OUTCOMES)));
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
    private final Delivery.Limits limits;
    private transient SoilMoistureProducts products;

    ReadFn(TreeSet<String> layers, Delivery.Limits limits) {
      this.layers = layers;
      this.limits = limits;
    }

    @Setup
    public void findProducts() {
      products = SoilMoistureProducts.installed();
    }

    @ProcessElement
    public void process(@Element SoilMoistureFile file, MultiOutputReceiver out)
        throws IOException {
      List<Retrievals> found = new ArrayList<>();
      try (ByteBudget.Holding memory = ByteBudget.ofProcess().holding();
          InputStream in = StoredFiles.open(Location.of(file.path()))) {
        memory.take(file.bytes());
        SoilMoistureProduct product = products.named(file.identity().product());
        Delivery.read(
            file.path(),
            in,
            limits,
            name -> !product.isCompanion(ProductBytes.fileName(name)),
            memory::take,
            entry -> found.add(read(product, entry, file.identity())));
      } catch (InputException e) {
        refused.inc();
        out.get(OUTCOMES).output(FileOutcome.refused(file.path(), e));
        return;
      }
      read.inc();
      found.forEach(out.get(RETRIEVALS)::output);
      out.get(OUTCOMES).output(FileOutcome.ingested(file.path()));
    }

    private Retrievals read(
        SoilMoistureProduct product, ProductBytes entry, FileIdentity identity) {
      return product.read(
          entry, identity, layers.isEmpty() ? product.screening().layers() : layers);
    }
  }
}
