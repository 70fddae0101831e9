package org.ccdas.pipelines.runner;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** A Flink cluster of processes that run the classes of this one, and drivers that use it. */
final class FlinkProcesses implements AutoCloseable {
  private static final int MOST_SECONDS = 240;

  /** How a program ended: its exit code, 137 when it was killed, and what it printed. */
  record Ended(int exit, String text) {}

  private final Path folder;
  private final int rest = freePort();
  private final int rpc = freePort();
  private final List<Process> started = new ArrayList<>();
  private Process jobManager;
  private final List<Process> taskManagers = new ArrayList<>();

  FlinkProcesses(Path folder) {
    this.folder = folder;
  }

  String master() {
    return "localhost:" + rest;
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  void startJobManager() {
    jobManager = flink("jobmanager", "512m");
  }

  void startTaskManager(String memory) {
    taskManagers.add(flink("taskmanager", memory));
  }

  private Process flink(String kind, String memory) {
    return java(
        kind + "-" + started.size(),
        memory,
        "flink",
        kind,
        "--conf",
        "../deploy/flink",
        "-D",
        "rest.port=" + rest,
        "-D",
        "jobmanager.rpc.port=" + rpc,
        // what runs is told at once, not as it was some seconds ago
        "-D",
        "web.refresh-interval=50",
        // losses are noticed within seconds
        "-D",
        "heartbeat.interval=500",
        "-D",
        "slot.request.timeout=8000");
  }

  Process driver(String name, String... arguments) {
    return java(name, "512m", arguments);
  }

  private Process java(String name, String memory, String... arguments) {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + memory,
                // what Flink itself keeps outside of the heap, however small that is
                "-XX:MaxDirectMemorySize=512m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                "org.ccdas.pipelines.Ccdas"));
    command.addAll(List.of(arguments));
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(log(name).toFile())
              .start();
      started.add(process);
      return process;
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  Path log(String name) {
    return folder.resolve(name + ".log");
  }

  /** Waits for the end of a driver. */
  Ended end(String name, Process driver) throws Exception {
    if (!driver.waitFor(MOST_SECONDS, TimeUnit.SECONDS)) {
      throw new AssertionError("The driver does not end: " + Files.readString(log(name)));
    }
    return new Ended(driver.exitValue(), Files.readString(log(name), StandardCharsets.UTF_8));
  }

  void killJobManager() throws InterruptedException {
    jobManager.destroyForcibly().waitFor();
  }

  void killTaskManager() throws InterruptedException {
    taskManagers.remove(0).destroyForcibly().waitFor();
  }

  /** Returns when an evaluation runs on the cluster. */
  void awaitEvaluation() {
    await("an evaluation", this::evaluates);
  }

  private boolean evaluates() {
    for (JsonNode job : ask("/jobs/overview").path("jobs")) {
      if (job.path("state").asText().equals("RUNNING")) {
        for (JsonNode vertex : ask("/jobs/" + job.path("jid").asText()).path("vertices")) {
          if (vertex.path("name").asText().contains("EvaluateCost")
              && vertex.path("status").asText().equals("RUNNING")) {
            return true;
          }
        }
      }
    }
    return false;
  }

  void awaitSlots(int slots) {
    await(slots + " slots", () -> ask("/overview").path("slots-total").asInt() == slots);
  }

  private static void await(String what, BooleanSupplier there) {
    long begun = System.nanoTime();
    while (!there.getAsBoolean()) {
      if (System.nanoTime() - begun > TimeUnit.SECONDS.toNanos(MOST_SECONDS)) {
        throw new AssertionError("Waited in vain for " + what);
      }
      try {
        Thread.sleep(20);
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  private JsonNode ask(String path) {
    try {
      return new ObjectMapper().readTree(URI.create("http://" + master() + path).toURL());
    } catch (IOException e) {
      return new ObjectMapper().createObjectNode(); // not up yet, or killed
    }
  }

  @Override
  public void close() {
    started.forEach(Process::destroyForcibly);
  }
}
