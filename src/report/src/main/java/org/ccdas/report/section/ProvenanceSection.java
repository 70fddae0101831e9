package org.ccdas.report.section;

import java.util.ArrayList;
import java.util.List;
import org.ccdas.report.page.Html;
import org.ccdas.report.page.HtmlTable;
import org.ccdas.report.page.Section;
import org.ccdas.report.run.RunProvenance;
import org.ccdas.report.run.RunResults;

/** What the run was made of. */
public final class ProvenanceSection {
  private static final String ID = "provenance";
  private static final String TITLE = "Provenance";
  private static final int SHORT_DIGEST = 16;

  private ProvenanceSection() {}

  /** The section. */
  public static Section of(RunResults run) {
    if (run.provenance().isEmpty()) {
      return Section.leftOut(ID, TITLE, RunResults.missing(RunProvenance.FILE));
    }
    RunProvenance provenance = run.provenance().get();
    List<String> facts = new ArrayList<>();
    facts.add("experiment " + provenance.experiment());
    facts.add("from " + provenance.started() + " to " + provenance.ended());
    provenance.versions().forEach((name, version) -> facts.add(name + " " + version));
    facts.add(
        "runner "
            + provenance.runner()
            + " on "
            + provenance.platform().get(RunProvenance.OS)
            + ", "
            + provenance.platform().get(RunProvenance.PROCESSORS)
            + " processors");
    provenance.seeds().forEach((name, seed) -> facts.add("seed " + name + " " + seed));
    return Section.of(ID, TITLE)
        .add(Html.bullets(facts))
        .heading("What was decided where the literature leaves it open")
        .paragraph(
            "Numbers in parentheses are sections of docs/model.md, the model's specification.")
        .add(Html.bullets(provenance.choices()))
        .add(
            Html.unfold(
                "Input files",
                digests("Files that were read, and the start of their SHA-256", provenance)))
        .paragraph(
            "provenance.json beside this page has the whole digests, also those of the results;"
                + " resolved.yaml has every setting.");
  }

  private static Html digests(String caption, RunProvenance provenance) {
    HtmlTable table = new HtmlTable(caption).texts("file", "SHA-256");
    provenance
        .inputs()
        .forEach(
            (file, digest) ->
                table.row(file, digest.substring(0, Math.min(SHORT_DIGEST, digest.length()))));
    return table.html();
  }
}
