package org.ccdas.transforms.soilmoisture;

import java.io.IOException;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.beam.sdk.coders.SerializableCoder;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.View;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionView;
import org.ccdas.inputs.InputException;
import org.ccdas.inputs.file.Location;
import org.ccdas.inputs.file.StoredFiles;
import org.ccdas.observe.satellite.ScreeningFiles;

/**
 * Writes the quarantine list and the list of other files, sorted by file, and fails when the share
 * of quarantined files is too large, or when there is nothing to read.
 */
final class CheckQuarantine extends PTransform<PCollection<FileOutcome>, PCollection<FileNumbers>> {
  /** Name of the list. */
  static final String FILE = "quarantine.csv";

  /** Name of the list of files that are none of those asked for. */
  static final String OTHERS = "other-files.csv";

  private static final long serialVersionUID = 1L;
  private final String input;
  private final String folder;
  private final double mostShare;

  private CheckQuarantine(String input, String folder, double mostShare) {
    this.input = input;
    this.folder = folder;
    this.mostShare = mostShare;
  }

  /**
   * Writes into a folder.
   *
   * @param input where the files come from, for messages
   * @param folder for the list
   * @param mostShare greatest share of quarantined files, 0..1
   */
  static CheckQuarantine of(String input, String folder, double mostShare) {
    return new CheckQuarantine(input, folder, mostShare);
  }

  @Override
  public PCollection<FileNumbers> expand(PCollection<FileOutcome> outcomes) {
    PCollectionView<Iterable<FileOutcome>> all = outcomes.apply("All", View.asIterable());
    return outcomes
        .getPipeline()
        .apply("Once", Create.of(input))
        .apply("Check", ParDo.of(new CheckFn(this, all)).withSideInputs(all))
        .setCoder(SerializableCoder.of(FileNumbers.class));
  }

  private static final class CheckFn extends DoFn<String, FileNumbers> {
    private static final long serialVersionUID = 1L;
    private static final double PERCENT = 100;
    private final String folder;
    private final double mostShare;
    private final PCollectionView<Iterable<FileOutcome>> all;

    CheckFn(CheckQuarantine check, PCollectionView<Iterable<FileOutcome>> all) {
      this.folder = check.folder;
      this.mostShare = check.mostShare;
      this.all = all;
    }

    @ProcessElement
    public void process(@Element String input, ProcessContext context) throws IOException {
      Map<FileOutcome.Kind, Integer> numbers = new EnumMap<>(FileOutcome.Kind.class);
      TreeMap<String, String> quarantined = new TreeMap<>();
      TreeMap<String, String> others = new TreeMap<>();
      for (FileOutcome outcome : context.sideInput(all)) {
        numbers.merge(outcome.kind(), 1, Integer::sum);
        if (outcome.isQuarantined()) {
          quarantined.put(outcome.file(), outcome.reason());
        } else if (outcome.kind() == FileOutcome.Kind.OTHER) {
          others.put(outcome.file(), outcome.reason());
        }
      }
      FileNumbers files = FileNumbers.of(numbers);
      String list = Location.of(folder).resolve(FILE).toString();
      StoredFiles.write(Location.of(list), ScreeningFiles.files(quarantined));
      StoredFiles.write(Location.of(folder).resolve(OTHERS), ScreeningFiles.files(others));
      if (files.candidates() == 0) {
        throw new InputException(
            input,
            "",
            files.listed() == 0
                ? "there are no files"
                : "none of the " + files.listed() + " files holds retrievals, by their names",
            "Name a folder or pattern with files of retrievals");
      }
      if (files.quarantinedShare() > mostShare) {
        Map.Entry<String, String> example = quarantined.firstEntry();
        throw new InputException(
            input,
            "",
            String.format(
                Locale.ROOT,
                "%d of %d files are quarantined (%.1f percent, more than the %.1f percent allowed),"
                    + " for example %s: %s",
                files.quarantined(),
                files.candidates(),
                PERCENT * files.quarantinedShare(),
                PERCENT * mostShare,
                example.getKey(),
                example.getValue().replaceFirst("\\.$", "")),
            "See "
                + list
                + "; mend or remove the files, or allow more with --max-quarantine-share");
      }
      context.output(files);
    }
  }
}
