package org.ccdas.observe.co2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import org.ccdas.observe.stream.StreamFindings;
import org.ccdas.observe.stream.StreamRun;
import org.ccdas.observe.stream.TableLines;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class Co2FindingsTest {
  @TempDir private Path folder;
  private FlaskCase flasks;

  @BeforeEach
  void write() throws IOException {
    flasks = FlaskCase.write(folder);
  }

  private static StreamFindings findings(Co2Observations observed) {
    return observed.findings(FlaskCase.run(observed));
  }

  @Test
  void theFitToWhatIsAssimilatedIsThatOfTheCost() {
    Co2Observations observed = flasks.observations();
    StreamRun run = FlaskCase.run(observed);
    StreamFindings findings = observed.findings(run);
    Co2Fit fit = (Co2Fit) findings.assimilated().orElseThrow();
    assertThat(findings.observations()).isEqualTo(26);
    assertThat(fit.n()).isEqualTo(26);
    assertThat(fit.stations()).isEqualTo(2);
    double chiSquare = 2 * run.prior().value().cost() / 26;
    assertThat(fit.chiSquare().prior()).isCloseTo(chiSquare, within(1e-12 * chiSquare));
    assertThat(findings.chiSquare().orElseThrow().prior()).isEqualTo(chiSquare);
    Co2Fit other = (Co2Fit) findings.heldOut().orElseThrow();
    assertThat(other.n()).isEqualTo(13);
    assertThat(other.stations()).isEqualTo(1);
  }

  @Test
  void yearsHeldOutCountAmongTheOthers() {
    StreamFindings findings = findings(flasks.observations(2011));
    assertThat(findings.observations()).isEqualTo(22);
    Co2Fit other = (Co2Fit) findings.heldOut().orElseThrow();
    assertThat(other.n()).isEqualTo(13 + 4);
    assertThat(other.stations()).isEqualTo(3);
  }

  @Test
  void withoutAnythingAssimilatedThereIsNoChiSquare() {
    StreamFindings findings = findings(flasks.observations(2010, 2011));
    assertThat(findings.observations()).isZero();
    assertThat(findings.chiSquare()).isEmpty();
    assertThat(findings.assimilated()).isEmpty();
    assertThat(findings.heldOut()).isPresent();
    assertThat((List<?>) findings.details().get("stations")).hasSize(3);
  }

  @Test
  void stationsHeldOutComeLastInTheTable() {
    StringWriter text = new StringWriter();
    findings(flasks.observations()).print(new TableLines(new PrintWriter(text, true)));
    assertThat(text.toString())
        .containsPattern("(?s)MLO +13 .*BRW +13 .*not assimilated:\n *SPO +13 ");
  }
}
