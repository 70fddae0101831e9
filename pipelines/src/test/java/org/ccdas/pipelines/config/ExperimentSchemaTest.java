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
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Stream;
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

  static Stream<Path> experiments() throws IOException {
    try (Stream<Path> files = Files.list(EXPERIMENTS)) {
      return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList().stream();
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
    Experiment experiment = ExperimentFile.read(file, Path.of("/data"));
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
