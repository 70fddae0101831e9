package org.ccdas.assimilate.minimise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MinimiserStateTest {
  private static final double[] AWKWARD = {
    0.1, -0.0, Double.MIN_VALUE, -Double.MAX_VALUE, 1.0 / 3, Math.nextUp(1.0)
  };

  private static MinimiserState state() {
    Lbfgs.Settings settings =
        new Lbfgs.Settings(3, Double.POSITIVE_INFINITY, StoppingRule.STANDARD);
    return new MinimiserState(Map.of("blocks", "1"), Lbfgs.start(AWKWARD, settings));
  }

  @Test
  void keepsEveryBit() {
    MinimiserState read = MinimiserState.fromJson("x", state().toJson());
    double[] x = read.minimiser().x();
    for (int i = 0; i < x.length; i++) {
      assertThat(Double.doubleToRawLongBits(x[i]))
          .isEqualTo(Double.doubleToRawLongBits(AWKWARD[i]));
    }
  }

  @Test
  void writesDoublesAsHexadecimalText() {
    assertThat(state().toJson())
        .contains("\"0x1.999999999999ap-4\"", "\"-0x0.0p0\"", "\"Infinity\"")
        .startsWith("{\n  \"formatVersion\" : 2,\n")
        .endsWith("}\n");
  }

  @Test
  void keepsAnEndedSearch() {
    Minimiser ended = state().minimiser().advance(List.of(CandidateValue.of(0, Double.NaN)));
    MinimiserState read =
        MinimiserState.fromJson("x", new MinimiserState(Map.of(), ended).toJson());
    assertThat(read.minimiser().finished()).isTrue();
    assertThat(read.minimiser().reason()).isEqualTo(ended.reason());
    assertThat(read.minimiser().cost()).isNaN();
  }

  @Test
  void keepsItsDigests() {
    Map<String, String> digests = new HashMap<>(Map.of("blocks", "1"));
    MinimiserState state = new MinimiserState(digests, state().minimiser());
    digests.put("blocks", "2");
    assertThat(state.digests()).containsExactly(Map.entry("blocks", "1"));
    assertThatThrownBy(() -> state.digests().put("kernels", "3"))
        .isInstanceOf(UnsupportedOperationException.class);
  }
}
