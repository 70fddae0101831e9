package org.ccdas.pipelines.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import org.ccdas.inputs.InputException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What clusters say at their REST interface, from a server that says what the test wants. */
class FlinkClusterTest {
  private HttpServer server;
  private String answer;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/overview",
        exchange -> {
          byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
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

  private FlinkCluster ask() {
    return FlinkCluster.at("localhost:" + server.getAddress().getPort());
  }

  @Test
  void countsTheSlots() {
    answer = "{\"slots-total\":6,\"flink-version\":\"1.19.1\"}";
    assertThat(ask().slots()).isEqualTo(6);
  }

  @Test
  void refusesAnotherVersionAndAClusterWithoutSlots() {
    answer = "{\"slots-total\":6,\"flink-version\":\"1.20.0\"}";
    assertThatThrownBy(this::ask)
        .isInstanceOf(InputException.class)
        .hasMessageContaining("the cluster runs Flink 1.20.0, this program speaks 1.19.");
    answer = "{\"slots-total\":0,\"flink-version\":\"1.19.3\"}";
    assertThatThrownBy(this::ask)
        .isInstanceOf(InputException.class)
        .hasMessageContaining("the cluster has no task slots. Start a TaskManager");
  }

  @Test
  void refusesWhatIsNoFlink() {
    answer = "<html>another server</html>";
    assertThatThrownBy(this::ask)
        .isInstanceOf(InputException.class)
        .hasMessageContaining("no Flink cluster answers there");
  }
}
