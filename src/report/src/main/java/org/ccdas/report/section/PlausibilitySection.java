package org.ccdas.report.section;

import static org.ccdas.report.page.Numbers.significant;

import java.util.List;
import org.ccdas.report.page.Html;
import org.ccdas.report.page.HtmlTable;
import org.ccdas.report.page.Section;
import org.ccdas.report.run.RunJson;
import org.ccdas.report.run.RunResults;

/** Whether the land of the model is plausible. */
public final class PlausibilitySection {
  private PlausibilitySection() {}

  /** The section. */
  public static Section of(RunResults run) {
    HtmlTable table =
        new HtmlTable("Checks that are meant for global grids; one not passed wants an explanation")
            .texts("check", "of the")
            .numbers("value", "plausible")
            .texts("unit", "passed");
    for (RunJson gate : run.summary().list("gates")) {
      List<String> range = gate.texts("range");
      table.row(
          gate.text("name"),
          gate.text("experiment"),
          significant(gate.number("value"), 4),
          String.join(" to ", range),
          gate.text("unit"),
          gate.isTrue("passed") ? "yes" : "NO");
    }
    Section section = Section.of("plausibility", "Is the land plausible?").add(table.html());
    List<String> unchecked = run.summary().texts("gatesNotChecked");
    return unchecked.isEmpty()
        ? section
        : section
            .paragraph("Not checked, since a run does not keep what is needed:")
            .add(Html.bullets(unchecked));
  }
}
