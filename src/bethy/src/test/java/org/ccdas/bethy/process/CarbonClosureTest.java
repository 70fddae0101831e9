package org.ccdas.bethy.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.ccdas.bethy.Parameters;
import org.ccdas.bethy.process.CarbonClosure.Amplitudes;
import org.junit.jupiter.api.Test;

class CarbonClosureTest {
  @Test
  void startPoolRepeatsItself() {
    // a pool of rate k under litter l for n days
    double carbon = 0;
    for (int i = 0; i < 50; i++) {
      carbon = FastPool.step(carbon, 0.1, 0.02).carbon();
    }
    double start = CarbonClosure.startPool(carbon, 50 * 0.02);
    assertThat(start).isCloseTo(0.1 / 0.02, within(1e-12));
  }

  @Test
  void respirationIsBetaTimesProduction() {
    TileParameters p = Parameters.with(Example.PARAMETERS, "beta", 1.3);
    Amplitudes amplitudes = CarbonClosure.amplitudes(p, 900, 4.5, 300);
    assertThat(amplitudes.fast() * 4.5).isCloseTo(1.3 * 0.8 * 900, within(1e-9));
    assertThat(amplitudes.slow() * 300).isCloseTo(1.3 * 0.2 * 900, within(1e-9));
  }

  @Test
  void losingTilesRespireHardlyAnything() {
    Amplitudes amplitudes = CarbonClosure.amplitudes(Example.PARAMETERS, -50, 4.5, 300);
    assertThat(amplitudes.fast()).isBetween(0.0, 1e-12);
    assertThat(amplitudes.slow()).isBetween(0.0, 1e-12);
  }
}
