package org.ccdas.report.transport;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.ccdas.inputs.file.Location;
import org.ccdas.inputs.file.StoredFiles;
import org.ccdas.report.Report;
import org.ccdas.report.page.Html;
import org.ccdas.report.page.Page;
import org.ccdas.report.page.Section;
import org.ccdas.report.picture.Fonts;
import org.ccdas.transport.proof.CarbonTrackerProof;
import org.ccdas.transport.proof.FossilProof;
import org.ccdas.transport.proof.Sf6Proof;

/** The page {@value #PAGE}: transport models before real data, and its pictures. */
public final class TransportPage {
  /** Name of the page. */
  public static final String PAGE = "transport.html";

  private TransportPage() {}

  /** Writes page and pictures into a folder. */
  public static void write(Location folder, TransportEvidence evidence) throws IOException {
    Fonts.require();
    List<Section> sections =
        List.of(
            Sf6Section.of(evidence),
            CarbonTrackerSection.of(evidence),
            FossilSection.of(evidence),
            CirculationSection.of(evidence.circulations()));
    List<Html> lead = new ArrayList<>();
    lead.add(
        Html.paragraph(
            "The question: does the transport that turns surface fluxes into concentrations do so as the"
                + " real atmosphere does? The zonal box model stands beside the tracer model in every"
                + " row."));
    Html.Element answer = Html.element("div").with("class", "answer");
    for (String line : keyFigures(evidence)) {
      answer = answer.add(Html.paragraph(line));
    }
    lead.add(answer);
    Page page = new Page("Transport before real data", lead, sections);
    Report.writePictures(sections, folder.resolve(Report.PICTURES));
    StoredFiles.write(folder.resolve(PAGE), page.html().getBytes(StandardCharsets.UTF_8));
  }

  /** A line a model with the figures that matter. */
  public static List<String> keyFigures(TransportEvidence evidence) {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < evidence.sf6().size(); i++) {
      Sf6Proof.Result sf6 = evidence.sf6().get(i);
      CarbonTrackerProof.Result tracker = evidence.carbonTracker().get(i);
      FossilProof.Result fossil = evidence.fossil().get(i);
      lines.add(
          String.format(
              Locale.ROOT,
              "%s: SF6 2002-2008 exchange time %.2f yr (observed %.2f), rms about the gradient %.3f"
                  + " ppt; CarbonTracker amplitude ratio %.2f (median of %d stations), season r"
                  + " %.2f; fossil BRW-SPO %.1f, MLO-SPO %.1f ppm",
              sf6.name(),
              sf6.judged().exchange()[0],
              sf6.judged().exchange()[1],
              sf6.judged().rms(),
              CarbonTrackerProof.median(
                  tracker.againstModel(), CarbonTrackerProof.Score::amplitude),
              tracker.againstModel().size(),
              CarbonTrackerProof.median(tracker.againstModel(), CarbonTrackerProof.Score::seasonal),
              fossil.brwSpo(),
              fossil.mloSpo()));
    }
    return lines;
  }
}
