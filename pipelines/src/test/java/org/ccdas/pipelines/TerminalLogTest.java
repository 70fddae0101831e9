package org.ccdas.pipelines;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.logging.LogManager;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

class TerminalLogTest {
  private static final Logger LIBRARY = LoggerFactory.getLogger("org.apache.beam.Noise");

  @AfterEach
  void defaults() throws IOException {
    LogManager.getLogManager().readConfiguration();
  }

  @Test
  void showsWarningsInOneLineAndNothingBelow() {
    assertThat(logged(false))
        .isEqualToNormalizingNewlines("warning: careful: java.io.IOException: disk (Noise)\n");
  }

  @Test
  void showsInformationOnRequest() {
    assertThat(logged(true))
        .contains("info: busy (Noise)")
        .contains("warning: careful")
        .doesNotContain("detail");
  }

  private static String logged(boolean verbose) {
    PrintStream before = System.err;
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    System.setErr(new PrintStream(bytes, true, StandardCharsets.UTF_8));
    try {
      TerminalLog.configure(verbose);
      LIBRARY.debug("detail");
      LIBRARY.info("busy");
      LIBRARY.warn("careful", new IOException("disk"));
    } finally {
      System.setErr(before);
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
