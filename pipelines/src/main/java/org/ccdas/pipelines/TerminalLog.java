package org.ccdas.pipelines;

import java.util.List;
import java.util.logging.ConsoleHandler;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;

/**
 * What libraries log, on the terminal: warnings in one line each, on request everything from INFO.
 */
final class TerminalLog {
  /**
   * Loggers of what Flink and its runner say of every task, also as warnings: names too long, tasks
   * cancelled. What makes a pipeline fail is thrown too, and told by the command line.
   */
  private static final List<Logger> CHATTER =
      Stream.of("org.apache.flink", "org.apache.pekko", "org.apache.beam.runners.flink")
          .map(Logger::getLogger)
          .toList();

  private TerminalLog() {}

  /** Sets the level of all loggers and the form of a line, on standard error. */
  static void configure(boolean verbose) {
    LogManager.getLogManager().reset();
    Level level = verbose ? Level.INFO : Level.WARNING;
    Handler terminal = new ConsoleHandler();
    terminal.setLevel(level);
    terminal.setFormatter(new OneLine());
    Logger root = Logger.getLogger("");
    root.setLevel(level);
    root.addHandler(terminal);
    CHATTER.forEach(logger -> logger.setLevel(verbose ? level : Level.OFF));
  }

  /** {@code warning: message (LoggerName)}. */
  static final class OneLine extends Formatter {
    @Override
    public String format(LogRecord event) {
      String name = event.getLoggerName() == null ? "" : event.getLoggerName();
      String simple = name.substring(name.lastIndexOf('.') + 1);
      Throwable thrown = event.getThrown();
      return (event.getLevel().intValue() >= Level.WARNING.intValue() ? "warning: " : "info: ")
          + formatMessage(event)
          + (thrown == null ? "" : ": " + thrown)
          + (simple.isEmpty() ? "" : " (" + simple + ")")
          + System.lineSeparator();
    }
  }
}
