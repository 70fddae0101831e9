package org.ccdas.verify.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.util.Optional;
import org.ccdas.bethy.kernel.LightC3;
import org.junit.jupiter.api.Test;

class PointInCTest {
  @Test
  void theTranslationIsTheSameModel() throws IOException {
    Optional<PointInC> peer = PointInC.measure();
    assumeTrue(peer.isPresent(), "there is no gcc on this machine");

    assertThat(peer.get().largestError()).isLessThan(1e-9);
    assertThat(peer.get().nanoseconds()).isPositive();
  }

  @Test
  void slotsAreMacrosNamedByTheirPaths() {
    assertThat(PointInC.slots(LightC3.INSTANCE).lines())
        .contains(
            "#define LANES 64",
            "#define P_VM25 " + LightC3.IN_P_VM25,
            "#define P_E_VM " + LightC3.IN_P_E_VM,
            "#define T_AERODYNAMIC_CONDUCTANCE " + LightC3.IN_T_AERODYNAMIC_CONDUCTANCE,
            "#define STRESS " + LightC3.IN_STRESS,
            "#define OUT_LEAF_RESPIRATION_DARK " + LightC3.OUT_LEAF_RESPIRATION_DARK);
  }
}
