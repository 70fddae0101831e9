package org.ccdas.pipelines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example of docs/adding-a-stream.md: it is what the page shows, and works from its jar. */
class MeadowLaiTest {
  private static final Path PAGE = Path.of("..", "docs", "adding-a-stream.md");
  private static final Path SOURCE = Path.of("src", "test", "java", "samples", "MeadowLai.java");
  private static final String CLASS = "samples.MeadowLai";
  private static final String SERVICE =
      "META-INF/services/org.ccdas.observe.stream.ObservationStream";

  @TempDir private Path folder;
  private SmallWorld world;

  @BeforeEach
  void write() throws IOException {
    world = SmallWorld.write(folder.resolve("world"));
  }

  /** A jar with the example, whose classes the present class path has besides. */
  private Path jar() throws IOException {
    Path jar = folder.resolve("meadow.jar");
    try (OutputStream out = Files.newOutputStream(jar);
        JarOutputStream entries = new JarOutputStream(out)) {
      for (String name : List.of(CLASS, CLASS + "$Settings")) {
        String file = name.replace('.', '/') + ".class";
        entries.putNextEntry(new JarEntry(file));
        try (var compiled = getClass().getClassLoader().getResourceAsStream(file)) {
          compiled.transferTo(entries);
        }
      }
      entries.putNextEntry(new JarEntry(SERVICE));
      entries.write((CLASS + "\n").getBytes(StandardCharsets.UTF_8));
    }
    return jar;
  }

  private Path experiment() throws IOException {
    YAMLMapper yaml = new YAMLMapper();
    ObjectNode tree = (ObjectNode) yaml.readTree(world.experiment().toFile());
    ((ObjectNode) tree.get("observations"))
        .putObject("meadowLai")
        .putArray("files")
        .add("${data}/lai.nc");
    return Files.writeString(folder.resolve("lai.yaml"), yaml.writeValueAsString(tree));
  }

  @Test
  void isAssimilatedFromItsJarBesideOurs() throws Exception {
    world.observeMonthly("lai", "m2 m-2", 2);
    String data = world.folder().toString();
    double[] alone = SingleStream.evaluate(world.experiment().toString(), data, "co2");

    try (PartialClassPath plugged =
        new PartialClassPath(List.of(), folder.resolve("services"), jar())) {
      assertThat((String) plugged.call(SingleStream.class, "installed"))
          .contains("meadowLai")
          .contains("co2");
      String experiment = experiment().toString();
      double[] lai =
          (double[]) plugged.call(SingleStream.class, "evaluate", experiment, data, "meadowLai");
      assertThat(lai).doesNotContain(Double.NaN);
      assertThat(lai[0]).as("cost").isPositive().isCloseTo(lai[1], within(1e-12 * lai[1]));
      assertThat(Arrays.stream(lai).filter(value -> value != 0).count())
          .as("numbers that say something")
          .isGreaterThan(50);
      // another stream beside it changes nothing of ours
      assertThat((double[]) plugged.call(SingleStream.class, "evaluate", experiment, data, "co2"))
          .containsExactly(alone);

      double[] slope =
          (double[]) plugged.call(SingleStream.class, "directional", experiment, data, "meadowLai");
      assertThat(Math.abs(slope[1])).isGreaterThan(1);
      assertThat(slope[0]).isCloseTo(slope[1], within(1e-6 * Math.abs(slope[1])));
    }
    // without the jar it is not there
    assertThat(SingleStream.installed()).doesNotContain("meadowLai");
  }

  @Test
  void thePageShowsTheExample() throws IOException {
    assertThat(Files.readString(PAGE))
        .contains("```java\n" + Files.readString(SOURCE) + "```\n")
        .contains(SERVICE)
        .contains("\n" + CLASS + "\n");
    try (Stream<Path> own = Files.list(SOURCE.getParent())) {
      assertThat(own).hasSize(1);
    }
  }
}
