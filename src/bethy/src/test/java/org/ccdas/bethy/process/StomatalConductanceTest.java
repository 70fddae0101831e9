package org.ccdas.bethy.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.ccdas.bethy.table.PriorParameters;
import org.junit.jupiter.api.Test;

class StomatalConductanceTest {
  private static final PointForcing POINT = Example.point(1);

  @Test
  void letsInTheCo2ThatPhotosynthesisTakes() {
    LeafCapacity leaf = LeafCapacity.at(false, Example.PARAMETERS, 24);
    double conductance =
        StomatalConductance.unstressed(false, Example.PARAMETERS, POINT, leaf, 600);
    double net =
        Photosynthesis.atInternalCo2(false, Example.PARAMETERS, leaf, 24, 600, 0.8 * 390)
            - leaf.respiration() * LeafRespiration.lightInhibition(POINT.shortwave());
    double co2 = StomatalConductance.forCo2(conductance, 24, POINT.pressure());
    assertThat(co2 * 0.2 * 390).isCloseTo(net, within(1e-6 * net));
  }

  @Test
  void darkLeafKeepsItsCuticle() {
    LeafCapacity leaf = LeafCapacity.at(false, Example.PARAMETERS, 24);
    double conductance = StomatalConductance.unstressed(false, Example.PARAMETERS, POINT, leaf, 0);
    assertThat(conductance).isBetween(4e-5, 1.2e-4);
  }

  @Test
  void c4NeedsLessConductanceForTheSameGain() {
    TileParameters p = PriorParameters.of(Example.MAIZE);
    LeafCapacity leaf = LeafCapacity.at(true, p, 24);
    double conductance = StomatalConductance.unstressed(true, p, POINT, leaf, 600);
    double gross = Photosynthesis.atInternalCo2(true, p, leaf, 24, 600, 0.8 * 0.77 * 390);
    double co2 = StomatalConductance.forCo2(conductance, 24, POINT.pressure());
    double net = gross - leaf.respiration() * 0.5;
    assertThat(co2 * (1 - 0.616) * 390).isCloseTo(net, within(1e-4 * net));
  }
}
