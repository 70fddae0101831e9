package org.ccdas.report.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.xml.parsers.DocumentBuilderFactory;
import org.ccdas.inputs.InputException;
import org.ccdas.inputs.file.Location;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class ComparisonReportTest {
  @TempDir private Path folder;
  private SampleComparison sample;
  private final StringWriter told = new StringWriter();

  @BeforeEach
  void writeSample() throws IOException {
    sample = SampleComparison.write(folder);
  }

  private String page() throws IOException {
    ComparisonReport.write(Location.of(folder), new PrintWriter(told));
    return Files.readString(folder.resolve(ComparisonReport.PAGE), StandardCharsets.UTF_8);
  }

  @Test
  void isWellFormedAndSelfContainedWithEveryPictureBesideIt() throws Exception {
    String text = page();
    Document page =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(
                new ByteArrayInputStream(
                    text.replace("<!DOCTYPE html>\n", "").getBytes(StandardCharsets.UTF_8)));
    assertThat(text.replaceAll("base64,[^\"]*", ""))
        .doesNotContain("http", "url(", "@import", "NaN", "null")
        .contains("Sample &amp; more", "no such &lt;file&gt;", "Not among the results: gone.");
    NodeList figures = page.getElementsByTagName("figure");
    assertThat(figures.getLength()).isGreaterThanOrEqualTo(5);
    for (int i = 0; i < figures.getLength(); i++) {
      String id = ((Element) figures.item(i)).getAttribute("id");
      assertThat(folder.resolve("pictures").resolve(id + ".png")).exists();
    }
  }

  @Test
  void toldInShort() throws IOException {
    page();
    assertThat(told.toString())
        .contains("member gone failed: no such <file>", "comparison.html")
        .containsPattern("(?m)^cost J +100\\.000 +10\\.500 +10\\.500$")
        .containsPattern("(?m)^NEP of the globe, PgC yr⁻¹ +0\\.00 ± 4\\.00 +2\\.50 ± 1\\.00 ");
  }

  @Test
  void changedInputsAreTold() throws IOException {
    assertThat(page()).doesNotContain("Files have changed");
    sample
        .run("two")
        .text("provenance.json", "{\"inputs\":{\"cells <b>.csv\":\"another digest\"}}");
    assertThat(page()).contains("Files have changed", "not to be compared: cells &lt;b&gt;.csv");
  }

  @Test
  void membersThatAreNotRunAreMissingAndNotWrong() throws IOException {
    sample.run("prior").without("provenance.json");
    sample.run("one").without("provenance.json");
    sample.run("two").without("provenance.json");
    assertThat(page()).contains("not run", "Not among the results: prior, one, two, gone.");
  }

  @Test
  void aRunWithoutUncertaintiesIsComparedInWhatItHas() throws IOException {
    sample.run("one").without("posterior.nc").without("soilmoisture.nc");
    assertThat(page()).contains("fit-stations", "fluxes-nep");
  }

  @Test
  void aFolderWithoutComparisonIsRefused() throws IOException {
    Files.delete(folder.resolve("comparison.json"));
    assertThatThrownBy(this::page)
        .isInstanceOf(InputException.class)
        .hasMessageContaining("has no comparison");
  }
}
