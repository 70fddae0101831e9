package org.ccdas.report.stream;

import java.util.List;
import java.util.Optional;
import org.ccdas.report.compared.ComparedRun;
import org.ccdas.report.page.Section;
import org.ccdas.report.run.RunResults;
import org.ccdas.report.run.RunSummary;

/**
 * What a stream of observations adds to the page of a run and to that of a comparison. Named in
 * {@code META-INF/services/org.ccdas.report.stream.StreamPage}; a stream without one has its
 * numbers in the tables, under its own name.
 */
public interface StreamPage {
  /** Name of the stream. */
  String stream();

  /** The stream in a sentence or table, for example {@code soil moisture}. */
  String title();

  /** What a run assimilates of it, in words: {@code 718 monthly CO₂ values of 10 stations}. */
  String assimilated(RunSummary summary);

  /** Its sections of the page of a run. */
  List<Section> sections(RunResults run);

  /** What of it was not used, a sentence each. */
  List<String> rejected(RunResults run);

  /** The statistics of its fit that tables show. */
  List<FitStatistic> statistics();

  /** Its sections of the page of a comparison. */
  List<Section> compared(List<ComparedRun> runs);

  /** Sentences on how runs predict what they hold out of it. */
  List<String> predicted(List<ComparedRun> runs);

  /** What one run of a comparison says of data that it does not assimilate. */
  Optional<String> unseen(ComparedRun run);
}
