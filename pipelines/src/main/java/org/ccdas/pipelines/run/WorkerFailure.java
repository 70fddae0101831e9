package org.ccdas.pipelines.run;

import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.IdentityHashMap;
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
   * StorageException} in the chain of causes if there is one, else what the user code of the
   * pipeline threw, else the failure itself.
   */
  static RuntimeException of(RuntimeException thrown) {
    Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    RuntimeException innermost = null;
    for (Throwable t = open(thrown); t != null && seen.add(t); t = open(t.getCause())) {
      if (t instanceof InputException input) {
        return input;
      }
      if (t instanceof StorageException storage) {
        return new UncheckedIOException(storage);
      }
      boolean wrapper = t instanceof UserCodeException || t instanceof PipelineExecutionException;
      if (wrapper && open(t.getCause()) instanceof RuntimeException cause) {
        innermost = cause;
      }
    }
    return innermost == null ? thrown : innermost;
  }

  /** The exception that a Flink cluster has sent as bytes. */
  private static Throwable open(Throwable thrown) {
    return thrown instanceof SerializedThrowable serialized
        ? serialized.deserializeError(WorkerFailure.class.getClassLoader())
        : thrown;
  }
}
