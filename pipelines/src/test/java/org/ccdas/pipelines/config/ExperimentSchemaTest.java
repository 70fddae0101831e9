package org.ccdas.pipelines.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.ccdas.inputs.file.Location;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExperimentSchemaTest {
  private static final Path DOCS = Path.of("..", "docs");
  private static final Path EXPERIMENTS = Path.of("experiments");
  private static final JsonSchema SCHEMA =
      JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
          .getSchema(ExperimentSchema.json());
  private static final JsonSchema OF_COMPARISON =
      JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
          .getSchema(ExperimentSchema.ofComparison());

  static Stream<Path> experiments() throws IOException {
    return shipped().stream().filter(file -> !isComparison(file));
  }

  static Stream<Path> comparisons() throws IOException {
    return shipped().stream().filter(ExperimentSchemaTest::isComparison);
  }

  private static List<Path> shipped() throws IOException {
    try (Stream<Path> files = Files.list(EXPERIMENTS)) {
      return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
    }
  }

  private static boolean isComparison(Path file) {
    try {
      return new YAMLMapper().readTree(file.toFile()).has("base");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void thePublishedSchemaOfComparisonsIsTheOneOfTheRecords() throws IOException {
    assertThat(Files.readString(DOCS.resolve("comparison.schema.json")))
        .as("run: ./ccdas config schema --comparison > docs/comparison.schema.json")
        .isEqualTo(ExperimentSchema.ofComparison());
  }

  @ParameterizedTest
  @MethodSource("comparisons")
  void shippedComparisonsFollowTheSchemaAndAreRead(Path file) throws IOException {
    assertThat(OF_COMPARISON.validate(new YAMLMapper().readTree(file.toFile()))).isEmpty();
    ComparisonPlan plan =
        ComparisonFile.read(Location.of(file), Location.of("/data"), RunnerOverride.NONE);
    assertThat(file.getFileName()).hasToString(plan.comparison().name() + ".yaml");
    for (ComparisonPlan.Run run : plan.runs()) {
      assertThat(validate(ExperimentFile.toYaml(run.experiment()))).isEmpty();
    }
  }

  @Test
  void thePublishedSchemaIsTheOneOfTheRecords() throws IOException {
    assertThat(Files.readString(DOCS.resolve("experiment.schema.json")))
        .as("run: ./ccdas config schema > docs/experiment.schema.json")
        .isEqualTo(ExperimentSchema.json());
  }

  @Test
  void thePublishedReferenceIsTheOneOfTheRecords() throws IOException {
    assertThat(Files.readString(DOCS.resolve("configuration.md")))
        .as("run: ./ccdas config keys > docs/configuration.md")
        .isEqualTo(ExperimentReference.markdown());
  }

  @ParameterizedTest
  @MethodSource("experiments")
  void shippedExperimentsFollowTheSchema(Path file) throws IOException {
    assertThat(validate(Files.readString(file))).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("experiments")
  void shippedExperimentsAreReadAndTheirResolvedCopyFollowsTheSchema(Path file) throws IOException {
    Experiment experiment = ExperimentFile.read(Location.of(file), Location.of("/data"));
    assertThat(file.getFileName()).hasToString(experiment.name() + ".yaml");
    assertThat(validate(ExperimentFile.toYaml(experiment))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "seed: 1.5",
        "seed: x",
        "sede: 1",
        "window: {first: 2010-13, last: 2011-01}",
        "minimiser: {bound: 0}",
        "minimiser: {memory: 0}",
        "minimiser: {kind: newton}",
        "minimiser: {gradientTolerance: 2}",
        "grid: {}",
        "land: null"
      })
  void theSchemaRefusesWhatTheReaderRefuses(String line) throws IOException {
    String flask = Files.readString(EXPERIMENTS.resolve("flask-coarse.yaml"));
    String key = line.substring(0, line.indexOf(':'));
    JsonNode tree = new YAMLMapper().readTree(flask);
    ((ObjectNode) tree).set(key, new YAMLMapper().readTree(line).get(key));
    assertThat(SCHEMA.validate(tree)).isNotEmpty();
  }

  private static Set<ValidationMessage> validate(String yaml) throws IOException {
    return SCHEMA.validate(new YAMLMapper().readTree(yaml));
  }
}
