package org.ccdas.transforms.soilmoisture;

import java.io.IOException;
import java.util.List;
import org.apache.beam.sdk.coders.SerializableCoder;
import org.apache.beam.sdk.metrics.Counter;
import org.apache.beam.sdk.metrics.Metrics;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.PBegin;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.TupleTag;
import org.apache.beam.sdk.values.TupleTagList;
import org.ccdas.inputs.file.StoredFile;
import org.ccdas.observe.satellite.Delivery;
import org.ccdas.observe.satellite.SoilMoistureProducts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lists files and finds out by their names what they hold. Files of one series are read; several in
 * one input are refused, unless one is named. Of several files of one day and overpass the one of
 * greatest precedence is kept. Every file listed is either in {@link #FILES} or has its {@link
 * FileOutcome} in {@link #OUTCOMES}.
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

  private final String input;
  private final String series;

  private MatchSoilMoistureFiles(String input, String series) {
    this.input = input;
    this.series = series;
  }

  /** A file, all files in a folder and its folders, or those of a pattern with {@code *}. */
  public static MatchSoilMoistureFiles below(String fileFolderOrPattern) {
    return new MatchSoilMoistureFiles(fileFolderOrPattern, "");
  }

  /** Only files of this product or variant, such as {@code esa-cci-sm-l3s:COMBINED}. */
  public MatchSoilMoistureFiles ofSeries(String name) {
    return new MatchSoilMoistureFiles(input, name);
  }

  @Override
  public PCollectionTuple expand(PBegin begin) {
    PCollectionTuple listed =
        begin
            .apply("Input", Create.of(input))
            .apply(
                "List",
                ParDo.of(new ListFn(series)).withOutputTags(FILES, TupleTagList.of(OUTCOMES)));
    listed.get(FILES).setCoder(SerializableCoder.of(SoilMoistureFile.class));
    listed.get(OUTCOMES).setCoder(SerializableCoder.of(FileOutcome.class));
    return listed;
  }

  private static final class ListFn extends DoFn<String, SoilMoistureFile> {
    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(MatchSoilMoistureFiles.class);

    private final Counter listed = Metrics.counter(MatchSoilMoistureFiles.class, "filesListed");
    private final Counter unused = Metrics.counter(MatchSoilMoistureFiles.class, "filesUnused");
    private final String series;

    ListFn(String series) {
      this.series = series;
    }

    @ProcessElement
    public void process(@Element String input, MultiOutputReceiver out) throws IOException {
      List<StoredFile> found = InputFiles.of(input);
      FileChoice choice =
          FileChoice.of(
              input,
              found,
              SoilMoistureProducts.installed(),
              series,
              Delivery.Limits.STANDARD.fileBytes());
      listed.inc(found.size());
      unused.inc(choice.outcomes().size());
      LOG.info(
          "{} files in {}; {} of them are to be read", found.size(), input, choice.files().size());
      logOthers(choice.outcomes());
      choice.files().forEach(out.get(FILES)::output);
      choice.outcomes().forEach(out.get(OUTCOMES)::output);
    }

    private static void logOthers(List<FileOutcome> outcomes) {
      List<FileOutcome> others =
          outcomes.stream().filter(o -> o.kind() == FileOutcome.Kind.OTHER).toList();
      if (!others.isEmpty()) {
        FileOutcome first = others.get(0);
        LOG.info(
            "{} files are left aside, for example {}: {}",
            others.size(),
            first.file(),
            first.reason());
      }
    }
  }
}
