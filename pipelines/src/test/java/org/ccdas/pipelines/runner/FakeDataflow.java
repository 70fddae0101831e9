package org.ccdas.pipelines.runner;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/**
 * The REST interface of Dataflow, version v1b3, as far as a driver uses it: jobs are created,
 * listed, asked for, cancelled, and have messages. Their states follow a script.
 */
final class FakeDataflow implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  private static final class Job {
    private final ObjectNode fields;
    private final Deque<String> states = new ArrayDeque<>();
    private String message = "";

    Job(ObjectNode fields) {
      this.fields = fields;
    }

    boolean active() {
      return !fields.path("currentState").asText().matches("JOB_STATE_(DONE|FAILED|CANCELLED)");
    }
  }

  private final HttpServer http;
  private final Map<String, Job> jobs = new LinkedHashMap<>();
  private final List<String> requests = new ArrayList<>();
  private List<String> script = List.of("DONE");
  private String message = "";
  private int refusal;

  FakeDataflow() throws IOException {
    http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    http.createContext("/", this::handle);
    http.start();
  }

  String root() {
    return "http://127.0.0.1:" + http.getAddress().getPort() + "/";
  }

  /** The states that the next job goes through, one at each question, and its error. */
  void next(String error, String... states) {
    script = List.of(states);
    message = error;
  }

  /** Refuses to create jobs with this status. */
  void refuse(int status) {
    refusal = status;
  }

  /** A job that some driver has left. */
  void left(String name, String... states) {
    create(JSON.createObjectNode().put("name", name), List.of(states));
  }

  /** What was asked, such as {@code POST jobs}. */
  List<String> requests() {
    return requests;
  }

  /** A job as it was created. */
  JsonNode job(String id) {
    return jobs.get(id).fields;
  }

  private synchronized void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path =
          exchange
              .getRequestURI()
              .getPath()
              .replaceFirst("^/v1b3/projects/[^/]+/locations/[^/]+/", "");
      requests.add(exchange.getRequestMethod() + " " + path);
      InputStream in = exchange.getRequestBody();
      boolean packed = "gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"));
      byte[] body = (packed ? new GZIPInputStream(in) : in).readAllBytes();
      int status = 200;
      ObjectNode answer;
      if (exchange.getRequestMethod().equals("POST") && refusal != 0) {
        status = refusal;
        answer = JSON.createObjectNode();
        answer.putObject("error").put("code", status).put("message", "Quota exceeded for jobs");
      } else {
        answer = answer(exchange.getRequestMethod(), path.split("/"), body);
      }
      exchange.getResponseHeaders().add("Content-Type", "application/json");
      byte[] bytes = JSON.writeValueAsBytes(answer);
      exchange.sendResponseHeaders(status, bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  private ObjectNode answer(String method, String[] path, byte[] body) throws IOException {
    if (method.equals("POST")) {
      return create((ObjectNode) JSON.readTree(body), script);
    }
    if (path.length == 1) {
      ObjectNode answer = JSON.createObjectNode();
      ArrayNode list = answer.putArray("jobs");
      jobs.values().stream().filter(Job::active).forEach(job -> list.add(summary(job)));
      return answer;
    }
    Job job = jobs.get(path[1]);
    if (path.length == 3) {
      ObjectNode answer = JSON.createObjectNode();
      if (!job.message.isEmpty()) {
        answer
            .putArray("jobMessages")
            .addObject()
            .put("id", "1")
            .put("time", "2020-01-01T00:00:00.000Z")
            .put("messageImportance", "JOB_MESSAGE_ERROR")
            .put("messageText", job.message);
      }
      return answer;
    }
    if (method.equals("PUT")) {
      job.states.clear();
      job.states.add(JSON.readTree(body).path("requestedState").asText());
    }
    if (!job.states.isEmpty()) {
      job.fields.put("currentState", job.states.remove());
    }
    return summary(job);
  }

  private static ObjectNode summary(Job job) {
    return JSON.createObjectNode()
        .put("id", job.fields.path("id").asText())
        .put("name", job.fields.path("name").asText())
        .put("currentState", job.fields.path("currentState").asText());
  }

  private synchronized ObjectNode create(ObjectNode fields, List<String> states) {
    String id = "job-" + (jobs.size() + 1);
    Job job = new Job(fields.put("id", id).put("currentState", "JOB_STATE_PENDING"));
    states.forEach(state -> job.states.add("JOB_STATE_" + state));
    job.message = message;
    jobs.put(id, job);
    return summary(job);
  }

  @Override
  public void close() {
    http.stop(0);
  }
}
