package org.ccdas.verify.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class StopwatchTest {
  @Test
  void oneRunMoreThanAskedForIsMade() throws IOException {
    AtomicInteger runs = new AtomicInteger();

    double seconds = Stopwatch.median(4, runs::incrementAndGet);

    assertThat(runs).hasValue(5);
    assertThat(seconds).isBetween(0.0, 10.0);
  }

  @Test
  void aFailureOfTheWorkIsNotHidden() {
    assertThatThrownBy(
            () ->
                Stopwatch.median(
                    1,
                    () -> {
                      throw new IOException("disk");
                    }))
        .isInstanceOf(IOException.class)
        .hasMessage("disk");
  }
}
