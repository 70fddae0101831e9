package org.ccdas.pipelines;

import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.ccdas.inputs.InputException;
import org.ccdas.inputs.file.Location;
import org.ccdas.inputs.setting.Spelling;
import org.ccdas.transforms.storage.StorageEndpoint;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** The command line. Exit codes: 0 done, 1 failed, 2 wrong use. */
@Command(
    name = "ccdas",
    description = "A carbon cycle data assimilation system on Apache Beam.",
    versionProvider = Version.class,
    synopsisSubcommandLabel = "COMMAND",
    footer = {"", "Exit codes: 0 done, 1 failed, 2 wrong use."})
public final class Ccdas implements Runnable {
  /** Every subcommand, in the order of the help text. */
  private static final List<Class<?>> COMMANDS =
      List.of(
          DemoCommand.class,
          PreviewCommand.class,
          RunCommand.class,
          ExperimentCommand.class,
          IngestCommand.class,
          PrepareCommand.class,
          SimulateCommand.class,
          ReportCommand.class,
          EvaluateCommand.class,
          CheckCommand.class,
          BenchCommand.class,
          TransportCommand.class,
          FlinkCommand.class,
          ConfigCommand.class);

  @Spec private CommandSpec spec;

  @Option(
      names = "--verbose",
      scope = ScopeType.INHERIT,
      description = "Show messages of the libraries too, not only warnings.")
  private boolean verbose;

  @Option(
      names = "--stacktrace",
      scope = ScopeType.INHERIT,
      description = "Print the whole stack trace of an error.")
  private boolean stacktrace;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      scope = ScopeType.INHERIT,
      description = "Show this help.")
  private boolean help;

  @Option(names = "--version", versionHelp = true, description = "Show the version.")
  private boolean version;

  private Ccdas() {}

  /** Runs the command line and ends the process with its exit code. */
  public static void main(String[] arguments) {
    System.exit(commandLine().execute(arguments));
  }

  /** The command line, ready to execute; it writes to the standard streams. */
  static CommandLine commandLine() {
    CommandLine line = new CommandLine(new Ccdas());
    COMMANDS.forEach(command -> line.addSubcommand(command));
    line.registerConverter(Location.class, Ccdas::location);
    line.setExecutionStrategy(Ccdas::execute);
    line.setParameterExceptionHandler(Ccdas::wrongUse);
    line.setExecutionExceptionHandler(Ccdas::failed);
    return line;
  }

  private static Location location(String text) {
    try {
      return Location.of(text);
    } catch (InputException e) {
      throw new TypeConversionException("'" + text + "' " + e.problem() + ". " + e.remedy());
    }
  }

  private static int execute(CommandLine.ParseResult parsed) {
    Ccdas root = (Ccdas) parsed.commandSpec().userObject();
    TerminalLog.configure(root.verbose);
    if (parsed.originalArgs().stream().anyMatch(argument -> argument.contains("://"))) {
      StorageEndpoint.initialise();
    }
    return new CommandLine.RunLast().execute(parsed);
  }

  /** Without a subcommand there is nothing to do. */
  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Name a command, for example: ccdas config");
  }

  private static int wrongUse(ParameterException e, String[] arguments) {
    PrintWriter err = e.getCommandLine().getErr();
    err.println("error: " + e.getMessage());
    if (e instanceof CommandLine.UnmatchedArgumentException unmatched) {
      suggestion(unmatched).ifPresent(word -> err.println("Did you mean " + word + "?"));
    }
    err.println("Try '" + e.getCommandLine().getCommandSpec().qualifiedName() + " --help'.");
    err.flush();
    return CommandLine.ExitCode.USAGE;
  }

  /** The option or subcommand that was probably meant by the first word that fits nowhere. */
  private static Optional<String> suggestion(CommandLine.UnmatchedArgumentException e) {
    CommandSpec command = e.getCommandLine().getCommandSpec();
    Set<String> known = new TreeSet<>(command.optionsMap().keySet());
    known.addAll(command.subcommands().keySet());
    return Spelling.nearest(e.getUnmatched().get(0).replaceFirst("=.*", ""), known);
  }

  /** Whether the user wants the whole stack trace of errors. */
  static boolean wantsStackTrace(CommandSpec command) {
    return ((Ccdas) command.root().userObject()).stacktrace;
  }

  private static int failed(Exception e, CommandLine line, CommandLine.ParseResult parsed) {
    Failure.of(e).print(line.getErr(), wantsStackTrace(line.getCommandSpec()));
    return CommandLine.ExitCode.SOFTWARE;
  }
}
