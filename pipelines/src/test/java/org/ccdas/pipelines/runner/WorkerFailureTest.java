package org.ccdas.pipelines.runner;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.beam.sdk.Pipeline.PipelineExecutionException;
import org.apache.beam.sdk.util.UserCodeException;
import org.apache.flink.util.SerializedThrowable;
import org.ccdas.inputs.InputException;
import org.junit.jupiter.api.Test;

class WorkerFailureTest {
  private static final InputException INPUT =
      new InputException("f.nc", "line 3", "bad", "Mend it");

  @Test
  void findsTheInputErrorInTheChainsOfBothRunners() {
    assertThat(WorkerFailure.of(new PipelineExecutionException(INPUT))).isSameAs(INPUT);
    assertThat(
            WorkerFailure.of(
                new RuntimeException(
                    "Pipeline execution failed",
                    new IllegalStateException("job", UserCodeException.wrap(INPUT)))))
        .isSameAs(INPUT);
  }

  @Test
  void opensWhatAClusterSendsAsBytes() {
    RuntimeException thrown =
        WorkerFailure.of(
            new RuntimeException(
                "Pipeline execution failed",
                new SerializedThrowable(UserCodeException.wrap(INPUT))));
    assertThat(thrown).isInstanceOf(InputException.class).hasMessage(INPUT.getMessage());
  }

  @Test
  void otherwiseGivesWhatTheUserCodeThrew() {
    IllegalStateException lost = new IllegalStateException("lost or repeated");
    assertThat(WorkerFailure.of(new PipelineExecutionException(lost))).isSameAs(lost);
    assertThat(WorkerFailure.of(new RuntimeException("flink", UserCodeException.wrap(lost))))
        .isSameAs(lost);
    RuntimeException own = new IllegalStateException("The pipeline ended in the state FAILED");
    assertThat(WorkerFailure.of(own)).isSameAs(own);
  }

  @Test
  void namesAWorkerWithoutMemory() {
    assertThat(
            WorkerFailure.of(
                new RuntimeException(
                    new SerializedThrowable(
                        UserCodeException.wrap(new OutOfMemoryError("Java heap space"))))))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("a worker has run out of memory (Java heap space)");
  }

  @Test
  void endsOnACircleOfCauses() {
    RuntimeException first = new RuntimeException("first");
    RuntimeException second = new RuntimeException("second", first);
    first.initCause(second);
    assertThat(WorkerFailure.of(second)).isSameAs(second);
  }
}
