package org.ccdas.verify.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ccdas.bethy.kernel.LaneKernel.LANES;

import org.ccdas.bethy.kernel.LaneKernel;
import org.ccdas.bethy.kernel.LightC3;
import org.ccdas.bethy.kernel.LightC4;
import org.ccdas.bethy.process.PointFluxes;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SunlitPointsTest {
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void areInSunlightAndTheKernelAgreesWithThePlainModel(boolean c4) {
    SunlitPoints points = SunlitPoints.of(c4);

    assertThat(points.expected()).extracting(PointFluxes::gpp).allMatch(gpp -> gpp > 0.01);
    assertThat(points.largestError(forward(points))).isLessThan(1e-11);
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e-8, Double.NaN})
  void anErrorIsSeen(double error) {
    SunlitPoints points = SunlitPoints.of(false);
    double[] out = forward(points);
    int slot = LightC3.OUT_TRANSPIRATION * LANES + 17;
    out[slot] *= 1 + error;

    assertThat(points.largestError(out)).matches(e -> Double.isNaN(e) || e > 0.9e-8);
  }

  private static double[] forward(SunlitPoints points) {
    LaneKernel kernel = points.c4() ? LightC4.INSTANCE : LightC3.INSTANCE;
    double[] out = new double[kernel.outputs() * LANES];
    kernel.forward(LANES, points.in(), out, new double[kernel.workspace() * LANES]);
    return out;
  }
}
