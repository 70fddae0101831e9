package org.ccdas.pipelines.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.ccdas.bethy.kernel.KernelRegistry;
import org.ccdas.bethy.kernel.LaneKernel;
import org.junit.jupiter.api.Test;

class KernelDigestTest {
  @Test
  void everyKernelOfTheModelCounts() {
    String digest = KernelDigest.sha256();
    assertThat(digest).matches("[0-9a-f]{64}").isEqualTo(KernelDigest.sha256());
    assertThat(KernelRegistry.ALL).hasSizeGreaterThan(10);
    for (LaneKernel kernel : KernelRegistry.ALL) {
      List<LaneKernel> others = new ArrayList<>(KernelRegistry.ALL);
      others.remove(kernel);
      assertThat(KernelDigest.sha256(others)).isNotEqualTo(digest);
    }
  }
}
