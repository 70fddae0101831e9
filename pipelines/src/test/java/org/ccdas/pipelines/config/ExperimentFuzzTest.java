package org.ccdas.pipelines.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.ccdas.inputs.file.Location;
import org.ccdas.observe.fuzz.Damage;
import org.ccdas.observe.fuzz.Refusal;
import org.ccdas.pipelines.demo.Demo;

/** Experiment files damaged in every way: read, or refused with the one kind of error. */
class ExperimentFuzzTest {
  private static final String SEED = "20100101";
  private static final BaseFolders FOLDERS =
      new BaseFolders(Location.of("/home"), Location.of("/data"));
  private static final byte[] DEMO = demo();

  private static byte[] demo() {
    try (InputStream in = Demo.class.getResourceAsStream("demo.yaml")) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Provide
  Arbitrary<List<Damage>> damages() {
    return Damage.ofText();
  }

  private static boolean refuses(String text) {
    return Refusal.refuses(
        () -> {
          Experiment experiment = ExperimentFile.parse(text, "fuzz.yaml", FOLDERS);
          assertThat(experiment.name()).isNotEmpty();
        });
  }

  @Example
  void theIntactFileIsRead() {
    assertThat(refuses(new String(DEMO, StandardCharsets.UTF_8))).isFalse();
  }

  @Property(tries = 800, seed = SEED)
  void damagedFiles(@ForAll("damages") List<Damage> damages) {
    refuses(new String(Damage.apply(damages, DEMO, DEMO.length), StandardCharsets.UTF_8));
  }

  @Property(tries = 400, seed = SEED)
  void anyText(@ForAll String text) {
    assertThat(refuses(text)).isTrue();
  }

  /** Texts that grow or nest without end when they are believed. */
  @Example
  void bombs() {
    StringBuilder laughs = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x]\n");
    for (int i = 1; i < 12; i++) {
      laughs.append("a").append(i).append(": &a").append(i).append(" [");
      laughs.append(("*a" + (i - 1) + ", ").repeat(8)).append("*a").append(i - 1).append("]\n");
    }
    assertThat(refuses(laughs.toString())).isTrue();
    assertThat(refuses("name: " + "[".repeat(20_000))).isTrue();
    assertThat(refuses("name: " + "{a: ".repeat(5_000) + "1" + "}".repeat(5_000))).isTrue();
    assertThat(refuses("? " + "- ".repeat(5_000) + "x")).isTrue();
    assertThat(refuses("seed: " + "9".repeat(5_000))).isTrue();
    assertThat(refuses("name: " + "x".repeat(4_000_000))).isTrue();
    assertThat(refuses("a: &a {b: *a}")).isTrue();
    assertThat(refuses("name: !!java.net.URL [\"http://localhost\"]")).isTrue();
  }
}
