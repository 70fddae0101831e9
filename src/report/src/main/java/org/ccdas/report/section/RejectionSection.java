package org.ccdas.report.section;

import static org.ccdas.report.page.Numbers.fixed;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ccdas.inputs.file.CsvTable;
import org.ccdas.report.page.Html;
import org.ccdas.report.page.HtmlTable;
import org.ccdas.report.page.Section;
import org.ccdas.report.run.RunFiles;
import org.ccdas.report.run.RunResults;
import org.ccdas.report.run.RunSummary;
import org.ccdas.report.stream.StreamPages;

/** What was not used and why: retrievals, files, months, tiles. */
public final class RejectionSection {
  private static final String ID = "rejected";
  private static final String TITLE = "What was rejected, and why";
  private static final String SCREENING = "ingest/screening.csv";
  private static final String QUARANTINE = "ingest/quarantine.csv";

  private RejectionSection() {}

  /** The section. */
  public static Section of(RunResults run) {
    Section section = Section.of(ID, TITLE).add(Html.bullets(rejected(run)));
    section = screening(section, run);
    return quarantine(section, run);
  }

  private static List<String> rejected(RunResults run) {
    List<String> rejected = new ArrayList<>();
    rejected.add(tiles(run.summary()));
    StreamPages.of(run).forEach(stream -> rejected.addAll(stream.rejected(run)));
    return rejected;
  }

  private static String tiles(RunSummary summary) {
    return fixed(summary.tilesWithoutCarbon(), 0)
        + " of "
        + fixed(summary.tiles(), 0)
        + " tiles have no carbon fluxes, because they would produce less than 10 gC m⁻² a year at"
        + " the prior.";
  }

  private static Section screening(Section section, RunResults run) {
    Optional<CsvTable> found =
        run.files()
            .find(
                SCREENING,
                path ->
                    CsvTable.read(
                        path, "product", "reason", "retrievals", "rejected", "rejected_alone"));
    if (found.isEmpty()) {
      return section.paragraph(
          "This run has no " + SCREENING + ": it read no satellite retrievals by itself.");
    }
    HtmlTable table =
        new HtmlTable("Retrievals that were screened out; one may fail several checks")
            .texts("product", "reason")
            .numbers("retrievals", "rejected", "by this alone", "percent");
    for (CsvTable.Row row : found.get().rows()) {
      double retrievals = row.number("retrievals");
      table.row(
          row.text("product"),
          row.text("reason"),
          fixed(retrievals, 0),
          fixed(row.number("rejected"), 0),
          fixed(row.number("rejected_alone"), 0),
          retrievals > 0 ? fixed(100 * row.number("rejected") / retrievals, 1) : "–");
    }
    return section.add(table.html());
  }

  private static Section quarantine(Section section, RunResults run) {
    Optional<String> text = run.files().find(QUARANTINE, RunFiles::text);
    if (text.isEmpty()) {
      return section;
    }
    if (text.get().lines().filter(line -> !line.isBlank()).count() < 2) {
      return section.paragraph("Every file could be used.");
    }
    HtmlTable table = new HtmlTable("Files that could not be used").texts("file", "reason");
    CsvTable.read(run.files().path(QUARANTINE), "file", "reason")
        .rows()
        .forEach(row -> table.row(row.text("file"), row.text("reason")));
    return section.add(Html.unfold("Files put aside: " + table.size(), table.html()));
  }
}
