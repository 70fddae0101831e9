package org.ccdas.pipelines;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.Locale;
import org.ccdas.inputs.file.Location;
import org.ccdas.observe.block.BlockReference;
import org.ccdas.observe.block.Manifest;
import org.ccdas.pipelines.problem.Problem;
import org.ccdas.pipelines.problem.ProblemReader;
import org.ccdas.pipelines.run.BlockPreparation;
import org.ccdas.pipelines.run.RunFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ccdas prepare}: reads and checks all inputs and writes the blocks, nothing more. */
@Command(
    name = "prepare",
    description = "Check all inputs and write the blocks that a run with the same folder reuses.")
final class PrepareCommand implements Runnable {
  private static final double MEGA = 1e6;

  @Spec private CommandSpec spec;

  @Mixin private ExperimentArguments arguments;

  @Option(
      names = "--out",
      paramLabel = "FOLDER",
      required = true,
      description = "The folder of the run; made if it is missing.")
  private Location out;

  @Override
  public void run() {
    RunFolder folder = new RunFolder(out);
    try {
      PrintWriter terminal = spec.commandLine().getOut();
      Problem problem = ProblemReader.read(arguments.read(), folder, terminal::println);
      problem.notes().forEach(note -> terminal.println("note: " + note));
      Manifest manifest = BlockPreparation.prepare(problem, folder);
      long bytes = manifest.blocks().stream().mapToLong(BlockReference::bytes).sum();
      terminal.printf(
          Locale.ROOT,
          "%d cells, %d tiles in %d blocks (%.1f MB) in %s%n",
          manifest.cells(),
          manifest.tiles(),
          manifest.blocks().size(),
          bytes / MEGA,
          folder.blocks());
      terminal.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
