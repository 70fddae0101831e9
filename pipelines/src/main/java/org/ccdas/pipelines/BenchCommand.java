package org.ccdas.pipelines;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.stream.Stream;
import org.ccdas.assimilate.minimise.Derivative;
import org.ccdas.inputs.file.Location;
import org.ccdas.pipelines.bench.EvaluationBench;
import org.ccdas.pipelines.bench.IngestBench;
import org.ccdas.pipelines.problem.ProblemReader;
import org.ccdas.pipelines.run.RunFolder;
import org.ccdas.verify.benchmark.BlockMemory;
import org.ccdas.verify.benchmark.Figure;
import org.ccdas.verify.benchmark.IngestBenchmark;
import org.ccdas.verify.benchmark.KernelBench;
import org.ccdas.verify.benchmark.TransportBenchmark;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ccdas bench}: how fast kernels, blocks and whole evaluations are on this machine. */
@Command(
    name = "bench",
    description =
        "Measure kernels and blocks (about two minutes; medians, one thread). For whole evaluations"
            + " name an experiment: ccdas bench run FILE; for the ingest: ccdas bench ingest; for the"
            + " tracer model: ccdas bench transport.",
    synopsisSubcommandLabel = "[COMMAND]",
    subcommands = {BenchCommand.Run.class, BenchCommand.Ingest.class, BenchCommand.Transport.class})
final class BenchCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    PrintWriter terminal = spec.commandLine().getOut();
    try {
      print(terminal, "One sunlit point, one thread", KernelBench.points());
      print(terminal, "One block, one thread", KernelBench.blocks());
      print(terminal, "Memory of a worker thread", BlockMemory.measure());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void print(PrintWriter terminal, String title, List<Figure> figures) {
    terminal.println(title);
    terminal.print(Figure.table(figures));
    terminal.println();
    terminal.flush();
  }

  /** {@code ccdas bench run}: times of whole evaluations. */
  @Command(
      name = "run",
      description =
          "Measure whole evaluations of an experiment at its prior: in a bare loop, and through Beam"
              + " with other numbers of workers.")
  static final class Run implements Runnable {
    @Spec private CommandSpec spec;

    @Mixin private ExperimentArguments arguments;

    @Option(
        names = "--out",
        paramLabel = "FOLDER",
        required = true,
        description = "The folder for the blocks; made if it is missing, and used again.")
    private Location out;

    @Option(
        names = "--repeats",
        paramLabel = "N",
        defaultValue = "5",
        description = "Warm runs of which the median is taken; default ${DEFAULT-VALUE}.")
    private int repeats;

    @Option(
        names = "--workers",
        paramLabel = "N",
        split = ",",
        defaultValue = "1,2",
        description = "Numbers of workers to measure; default ${DEFAULT-VALUE}.")
    private SortedSet<Integer> workers;

    @Option(
        names = "--without-bare-loop",
        description = "Leave out the bare loop over the blocks in one thread.")
    private boolean withoutBareLoop;

    @Option(
        names = "--without-hessian",
        description = "Leave out the passes with the Gauss-Newton Hessian.")
    private boolean withoutHessian;

    @Override
    public void run() {
      if (repeats < 1) {
        throw new ParameterException(spec.commandLine(), "--repeats is " + repeats + ", below 1");
      }
      if (workers.first() < 1) {
        throw new ParameterException(
            spec.commandLine(), "--workers has " + workers.first() + ", below 1");
      }
      List<Derivative> wanted = new ArrayList<>(List.of(Derivative.COST, Derivative.GRADIENT));
      if (!withoutHessian) {
        wanted.add(Derivative.HESSIAN);
      }
      try {
        var experiment = arguments.read();
        RunFolder folder = new RunFolder(out);
        print(
            spec.commandLine().getOut(),
            experiment.title(),
            new EvaluationBench(
                    ProblemReader.read(
                        experiment, folder, line -> spec.commandLine().getOut().println(line)),
                    folder,
                    repeats,
                    !withoutBareLoop,
                    List.copyOf(workers),
                    wanted)
                .measure());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** {@code ccdas bench transport}: times of the tracer model. */
  @Command(
      name = "transport",
      description = "Measure the tracer model: processor time of one thread, medians of three.")
  static final class Transport implements Runnable {
    @Spec private CommandSpec spec;

    @Override
    public void run() {
      print(spec.commandLine().getOut(), "Tracer model", TransportBenchmark.measure());
    }
  }

  /** {@code ccdas bench ingest}: files a second from satellite files to products. */
  @Command(
      name = "ingest",
      description =
          "Measure the ingest of soil moisture on synthetic SMOS files of full size: reading,"
              + " screening and regridding alone, beside cdo where it is installed, and whole"
              + " ingests through the pipeline.")
  static final class Ingest implements Runnable {
    @Spec private CommandSpec spec;

    @Option(
        names = "--out",
        paramLabel = "FOLDER",
        required = true,
        description = "The folder for files and products (some 600 MB); made if it is missing.")
    private Path out;

    @Option(
        names = "--files",
        paramLabel = "N",
        defaultValue = "60",
        description = "Number of daily files; default ${DEFAULT-VALUE}.")
    private int files;

    @Option(
        names = "--repeats",
        paramLabel = "N",
        defaultValue = "5",
        description = "Warm runs of which the median is taken; default ${DEFAULT-VALUE}.")
    private int repeats;

    @Option(
        names = "--many",
        paramLabel = "N",
        defaultValue = "4382",
        description =
            "Number of files of the archive that shows the memory: six years of ascending and"
                + " descending files; 0 leaves it out; default ${DEFAULT-VALUE}.")
    private int many;

    @Override
    public void run() {
      if (files < 1 || repeats < 1 || many < 0) {
        throw new ParameterException(
            spec.commandLine(), "--files and --repeats must be above 0, --many not below");
      }
      try {
        Path daily = out.resolve("daily");
        new IngestBenchmark(daily, files, repeats, many).run(System.out);
        try (Stream<Path> listed = Files.list(daily)) {
          List<Path> contents =
              listed
                  .filter(file -> file.getFileName().toString().matches("day\\d+\\.nc"))
                  .sorted()
                  .toList();
          print(
              spec.commandLine().getOut(),
              "Whole ingests through the pipeline",
              new IngestBench(out, contents, files, repeats, many).measure());
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
