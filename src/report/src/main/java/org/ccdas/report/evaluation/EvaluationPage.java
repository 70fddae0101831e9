package org.ccdas.report.evaluation;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.ccdas.evaluate.judge.Judgement;
import org.ccdas.evaluate.judge.Statement;
import org.ccdas.evaluate.judge.Verdict;
import org.ccdas.inputs.file.Location;
import org.ccdas.inputs.file.StoredFiles;
import org.ccdas.report.Report;
import org.ccdas.report.page.Html;
import org.ccdas.report.page.Page;
import org.ccdas.report.page.Section;
import org.ccdas.report.picture.Fonts;

/** The page {@value #PAGE}: a run beside independent data, with its pictures. */
public final class EvaluationPage {
  /** Name of the page. */
  public static final String PAGE = "evaluation.html";

  /** Folder of the pictures. */
  private static final String PICTURES = "evaluation-pictures";

  private EvaluationPage() {}

  /** Writes page and pictures into a folder. */
  public static void write(Location folder, Judgement judgement) throws IOException {
    Fonts.require();
    List<Section> sections =
        List.of(
            AbstractSection.of(judgement.statements()),
            RegionsSection.of(judgement),
            YearsSection.of(judgement),
            GridSection.of(judgement),
            MoistureSection.of(judgement),
            SitesSection.of(judgement),
            ScoresSection.of(judgement));
    Page page =
        new Page(judgement.title() + ": beside independent data", lead(judgement), sections);
    Report.writePictures(sections, folder.resolve(PICTURES));
    StoredFiles.write(folder.resolve(PAGE), page.html().getBytes(StandardCharsets.UTF_8));
  }

  private static List<Html> lead(Judgement judgement) {
    List<Html> lead = new ArrayList<>();
    Html.Element answer = Html.element("div").with("class", "answer");
    for (Verdict verdict : Verdict.values()) {
      List<Statement> such =
          judgement.statements().stream().filter(one -> one.verdict() == verdict).toList();
      answer =
          answer.add(
              Html.paragraph(
                  such.size()
                      + " of "
                      + judgement.statements().size()
                      + " statements of the published abstract: "
                      + verdict.words()
                      + (such.isEmpty()
                          ? "."
                          : " ("
                              + String.join(", ", such.stream().map(Statement::id).toList())
                              + ").")));
    }
    lead.add(answer);
    judgement.notes().forEach(note -> lead.add(Html.paragraph(note)));
    lead.add(Html.paragraph("Compared with:"));
    lead.add(Html.bullets(judgement.datasets()));
    return lead;
  }
}
