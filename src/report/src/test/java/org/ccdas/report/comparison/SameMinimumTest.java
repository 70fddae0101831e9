package org.ccdas.report.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SameMinimumTest {
  @TempDir private Path folder;

  @Test
  void oneMinimumFoundTwice() throws IOException {
    SampleComparison sample = SampleComparison.write(folder);
    sample.run("two").endingAt(0.5, -0.9, 0.1 + 0.05);
    List<SameMinimum> pairs = SameMinimum.of(sample.runs());
    assertThat(pairs).hasSize(1);
    // the third parameter is independent of the others: (0.05 / 0.9)^2
    assertThat(pairs.get(0).squaredDistance()).isCloseTo(0.0025 / 0.81, within(1e-12));
    assertThat(pairs.get(0).sentence())
        .contains("one (gaussNewton)", "two (lbfgs)", "the same minimum (below 0.01)");
  }

  @Test
  void twoMinimaAreToldApart() throws IOException {
    SampleComparison sample = SampleComparison.write(folder);
    sample.run("two").endingAt(0.5, -0.9, 1);
    SameMinimum pair = SameMinimum.of(sample.runs()).get(0);
    assertThat(pair.squaredDistance()).isCloseTo(1, within(1e-12));
    assertThat(pair.sentence()).contains("not the same minimum");
  }

  @Test
  void withoutTheHessianTheDistanceIsNotKnown() throws IOException {
    SampleComparison sample = SampleComparison.write(folder);
    sample.run("one").without("posterior.nc");
    sample.run("two").without("posterior.nc");
    assertThat(SameMinimum.of(sample.runs()).get(0).sentence()).contains("is not known");
  }
}
