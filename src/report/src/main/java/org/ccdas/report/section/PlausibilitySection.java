package org.ccdas.report.section;

import static org.ccdas.report.page.Numbers.significant;

import java.util.List;
import org.ccdas.report.page.Html;
import org.ccdas.report.page.HtmlTable;
import org.ccdas.report.page.Section;
import org.ccdas.report.run.RunResults;
import org.ccdas.report.run.RunSummary;

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
    for (RunSummary.GateLine gate : run.summary().gates()) {
      List<String> range = gate.range().stream().map(String::valueOf).toList();
      table.row(
          gate.name(),
          gate.experiment(),
          significant(gate.value(), 4),
          String.join(" to ", range),
          gate.unit(),
          gate.passed() ? "yes" : "NO");
    }
    Section section = Section.of("plausibility", "Is the land plausible?").add(table.html());
    List<String> unchecked = run.summary().gatesNotChecked();
    return unchecked.isEmpty()
        ? section
        : section
            .paragraph("Not checked, since a run does not keep what is needed:")
            .add(Html.bullets(unchecked));
  }
}
