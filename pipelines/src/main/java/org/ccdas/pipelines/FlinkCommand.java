package org.ccdas.pipelines;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.flink.runtime.entrypoint.StandaloneSessionClusterEntrypoint;
import org.apache.flink.runtime.taskexecutor.TaskManagerRunner;
import org.ccdas.inputs.InputException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * {@code ccdas flink}: the processes of a standalone Flink cluster, with this program's libraries
 * on their class path, so that nothing but its own small jars travels with a job.
 */
@Command(
    name = "flink",
    description = "Start a process of a standalone Flink cluster; it runs until it is stopped.",
    synopsisSubcommandLabel = "(jobmanager | taskmanager)",
    subcommands = {FlinkCommand.JobManager.class, FlinkCommand.TaskManager.class})
final class FlinkCommand implements Runnable {
  @Spec private CommandSpec spec;

  /** Without a subcommand there is nothing to do. */
  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Name a process: jobmanager or taskmanager");
  }

  /** The options of both kinds of process. */
  static final class Configuration {
    @Option(
        names = "--conf",
        paramLabel = "FOLDER",
        required = true,
        description = "The folder with Flink's config.yaml; deploy/flink has one to begin with.")
    private Path folder;

    @Option(
        names = "-D",
        paramLabel = "KEY=VALUE",
        description = "A key of config.yaml with another value. May be repeated.")
    private List<String> properties = List.of();

    /** The arguments of Flink's own entry points. */
    String[] arguments(String... others) {
      Path file = folder.resolve("config.yaml");
      // older Flinks, and what makes configurations for them, name it otherwise
      if (!Files.isRegularFile(file) && !Files.isRegularFile(folder.resolve("flink-conf.yaml"))) {
        throw new InputException(
            file.toString(), "", "there is no such file", "Name a folder with it: --conf FOLDER");
      }
      List<String> arguments = new ArrayList<>(List.of("-c", folder.toString()));
      arguments.addAll(List.of(others));
      properties.forEach(property -> arguments.add("-D" + property));
      return arguments.toArray(String[]::new);
    }
  }

  /** {@code ccdas flink jobmanager}. */
  @Command(name = "jobmanager", description = "Coordinate a cluster: one a cluster, started first.")
  static final class JobManager implements Runnable {
    @Mixin private Configuration configuration;

    @Override
    public void run() {
      String[] arguments = configuration.arguments();
      TerminalLog.configure(true);
      StandaloneSessionClusterEntrypoint.main(arguments);
      waitForEver();
    }
  }

  /** {@code ccdas flink taskmanager}. */
  @Command(name = "taskmanager", description = "Do the work of a cluster: one a machine.")
  static final class TaskManager implements Runnable {
    @Mixin private Configuration configuration;

    @Override
    public void run() {
      String[] arguments =
          configuration.arguments("-Dtaskmanager.resource-id=" + UUID.randomUUID());
      TerminalLog.configure(true);
      try {
        TaskManagerRunner.main(arguments);
      } catch (Exception e) {
        throw new IllegalStateException("The TaskManager could not be started", e);
      }
      waitForEver();
    }
  }

  /** Flink's threads go on and end the process by themselves. */
  private static void waitForEver() {
    try {
      Thread.currentThread().join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
