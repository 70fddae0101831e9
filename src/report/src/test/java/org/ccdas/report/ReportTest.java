package org.ccdas.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.ccdas.inputs.InputException;
import org.ccdas.inputs.file.Location;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class ReportTest {
  @TempDir private Path folder;

  private String page() throws IOException {
    return Files.readString(Report.write(Location.of(folder)).path(), StandardCharsets.UTF_8);
  }

  private static Document parsed(String page) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    String xml = page.replace("<!DOCTYPE html>\n", "");
    return factory
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
  }

  private static List<Element> elements(Document page, String name) {
    NodeList found = page.getElementsByTagName(name);
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < found.getLength(); i++) {
      elements.add((Element) found.item(i));
    }
    return elements;
  }

  @Test
  void isWellFormedAndSelfContained() throws Exception {
    new SampleRun(folder).write();
    String text = page();
    Document page = parsed(text);
    assertThat(elements(page, "h1")).hasSize(1);
    assertThat(elements(page, "section")).hasSizeGreaterThan(6);
    assertThat(elements(page, "script")).isEmpty();
    assertThat(elements(page, "link")).isEmpty();
    assertThat(text.replaceAll("base64,[^\"]*", "")).doesNotContain("http", "url(", "@import");
    List<String> ids = elements(page, "section").stream().map(e -> e.getAttribute("id")).toList();
    assertThat(ids).doesNotHaveDuplicates();
    for (Element link : elements(page, "a")) {
      assertThat(ids).contains(link.getAttribute("href").substring(1));
    }
  }

  @Test
  void everyPictureIsInThePageAndBesideItWithTextsForReaders() throws Exception {
    new SampleRun(folder).write();
    Document page = parsed(page());
    List<Element> images = elements(page, "img");
    assertThat(images).hasSizeGreaterThan(8);
    for (Element image : images) {
      assertThat(image.getAttribute("alt")).hasSizeGreaterThan(20);
      String data = image.getAttribute("src").replaceFirst("data:image/png;base64,", "");
      byte[] png = Base64.getDecoder().decode(data);
      Element figure = (Element) image.getParentNode().getParentNode();
      Path file = folder.resolve("pictures").resolve(figure.getAttribute("id") + ".png");
      assertThat(file).hasBinaryContent(png);
      assertThat(ImageIO.read(new ByteArrayInputStream(png)).getWidth())
          .isEqualTo(2 * Integer.parseInt(image.getAttribute("width")));
      assertThat(figure.getElementsByTagName("figcaption").item(0).getTextContent())
          .hasSizeGreaterThan(30);
    }
    try (Stream<Path> files = Files.list(folder.resolve("pictures"))) {
      assertThat(files).hasSize(images.size());
    }
  }

  @Test
  void answersInThreeSentences() throws Exception {
    new SampleRun(folder).write();
    Document page = parsed(page());
    Element answer =
        elements(page, "div").stream()
            .filter(e -> e.getAttribute("class").equals("answer"))
            .findFirst()
            .orElseThrow();
    assertThat(answer.getElementsByTagName("p").getLength()).isEqualTo(3);
    assertThat(answer.getTextContent())
        .contains("The minimum was found: the cost fell from 100.0 to 10.50 in 2 iterations")
        .contains("takes up 2.50 PgC a year (prior 0.00")
        .contains("beta C3Gr, C4Gr, by -0.90 prior standard deviations");
    assertThat(page.getDocumentElement().getTextContent())
        .contains("72 monthly CO₂ values of 1 station from 2010-01 to 2012-12")
        .contains("A note & more");
  }

  @Test
  void tellsWhatIsUncertainAndWhatOtherChoicesGive() throws Exception {
    new SampleRun(folder).write();
    String text = parsed(page()).getDocumentElement().getTextContent();
    assertThat(text)
        .contains(
            "Of the variance of the uptake 3 percent are of the land's parameters, 2 of the CO2 at"
                + " the start and 95 of the prescribed fluxes (fossil 25 and ocean 70). Errors of"
                + " the transport model are not included.")
        .contains("without AAA+1.750.40125.58.01.2")
        .contains("CO₂, all722.50.900.972.80", "AAA22.00.401.50");
  }

  @Test
  void saysSoWhenTheSearchDidNotConverge() throws Exception {
    new SampleRun(folder).write("Sample", false);
    assertThat(page())
        .contains("did not converge (because), so what follows is the best point found")
        .doesNotContain("The minimum was found");
  }

  @Test
  void escapesAllText() throws Exception {
    new SampleRun(folder).write("<script>alert('x')</script> & co", true);
    String page = page();
    assertThat(page)
        .doesNotContain("<script>", "cells <b>")
        .contains("&lt;script&gt;alert('x')&lt;/script&gt; &amp; co", "cells &lt;b&gt;.csv")
        .contains("Alpha &amp; Omega");
    parsed(page);
  }

  @Test
  void sectionsWithoutTheirFileSayWhy() throws Exception {
    SampleRun run = new SampleRun(folder).write();
    for (String file :
        List.of("parameters.nc", "stations.nc", "fluxes.nc", "progress.jsonl", "provenance.json")) {
      run.without(file);
    }
    String page = page();
    parsed(page);
    assertThat(page)
        .contains("this run has no file parameters.nc")
        .contains("this run has no file stations.nc")
        .contains("this run has no file fluxes.nc")
        .contains("this run has no file progress.jsonl")
        .contains("this run has no file provenance.json");
  }

  @Test
  void showsUncertaintiesWhenThereAreAny() throws Exception {
    new SampleRun(folder).write().withPosterior();
    String page = page();
    String text = parsed(page).getDocumentElement().getTextContent();
    assertThat(text)
        .contains("takes up 2.50 ± 1.00 PgC a year (prior 0.00 ± 4.00, uptake positive)")
        // 99/100 + 1/2 + 0
        .contains("determine 1.5 of 3 degrees of freedom")
        .contains("Vm25 TrEv (by 60 percent), beta C3Gr, C4Gr (by 50 percent)")
        .doesNotContain("no file posterior.nc");
    assertThat(page)
        .contains("id=\"correlation\"", "id=\"spectrum\"", "id=\"attribution-regions\"")
        // the strongest correlation, -0.18 / (0.4 0.5)
        .contains(
            "<th scope=\"row\">Vm25 TrEv</th><td>beta C3Gr, C4Gr</td>"
                + "<td class=\"number\">-0.90</td>")
        .contains("<th scope=\"row\">30N-60N 2010</th>");
  }

  @Test
  void showsHowTheCostRisesAroundTheMinimum() throws Exception {
    new SampleRun(folder).write().withPosterior();
    String page = page();
    parsed(page);
    assertThat(page)
        .contains("id=\"profile\"", "along 2 directions, 1 of them off by more than 20 percent")
        .contains("One direction is outside it", "1 of 4 points are not shown", "beyond 4 prior")
        .contains("<td class=\"number\">0.875</td><td>no</td>");
    new SampleRun(folder).write().without("posterior.nc");
    assertThat(page()).doesNotContain("id=\"profile\"");
  }

  @Test
  void quotesTheIntervalOfDrawsWhereItIsBetterAndSaysWhy() throws Exception {
    new SampleRun(folder).write().withPosterior();
    assertThat(page())
        .contains(
            "Better than that linear uncertainty is the interval of draws from the posterior, run"
                + " through the full model: median +3.25, 68 percent between +1.85 and +4.65, 95"
                + " percent between +0.45 and +6.05 (Pareto k 0.41, below 0.7; 100 draws, weighted by"
                + " the cost, tell as much as 38 equal ones (at least 25 wanted)).")
        .contains("1.85 to 4.65");
  }

  @Test
  void saysWhenDrawsSpreadMoreThanTheLinearTheory() throws Exception {
    new SampleRun(folder).write().withPosterior();
    Path summary = folder.resolve("summary.json");
    Files.writeString(
        summary,
        Files.readString(summary)
            .replace("\"paretoShape\":0.41", "\"paretoShape\":0.83")
            .replace("\"better\":true", "\"better\":false"));
    assertThat(page())
        .contains("are not proved to stand for it, nor is that linear uncertainty: median +3.25")
        .contains("(Pareto k 0.83, not below 0.7;")
        .containsPattern("They spread 1\\.4 times as wide as it, so that it is rather a lower");
  }

  @Test
  void saysWhatChainsOfDrawsHaveComeTo() throws Exception {
    new SampleRun(folder).write().withPosterior();
    Path summary = folder.resolve("summary.json");
    Files.writeString(
        summary,
        Files.readString(summary)
            .replace("\"paretoShape\":0.41", "\"paretoShape\":null")
            .replace(
                "\"better\":true",
                "\"mixing\":{\"moves\":24,\"lastMoves\":12,\"share\":1.0,\"acceptance\":0.31,"
                    + "\"effectiveDraws\":61.2,\"drift\":-0.4},\"better\":true"));
    assertThat(page())
        .contains(
            "(24 moves of Markov chains (31 percent taken): settled (100"
                + " percent of the way, drift -0.4); 100 draws tell as much as 38 independent ones (at least 25 wanted)).");
  }

  @Test
  void showsTheEnsembleOfThisMinimumOnly() throws Exception {
    SampleRun run = new SampleRun(folder).write().withPosterior();
    assertThat(page()).contains("ccdas simulate FOLDER --ensemble 200");
    run.withEnsemble(0.5, -0.9, 0.1);
    String page = page();
    parsed(page);
    assertThat(page)
        .contains("id=\"ensemble-spread\"")
        .contains("200 members from the posterior (7 draws beyond the bound thrown away")
        .contains("1.05 for the posterior and 1.30 for the prior")
        .contains("Furthest off: members from the prior in NEP, globe, 1.30 times")
        // ratio and shift of the posterior
        .contains("<td class=\"number\">1.05</td><td class=\"number\">+0.125</td>");
    run.withEnsemble(1, 2, 3);
    assertThat(page())
        .contains("ensemble.nc is of another minimum")
        .doesNotContain("id=\"ensemble-spread\"");
  }

  @Test
  void showsSoilMoistureWhenThereIsAny() throws Exception {
    new SampleRun(folder).write().withMoisture();
    String page = page();
    parsed(page);
    assertThat(page)
        .contains("Medians over 3 cells with observations, 350 values in all")
        .contains("id=\"moisture-r-change\"", "id=\"moisture-change\"")
        .contains("id=\"moisture-series-1\"", "15.0° S, 10.0° E")
        .contains("No cell has enough days to compare odd and even ones without the season")
        .doesNotContain("no file soilmoisture.nc");
  }

  @Test
  void saysWhatWasRejected() throws Exception {
    Files.createDirectory(folder.resolve("ingest"));
    new SampleRun(folder)
        .write()
        .text(
            "ingest/screening.csv",
            """
            product,reason,retrievals,rejected,rejected_alone,rejected_percent
            smos-catds-l3,dqx,1000,120,50,12.0
            smos-catds-l3,any,1000,300,0,30.0
            """)
        .text("ingest/quarantine.csv", "file,reason\na.tgz,it ends too early\n");
    assertThat(page())
        .contains("<td>dqx</td><td class=\"number\">1000</td><td class=\"number\">120</td>")
        .contains("Files put aside: 1", "it ends too early")
        .contains("Station months without a usable CO₂ value: 1.");
    new SampleRun(folder).text("ingest/quarantine.csv", "file,reason\n");
    assertThat(page()).contains("Every file could be used.");
  }

  @Test
  void theSameRunGivesTheSameBytesAndStalePicturesGo() throws IOException {
    new SampleRun(folder).write();
    String first = page();
    Path stale = Files.createFile(folder.resolve("pictures").resolve("stale.png"));
    assertThat(page()).isEqualTo(first);
    assertThat(stale).doesNotExist();
  }

  @Test
  void refusesAFolderWithoutResults() throws IOException {
    assertThatThrownBy(() -> Report.write(Location.of(folder)))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("summary.json")
        .hasMessageContaining("no results");
    assertThatThrownBy(() -> Report.write(Location.of(folder.resolve("none"))))
        .hasMessageContaining("no such folder");
    new SampleRun(folder).write().text("summary.json", "{\"title\":");
    assertThatThrownBy(() -> Report.write(Location.of(folder)))
        .hasMessageContaining("not complete JSON");
  }
}
