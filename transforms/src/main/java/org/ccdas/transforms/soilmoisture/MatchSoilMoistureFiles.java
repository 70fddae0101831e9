package org.ccdas.transforms.soilmoisture;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.SerializableCoder;
import org.apache.beam.sdk.coders.StringUtf8Coder;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.io.fs.EmptyMatchTreatment;
import org.apache.beam.sdk.io.fs.MatchResult;
import org.apache.beam.sdk.metrics.Counter;
import org.apache.beam.sdk.metrics.Metrics;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.Flatten;
import org.apache.beam.sdk.transforms.GroupByKey;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PBegin;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionList;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.TupleTag;
import org.apache.beam.sdk.values.TupleTagList;
import org.ccdas.inputs.InputException;
import org.ccdas.observe.satellite.Delivery;
import org.ccdas.observe.satellite.SoilMoistureProducts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lists files and finds out by their names what they hold. Of several files of one product, day and
 * overpass the one of greatest precedence is kept. Every file listed is either in {@link #FILES} or
 * has its {@link FileOutcome} in {@link #OUTCOMES}.
 *
 * <pre>{@code
 * PCollectionTuple matched = pipeline.apply(MatchSoilMoistureFiles.below("gs://archive/smos"));
 * PCollection<SoilMoistureFile> files = matched.get(MatchSoilMoistureFiles.FILES);
 * }</pre>
 */
public final class MatchSoilMoistureFiles extends PTransform<PBegin, PCollectionTuple> {
  /** Files to be read, in no order. */
  public static final TupleTag<SoilMoistureFile> FILES = new TupleTag<>() {};

  /** Files that will not be read, and why. */
  public static final TupleTag<FileOutcome> OUTCOMES = new TupleTag<>() {};

  private static final long serialVersionUID = 1L;
  private static final String WILDCARDS = ".*[*?\\[\\]{}].*";

  private final String pattern;
  private final long mostBytes;

  private MatchSoilMoistureFiles(String pattern, long mostBytes) {
    this.pattern = pattern;
    this.mostBytes = mostBytes;
  }

  /** All files in a folder and its folders, or those of a pattern with {@code *}. */
  public static MatchSoilMoistureFiles below(String folderOrPattern) {
    return new MatchSoilMoistureFiles(
        pattern(folderOrPattern), Delivery.Limits.STANDARD.fileBytes());
  }

  /** Refuses files of more bytes. */
  public MatchSoilMoistureFiles withMostBytes(long bytes) {
    return new MatchSoilMoistureFiles(pattern, bytes);
  }

  private static String pattern(String folderOrPattern) {
    if (folderOrPattern.matches(WILDCARDS)) {
      return folderOrPattern;
    }
    return folderOrPattern.replaceFirst("/+$", "") + "/**";
  }

  @Override
  public PCollectionTuple expand(PBegin input) {
    PCollectionTuple listed =
        input
            .apply("Pattern", Create.of(pattern))
            .apply(
                "List",
                ParDo.of(new ListFn(mostBytes))
                    .withOutputTags(ListFn.KNOWN, TupleTagList.of(ListFn.UNUSED)));
    PCollectionTuple chosen =
        listed
            .get(ListFn.KNOWN)
            .setCoder(
                KvCoder.of(StringUtf8Coder.of(), SerializableCoder.of(SoilMoistureFile.class)))
            .apply("GroupDuplicates", GroupByKey.create())
            .apply(
                "Choose",
                ParDo.of(new ChooseFn()).withOutputTags(FILES, TupleTagList.of(OUTCOMES)));
    PCollection<FileOutcome> outcomes =
        PCollectionList.of(listed.get(ListFn.UNUSED).setCoder(coder()))
            .and(chosen.get(OUTCOMES).setCoder(coder()))
            .apply("Outcomes", Flatten.pCollections());
    return PCollectionTuple.of(
            FILES, chosen.get(FILES).setCoder(SerializableCoder.of(SoilMoistureFile.class)))
        .and(OUTCOMES, outcomes);
  }

  private static SerializableCoder<FileOutcome> coder() {
    return SerializableCoder.of(FileOutcome.class);
  }

  private static final class ListFn extends DoFn<String, KV<String, SoilMoistureFile>> {
    static final TupleTag<KV<String, SoilMoistureFile>> KNOWN = new TupleTag<>() {};
    static final TupleTag<FileOutcome> UNUSED = new TupleTag<>() {};

    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(MatchSoilMoistureFiles.class);

    private final Counter listed = Metrics.counter(MatchSoilMoistureFiles.class, "filesListed");
    private final Counter unknown = Metrics.counter(MatchSoilMoistureFiles.class, "filesUnknown");
    private final long mostBytes;
    private transient SoilMoistureProducts products;

    ListFn(long mostBytes) {
      this.mostBytes = mostBytes;
    }

    @Setup
    public void findProducts() {
      products = SoilMoistureProducts.installed();
    }

    @ProcessElement
    public void process(@Element String pattern, MultiOutputReceiver out) throws IOException {
      List<MatchResult.Metadata> found =
          FileSystems.match(pattern, EmptyMatchTreatment.ALLOW).metadata();
      int known = 0;
      for (MatchResult.Metadata file : found) {
        String path = file.resourceId().toString();
        Optional<FileOutcome> unused = unused(path, file.sizeBytes());
        if (unused.isPresent()) {
          out.get(UNUSED).output(unused.get());
        } else {
          SoilMoistureFile wanted =
              new SoilMoistureFile(
                  path, file.sizeBytes(), products.identify(path).orElseThrow().identity());
          out.get(KNOWN).output(KV.of(wanted.identity().key(), wanted));
          known++;
        }
      }
      listed.inc(found.size());
      unknown.inc(found.size() - known);
      LOG.info("{} files match {}; {} of them are to be read", found.size(), pattern, known);
    }

    /** Why a file is not read; empty when it is to be read. */
    private Optional<FileOutcome> unused(String path, long bytes) {
      try {
        if (products.identify(path).isPresent()) {
          return bytes <= mostBytes
              ? Optional.empty()
              : Optional.of(
                  FileOutcome.refused(
                      path, "has " + bytes + " bytes; more than " + mostBytes + " are not read."));
        }
      } catch (InputException e) {
        return Optional.of(FileOutcome.refused(path, e));
      }
      return Optional.of(
          products.isCompanion(path)
              ? FileOutcome.companion(path)
              : FileOutcome.refused(
                  path, "no product that is installed knows files of this name."));
    }
  }

  private static final class ChooseFn
      extends DoFn<KV<String, Iterable<SoilMoistureFile>>, SoilMoistureFile> {
    private static final long serialVersionUID = 1L;

    private final Counter duplicates =
        Metrics.counter(MatchSoilMoistureFiles.class, "filesDuplicate");

    @ProcessElement
    public void process(
        @Element KV<String, Iterable<SoilMoistureFile>> same, MultiOutputReceiver out) {
      List<SoilMoistureFile> files = new ArrayList<>();
      same.getValue().forEach(files::add);
      // of copies in several folders the first by path
      files.sort(
          Comparator.comparing(SoilMoistureFile::identity)
              .reversed()
              .thenComparing(SoilMoistureFile::path));
      SoilMoistureFile best = files.get(0);
      out.get(FILES).output(best);
      for (SoilMoistureFile other : files.subList(1, files.size())) {
        duplicates.inc();
        out.get(OUTCOMES).output(FileOutcome.duplicate(other.path(), best.path()));
      }
    }
  }
}
