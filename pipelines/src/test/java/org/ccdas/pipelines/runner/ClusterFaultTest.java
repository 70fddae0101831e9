package org.ccdas.pipelines.runner;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ConnectException;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClusterFaultTest {
  @Test
  void fewBuffersAreNamedWithTheKeyThatHelps() {
    Throwable flinks =
        new IOException(
            "Insufficient number of network buffers: required 512, but only 501 available. The total"
                + " number of network buffers is currently set to 4096 of 32768 bytes each.");
    ClusterFault fault =
        ClusterFault.of(List.of(new IllegalStateException("wrapped", flinks), flinks))
            .orElseThrow();
    assertThat(fault.what()).contains("too few network buffers");
    assertThat(fault.remedy()).contains("taskmanager.network.sort-shuffle.min-buffers: 64");
  }

  @Test
  void aClassThatIsNotHereIsKnownByItsName() {
    Throwable named = new RuntimeException(ConnectException.class.getName() + ": refused");
    assertThat(ClusterFault.of(List.of(named)).orElseThrow().what())
        .isEqualTo("the JobManager does not answer any more");
  }

  @Test
  void othersAreNone() {
    assertThat(ClusterFault.of(List.of(new IOException("disk full"), new IOException()))).isEmpty();
  }
}
