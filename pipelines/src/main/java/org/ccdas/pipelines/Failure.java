package org.ccdas.pipelines;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ccdas.inputs.InputException;
import org.ccdas.inputs.file.StorageException;

/**
 * What a user is told about an exception. Runners wrap what a worker throws in exceptions of their
 * own; the message is that of the {@link InputException} inside, whatever the runner.
 */
final class Failure {
  private final Throwable thrown;
  private final Optional<String> known;

  private Failure(Throwable thrown, Optional<String> known) {
    this.thrown = thrown;
    this.known = known;
  }

  static Failure of(Throwable thrown) {
    List<Throwable> causes = causes(thrown);
    // a storage that fails may have been taken for a bad file
    Optional<String> storage =
        causes.stream()
            .filter(StorageException.class::isInstance)
            .map(cause -> cause.getMessage() + ". " + StorageException.REMEDY + ".")
            .findFirst();
    return new Failure(
        thrown,
        storage.or(
            () ->
                causes.stream()
                    .filter(InputException.class::isInstance)
                    .map(Throwable::getMessage)
                    .findFirst()));
  }

  /** The exception and its causes, outermost first; a circle of causes is cut. */
  private static List<Throwable> causes(Throwable thrown) {
    Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    List<Throwable> chain = new ArrayList<>();
    for (Throwable t = thrown; t != null && seen.add(t); t = t.getCause()) {
      chain.add(t);
    }
    return chain;
  }

  /** One line: the error of an input or a storage, or the innermost cause. */
  String message() {
    if (known.isPresent()) {
      return "error: " + known.get();
    }
    List<Throwable> causes = causes(thrown);
    Throwable root = causes.get(causes.size() - 1);
    String text = root.getMessage() == null ? "" : ": " + root.getMessage().strip();
    return "error: the program failed with " + root.getClass().getSimpleName() + text;
  }

  /** Prints the message; the stack trace goes to a file unless it is asked for or not needed. */
  void print(PrintWriter err, boolean stacktrace) {
    err.println(message());
    if (stacktrace) {
      thrown.printStackTrace(err);
    } else if (known.isEmpty()) {
      err.println(stackFile());
    }
    err.flush();
  }

  private String stackFile() {
    StringWriter trace = new StringWriter();
    thrown.printStackTrace(new PrintWriter(trace, true));
    try {
      Path file = Files.createTempFile("ccdas-failure-", ".txt");
      Files.writeString(file, trace.toString(), StandardCharsets.UTF_8);
      return "The stack trace is in " + file + ".";
    } catch (IOException e) {
      return "The stack trace could not be kept (" + e.getMessage() + "); --stacktrace prints it.";
    }
  }
}
