package org.ccdas.pipelines.runner;

import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.apache.beam.sdk.Pipeline.PipelineExecutionException;
import org.apache.beam.sdk.util.UserCodeException;
import org.apache.flink.util.SerializedThrowable;
import org.ccdas.inputs.InputException;
import org.ccdas.inputs.file.StorageException;

/**
 * What a worker has thrown, out of the exceptions that runners wrap around it, so that message and
 * exit code are the same on every runner.
 */
final class WorkerFailure {
  private WorkerFailure() {}

  /**
   * The failure in the terms of this program: the {@link InputException} or {@link
   * StorageException} in the chain of causes if there is one, else that a worker has run out of
   * memory, else what the user code of the pipeline threw, else the failure itself.
   */
  static RuntimeException of(RuntimeException thrown) {
    RuntimeException innermost = null;
    Throwable outer = null;
    for (Throwable t : causes(thrown)) {
      if (t instanceof InputException input) {
        return input;
      }
      if (t instanceof StorageException storage) {
        return new UncheckedIOException(storage);
      }
      if (t instanceof OutOfMemoryError memory) {
        return outOfMemory(memory, thrown);
      }
      boolean wrapper =
          outer instanceof UserCodeException || outer instanceof PipelineExecutionException;
      if (wrapper && t instanceof RuntimeException cause) {
        innermost = cause;
      }
      outer = t;
    }
    return innermost == null ? thrown : innermost;
  }

  private static InputException outOfMemory(OutOfMemoryError memory, RuntimeException thrown) {
    return new InputException(
        "worker",
        "",
        "a worker has run out of memory (" + memory.getMessage() + ")",
        "Give workers more memory (-Xmx in CCDAS_JAVA_OPTS), let fewer tasks share it, or make"
            + " blocks smaller (blocks.cells)",
        thrown);
  }

  /** The failure and its causes, outermost first; a circle of causes is cut. */
  static List<Throwable> causes(Throwable thrown) {
    Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    List<Throwable> causes = new ArrayList<>();
    for (Throwable t = open(thrown); t != null && seen.add(t); t = open(t.getCause())) {
      causes.add(t);
    }
    return causes;
  }

  /** The exception that a Flink cluster has sent as bytes. */
  private static Throwable open(Throwable thrown) {
    return thrown instanceof SerializedThrowable serialized
        ? serialized.deserializeError(WorkerFailure.class.getClassLoader())
        : thrown;
  }
}
