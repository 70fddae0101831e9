package org.ccdas.pipelines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.ccdas.observe.stream.ObservationStream;
import org.ccdas.observe.stream.ObservationStreams;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A stream of observations works in a system that lacks the packages of all others. */
class StreamsApartTest {
  private static final YAMLMapper YAML = new YAMLMapper();

  @TempDir private Path folder;
  private SmallWorld world;

  @BeforeEach
  void write() throws IOException {
    world = SmallWorld.write(folder.resolve("world"));
  }

  private static List<ObservationStream<?>> othersThan(String stream) {
    List<ObservationStream<?>> others = new ArrayList<>(ObservationStreams.all());
    others.remove(ObservationStreams.named(stream));
    return others;
  }

  /** The packages of these streams in all modules, each with a dot at its end. */
  private static List<String> packages(List<ObservationStream<?>> streams) {
    List<String> packages = new ArrayList<>();
    for (ObservationStream<?> stream : streams) {
      String own = stream.getClass().getPackageName().replace("org.ccdas.observe.", "");
      for (String module : List.of("observe", "verify", "report")) {
        packages.add("org.ccdas." + module + "." + own + ".");
      }
      if (own.equals("co2")) {
        packages.add("org.ccdas.observe.station.");
      }
    }
    return packages;
  }

  /** The experiment with all streams. */
  private Path withFapar() throws IOException {
    world.observeMonthly("fapar", "1", 0.5);
    ObjectNode tree = (ObjectNode) YAML.readTree(world.experiment().toFile());
    ((ObjectNode) tree.get("observations"))
        .putObject("fapar")
        .putArray("files")
        .add("${data}/fapar.nc");
    return Files.writeString(folder.resolve("all.yaml"), YAML.writeValueAsString(tree));
  }

  /** An experiment with the observations of one stream only. */
  private Path alone(String experiment, String stream) throws IOException {
    ObjectNode tree = (ObjectNode) YAML.readTree(Path.of(experiment).toFile());
    ((ObjectNode) tree.get("observations")).retain(Set.of(stream));
    return Files.writeString(folder.resolve("alone.yaml"), YAML.writeValueAsString(tree));
  }

  @ParameterizedTest
  @ValueSource(strings = {"co2", "soilMoisture", "fapar"})
  void itsNumbersAreTheSameWithoutTheOthers(String stream) throws Exception {
    String data = world.folder().toString();
    String all = withFapar().toString();
    double[] expected = SingleStream.evaluate(all, data, stream);
    assertThat(expected).doesNotContain(Double.NaN);
    assertThat(expected[0]).as("cost").isPositive();
    assertThat(Arrays.stream(expected).filter(value -> value != 0).count())
        .as("numbers that say something")
        .isGreaterThan(500);

    List<ObservationStream<?>> others = othersThan(stream);
    assertThat(others).isNotEmpty();
    try (PartialClassPath part =
        new PartialClassPath(packages(others), folder.resolve("services"))) {
      for (ObservationStream<?> other : others) {
        assertThatThrownBy(() -> part.loadClass(other.getClass().getName()))
            .isInstanceOf(ClassNotFoundException.class);
      }
      assertThat(part.call(SingleStream.class, "installed")).isEqualTo(stream);
      assertThatThrownBy(() -> part.call(SingleStream.class, "evaluate", all, data, stream))
          .hasMessageContaining("unknown key");
      assertThat(
              (double[])
                  part.call(
                      SingleStream.class, "evaluate", alone(all, stream).toString(), data, stream))
          .containsExactly(expected);
    }
  }
}
