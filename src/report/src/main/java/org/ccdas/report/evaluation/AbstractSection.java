package org.ccdas.report.evaluation;

import java.util.List;
import org.ccdas.evaluate.judge.Statement;
import org.ccdas.report.page.HtmlTable;
import org.ccdas.report.page.Section;

/** The statements of the published abstract, a row each. */
final class AbstractSection {
  private AbstractSection() {}

  static Section of(List<Statement> statements) {
    HtmlTable table =
        new HtmlTable("What the abstract states, and what this run and these data say")
            .texts("statement", "verdict", "number, or what is missing", "counts when", "where")
            .sentences();
    for (Statement one : statements) {
      table.row(one.text(), one.verdict().words(), one.number(), one.criterion(), one.place());
    }
    return Section.of("abstract", "The abstract as a table").add(table.html());
  }
}
