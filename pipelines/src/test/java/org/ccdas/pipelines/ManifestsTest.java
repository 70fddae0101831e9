package org.ccdas.pipelines;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.flink.runtime.util.EnvironmentInformation;
import org.ccdas.inputs.RealData;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The manifests for Kubernetes fit the operator's schema, this program and its versions. */
class ManifestsTest {
  private static final Path DEPLOY = Path.of("..", "deploy", "kubernetes");

  @TempDir private Path folder;

  private static List<JsonNode> documents(String yaml) throws IOException {
    YAMLMapper mapper = new YAMLMapper();
    return mapper.readerFor(JsonNode.class).<JsonNode>readValues(yaml).readAll();
  }

  private static JsonNode find(List<JsonNode> documents, String kind) {
    return documents.stream()
        .filter(document -> document.path("kind").asText().equals(kind))
        .findFirst()
        .orElseThrow(() -> new AssertionError("there is no " + kind));
  }

  /** What kubectl makes of an overlay; the test is skipped where there is no kubectl. */
  private List<JsonNode> overlay(String name) throws Exception {
    Path made = folder.resolve("made.yaml");
    Path errors = folder.resolve("errors.txt");
    Process kubectl;
    try {
      kubectl =
          new ProcessBuilder("kubectl", "kustomize", DEPLOY.resolve("overlays/" + name).toString())
              .redirectOutput(made.toFile())
              .redirectError(errors.toFile())
              .start();
    } catch (IOException e) {
      Assumptions.abort("kubectl is not installed, test skipped");
      throw e;
    }
    assertThat(kubectl.waitFor(1, TimeUnit.MINUTES)).isTrue();
    assertThat(Files.readString(errors)).isEmpty();
    assertThat(kubectl.exitValue()).isZero();
    return documents(Files.readString(made, StandardCharsets.UTF_8));
  }

  private static String yaml(String file) throws IOException {
    return Files.readString(DEPLOY.resolve(file), StandardCharsets.UTF_8);
  }

  @Test
  void versionsAreThoseOfTheProgram() throws IOException {
    String[] flink = EnvironmentInformation.getVersion().split("\\.");
    JsonNode cluster = documents(yaml("base/cluster.yaml")).get(0).path("spec");
    assertThat(cluster.path("flinkVersion").asText()).isEqualTo("v" + flink[0] + "_" + flink[1]);
    assertThat(cluster.path("image").asText()).isEqualTo("ccdas-beam:" + Version.ccdas());
    for (String file : List.of("base/kustomization.yaml", "overlays/gke/kustomization.yaml")) {
      assertThat(documents(yaml(file)).get(0).path("images").path(0).path("newTag").asText())
          .isEqualTo(Version.ccdas());
    }
    assertThat(yaml("overlays/gke/kustomization.yaml"))
        .contains("value: REGION-docker.pkg.dev/PROJECT/ccdas/ccdas-beam:" + Version.ccdas());
    assertThat(yaml("image/Dockerfile"))
        .contains("COPY deploy/target/ccdas-" + Version.ccdas() + ".zip")
        .contains("mv /opt/ccdas-" + Version.ccdas());
  }

  @ParameterizedTest
  @ValueSource(strings = {"volume", "gke"})
  void theClusterFitsTheSchemaOfTheOperator(String overlay) throws Exception {
    Path definition = RealData.require("kubernetes/flinkdeployments.flink.apache.org-v1.yml");
    JsonNode version =
        documents(Files.readString(definition)).get(0).path("spec").path("versions").path(0);
    JsonNode schema = version.path("schema").path("openAPIV3Schema");
    forbidUnknown(schema);
    JsonNode cluster = find(overlay(overlay), "FlinkDeployment");
    assertThat(cluster.path("apiVersion").asText())
        .isEqualTo("flink.apache.org/" + version.path("name").asText());
    var rules = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V4).getSchema(schema);
    assertThat(rules.validate(cluster.deepCopy())).isEmpty();
    // the schema does refuse
    ObjectNode wrong = cluster.deepCopy();
    ((ObjectNode) wrong.path("spec")).put("flinkVersion", "v1_3").put("images", "x");
    assertThat(rules.validate(wrong)).hasSizeGreaterThanOrEqualTo(2);
  }

  /** The API server prunes what a schema does not name; here it is an error. */
  private static void forbidUnknown(JsonNode schema) {
    if (schema.path("properties").isObject()
        && !schema.path("x-kubernetes-preserve-unknown-fields").asBoolean()
        && !schema.has("additionalProperties")) {
      ObjectNode object = (ObjectNode) schema;
      object.put("additionalProperties", false);
      // of every object, which the schema of a kind does not describe
      ObjectNode properties = (ObjectNode) object.get("properties");
      if (properties.has("spec") && properties.has("status")) {
        properties.putObject("metadata");
        properties.putObject("kind");
        properties.putObject("apiVersion");
      }
    }
    schema.forEach(ManifestsTest::forbidUnknown);
  }

  @ParameterizedTest
  @ValueSource(strings = {"volume", "gke"})
  void theDriverSaysWhatTheCommandLineUnderstands(String overlay) throws Exception {
    List<JsonNode> documents = overlay(overlay);
    JsonNode pod = find(documents, "Job").path("spec").path("template").path("spec");
    JsonNode settings = find(documents, "ConfigMap");
    JsonNode driver = pod.path("containers").path(0);
    assertThat(driver.path("envFrom").path(0).path("configMapRef").path("name").asText())
        .isEqualTo(settings.path("metadata").path("name").asText());
    List<String> arguments = new ArrayList<>();
    for (JsonNode argument : driver.path("args")) {
      String text = argument.asText();
      arguments.add(
          text.startsWith("$(")
              ? settings.path("data").path(text.substring(2, text.length() - 1)).textValue()
              : text);
    }
    assertThat(arguments).doesNotContainNull();
    assertThat(Ccdas.commandLine().parseArgs(arguments.toArray(String[]::new)).errors()).isEmpty();
    JsonNode cluster = find(documents, "FlinkDeployment");
    assertThat(arguments).contains(cluster.path("metadata").path("name").asText() + "-rest:8081");
    // driver and workers run the same build
    assertThat(driver.path("image").asText())
        .isEqualTo(cluster.path("spec").path("image").asText());
    assertConfined(pod);
    assertConfined(cluster.path("spec").path("podTemplate").path("spec"));
  }

  /** No root, no writing but into volumes, no privileges. */
  private static void assertConfined(JsonNode pod) {
    assertThat(pod.path("securityContext").path("runAsNonRoot").asBoolean()).isTrue();
    assertThat(pod.path("containers")).isNotEmpty();
    for (JsonNode container : pod.path("containers")) {
      JsonNode security = container.path("securityContext");
      assertThat(security.path("readOnlyRootFilesystem").asBoolean()).isTrue();
      assertThat(security.path("allowPrivilegeEscalation").asBoolean(true)).isFalse();
      assertThat(security.path("capabilities").path("drop").path(0).asText()).isEqualTo("ALL");
    }
  }
}
