package org.ccdas.transport.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.ccdas.transport.tracer.MixingConstants;
import org.junit.jupiter.api.Test;

class MixingFitTest {
  @Test
  void findsWhatTheMisfitAsksForAndKeepsThePriorElsewhere() {
    // a misfit that sees the first constant only, well, and wants it 1.2 times as large
    MixingConstants fitted =
        new MixingFit(
                constants -> {
                  double x = Math.log(constants.tropical() / MixingFit.PRIOR.tropical());
                  return new double[] {10 * (x - Math.log(1.2)), 10 * (x - Math.log(1.2))};
                })
            .run(2);
    assertThat(fitted.tropical() / MixingFit.PRIOR.tropical()).isEqualTo(1.2, within(1e-3));
    assertThat(fitted.midlatitude()).isEqualTo(MixingFit.PRIOR.midlatitude(), within(1e-6));
    assertThat(fitted.convection()).isEqualTo(MixingFit.PRIOR.convection(), within(1e-12));
  }
}
