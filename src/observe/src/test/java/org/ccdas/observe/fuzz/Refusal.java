package org.ccdas.observe.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import org.ccdas.inputs.InputException;

/** What is promised of any input: it is read, or refused with the one kind of error, soon. */
public final class Refusal {
  /** Against readers that hang, on a machine that is slow. */
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private Refusal() {}

  /**
   * Runs a reader; anything that it throws but an {@link InputException} fails the test.
   *
   * @return whether the input was refused
   */
  public static boolean refuses(Runnable reader) {
    return assertTimeoutPreemptively(
        PATIENCE,
        () -> {
          try {
            reader.run();
            return false;
          } catch (InputException e) {
            assertThat(e.file()).isNotEmpty();
            assertThat(e.problem()).isNotBlank();
            assertThat(e.remedy()).isNotBlank();
            return true;
          }
        });
  }
}
