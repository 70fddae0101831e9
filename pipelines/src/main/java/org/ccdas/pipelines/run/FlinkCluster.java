package org.ccdas.pipelines.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.apache.flink.runtime.util.EnvironmentInformation;
import org.ccdas.inputs.InputException;

/**
 * What a Flink cluster says of itself.
 *
 * @param slots number of tasks that can run side by side, at least 1
 */
record FlinkCluster(int slots) {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  /**
   * Asks a cluster.
   *
   * @param master {@code host:port} of its REST interface
   * @throws InputException when it does not answer, is of another version, or has no workers
   */
  static FlinkCluster at(String master) {
    JsonNode overview = overview(master);
    String version = overview.path("flink-version").asText();
    String own = EnvironmentInformation.getVersion();
    if (!series(version).equals(series(own))) {
      throw problem(
          master,
          "the cluster runs Flink " + version + ", this program speaks " + own,
          "Use a cluster of Flink " + series(own),
          null);
    }
    int slots = overview.path("slots-total").asInt();
    if (slots < 1) {
      throw problem(
          master,
          "the cluster has no task slots",
          "Start a TaskManager, and wait until the cluster's web page shows it",
          null);
    }
    return new FlinkCluster(slots);
  }

  private static JsonNode overview(String master) {
    HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://" + master + "/overview"))
            .timeout(PATIENCE)
            .build();
    try {
      return new ObjectMapper().readTree(client.send(request, BodyHandlers.ofString()).body());
    } catch (IOException e) {
      throw problem(
          master,
          "no Flink cluster answers there (" + e.getClass().getSimpleName() + ")",
          "Start the cluster, or correct runner.flinkMaster or --flink-master",
          e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while asking " + master, e);
    }
  }

  /** Major and minor version, within which clients and clusters understand each other. */
  private static String series(String version) {
    String[] parts = version.split("\\.");
    return parts.length < 2 ? version : parts[0] + "." + parts[1];
  }

  private static InputException problem(
      String master, String what, String remedy, IOException cause) {
    return new InputException("Flink cluster " + master, "", what, remedy, cause);
  }
}
