package org.ccdas.pipelines.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.ccdas.inputs.InputException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What clusters say at their REST interface, from a server that says what the test wants. */
class FlinkClusterTest {
  private HttpServer server;

  /** Answers by path, the last of which is given again. */
  private final Map<String, Deque<String>> answers = new ConcurrentHashMap<>();

  private final List<String> requests = new ArrayList<>();

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          String path = exchange.getRequestURI().getPath();
          requests.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
          Deque<String> left = answers.getOrDefault(path, new ArrayDeque<>(List.of("{}")));
          byte[] bytes =
              (left.size() > 1 ? left.remove() : left.element()).getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(200, bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private void overview(String... texts) {
    answers.put("/overview", new ArrayDeque<>(List.of(texts)));
  }

  private FlinkCluster cluster() {
    return FlinkCluster.at("localhost:" + server.getAddress().getPort());
  }

  @Test
  void waitsForTheSlotsOfTaskManagersThatStart() {
    overview(
        "{\"flink-version\":\"1.19.1\"}",
        "{\"slots-total\":0}",
        "{\"slots-total\":2}",
        "{\"slots-total\":6}");
    assertThat(cluster().slots(3, Duration.ofSeconds(20))).isEqualTo(6);
  }

  @Test
  void saysHowManySlotsAreMissing() {
    overview("{\"slots-total\":2,\"flink-version\":\"1.19.3\"}");
    assertThatThrownBy(() -> cluster().slots(3, Duration.ZERO))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("the cluster has 2 of 3 task slots after a wait of 0 s")
        .hasMessageContaining("or runner.targetParallelism lower");
    overview("{\"slots-total\":0,\"flink-version\":\"1.19.3\"}");
    assertThatThrownBy(() -> cluster().slots(1, Duration.ZERO))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("the cluster has no task slots after a wait of 0 s. Start TaskMan");
  }

  @Test
  void refusesAnotherVersion() {
    overview("{\"slots-total\":6,\"flink-version\":\"1.20.0\"}");
    assertThatThrownBy(this::cluster)
        .isInstanceOf(InputException.class)
        .hasMessageContaining("the cluster runs Flink 1.20.0, this program speaks 1.19.");
  }

  @Test
  void refusesWhatIsNoFlink() {
    overview("<html>another server</html>");
    assertThatThrownBy(this::cluster)
        .isInstanceOf(InputException.class)
        .hasMessageContaining("no Flink cluster answers there");
  }

  @Test
  void stopsTheJobsOfADriverThatWasKilled() {
    overview("{\"slots-total\":1,\"flink-version\":\"1.19.3\"}");
    String others =
        "{\"jid\":\"b\",\"name\":\"ccdas-2\",\"end-time\":-1},"
            + "{\"jid\":\"c\",\"name\":\"ccdas-1\",\"end-time\":77}";
    answers.put(
        "/jobs/overview",
        new ArrayDeque<>(
            List.of(
                "{\"jobs\":[{\"jid\":\"a\",\"name\":\"ccdas-1\",\"end-time\":-1}," + others + "]}",
                "{\"jobs\":[" + others + "]}")));
    cluster().cancel("ccdas-1");
    assertThat(requests)
        .containsExactly(
            "GET /overview",
            "GET /jobs/overview",
            "PATCH /jobs/a?mode=cancel",
            "GET /jobs/overview");
  }
}
