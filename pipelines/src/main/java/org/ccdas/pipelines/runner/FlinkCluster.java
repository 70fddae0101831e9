package org.ccdas.pipelines.runner;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.runtime.util.EnvironmentInformation;
import org.ccdas.inputs.InputException;

/**
 * A Flink cluster, asked at its REST interface.
 *
 * @param master {@code host:port} of the interface
 */
record FlinkCluster(String master) {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final Duration BETWEEN_QUESTIONS = Duration.ofMillis(500);

  /**
   * A cluster that answers.
   *
   * @throws InputException when it does not, or is of another version
   */
  static FlinkCluster at(String master) {
    FlinkCluster cluster = new FlinkCluster(master);
    String version = cluster.get("/overview").path("flink-version").asText();
    String own = EnvironmentInformation.getVersion();
    if (!series(version).equals(series(own))) {
      throw cluster.problem(
          "the cluster runs Flink " + version + ", this program speaks " + own,
          "Use a cluster of Flink " + series(own),
          null);
    }
    return cluster;
  }

  /**
   * The number of tasks that can run side by side, once they are as many as wanted. TaskManagers
   * that were just started need some seconds to register.
   *
   * @param wanted at least 1
   * @throws InputException when they are fewer after this time
   */
  int slots(int wanted, Duration longest) {
    long begun = System.nanoTime();
    int slots = get("/overview").path("slots-total").asInt();
    while (slots < wanted) {
      if (System.nanoTime() - begun > longest.toNanos()) {
        throw problem(
            "the cluster has "
                + (slots == 0 ? "no" : slots + " of " + wanted)
                + " task slots after a wait of "
                + longest.toSeconds()
                + " s",
            "Start TaskManagers, or set runner.slotWaitSeconds higher"
                + (wanted > 1 ? " or runner.targetParallelism lower" : ""),
            null);
      }
      pause();
      slots = get("/overview").path("slots-total").asInt();
    }
    return slots;
  }

  /** Stops all jobs of this name, and returns when none runs any more. */
  void cancel(String name) {
    for (String job : running(name)) {
      send(
          HttpRequest.newBuilder(address("/jobs/" + job + "?mode=cancel"))
              .method("PATCH", BodyPublishers.noBody()));
    }
    long begun = System.nanoTime();
    while (!running(name).isEmpty()) {
      if (System.nanoTime() - begun > PATIENCE.toNanos()) {
        throw problem(
            "the job " + name + " of a driver that was killed cannot be stopped",
            "Cancel it on the cluster's web page",
            null);
      }
      pause();
    }
  }

  private List<String> running(String name) {
    List<String> ids = new ArrayList<>();
    for (JsonNode job : get("/jobs/overview").path("jobs")) {
      // the end of a job that has ended; 0 or less before
      if (job.path("name").asText().equals(name) && job.path("end-time").asLong() <= 0) {
        ids.add(job.path("jid").asText());
      }
    }
    return ids;
  }

  private JsonNode get(String path) {
    return send(HttpRequest.newBuilder(address(path)).GET());
  }

  private URI address(String path) {
    return URI.create("http://" + master + path);
  }

  private JsonNode send(HttpRequest.Builder request) {
    HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    try {
      return new ObjectMapper()
          .readTree(client.send(request.timeout(PATIENCE).build(), BodyHandlers.ofString()).body());
    } catch (IOException e) {
      throw problem(
          "no Flink cluster answers there (" + e.getClass().getSimpleName() + ")",
          "Start the cluster, or correct runner.flinkMaster or --flink-master",
          e);
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  private void pause() {
    try {
      Thread.sleep(BETWEEN_QUESTIONS.toMillis());
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  private IllegalStateException interrupted(InterruptedException e) {
    Thread.currentThread().interrupt();
    return new IllegalStateException("Interrupted while asking " + master, e);
  }

  /** Major and minor version, within which clients and clusters understand each other. */
  private static String series(String version) {
    String[] parts = version.split("\\.");
    return parts.length < 2 ? version : parts[0] + "." + parts[1];
  }

  private InputException problem(String what, String remedy, IOException cause) {
    return new InputException("Flink cluster " + master, "", what, remedy, cause);
  }
}
