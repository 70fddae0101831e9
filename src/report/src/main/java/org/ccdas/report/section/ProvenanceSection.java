package org.ccdas.report.section;

import java.util.ArrayList;
import java.util.List;
import org.ccdas.report.page.Html;
import org.ccdas.report.page.HtmlTable;
import org.ccdas.report.page.Section;
import org.ccdas.report.run.RunJson;
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
      return Section.leftOut(ID, TITLE, RunResults.missing("provenance.json"));
    }
    RunJson provenance = run.provenance().get();
    List<String> facts = new ArrayList<>();
    facts.add("experiment " + provenance.text("experiment"));
    facts.add("from " + provenance.text("started") + " to " + provenance.text("ended"));
    provenance
        .members("versions")
        .forEach((name, version) -> facts.add(name + " " + version.asText()));
    facts.add(
        "runner "
            + provenance.text("runner")
            + " on "
            + provenance.text("platform.os")
            + ", "
            + provenance.text("platform.processors")
            + " processors");
    provenance.members("seeds").forEach((n, s) -> facts.add("seed " + n + " " + s.asText()));
    return Section.of(ID, TITLE)
        .add(Html.bullets(facts))
        .heading("What was decided where the literature leaves it open")
        .paragraph(
            "Numbers in parentheses are sections of docs/model.md, the model's specification.")
        .add(Html.bullets(provenance.texts("choices")))
        .add(
            Html.unfold(
                "Input files",
                digests("Files that were read, and the start of their SHA-256", provenance)))
        .paragraph(
            "provenance.json beside this page has the whole digests, also those of the results;"
                + " resolved.yaml has every setting.");
  }

  private static Html digests(String caption, RunJson provenance) {
    HtmlTable table = new HtmlTable(caption).texts("file", "SHA-256");
    provenance
        .members("inputs")
        .forEach(
            (file, digest) -> {
              String text = digest.asText();
              table.row(file, text.substring(0, Math.min(SHORT_DIGEST, text.length())));
            });
    return table.html();
  }
}
