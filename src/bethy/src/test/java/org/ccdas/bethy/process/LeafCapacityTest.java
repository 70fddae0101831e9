package org.ccdas.bethy.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.ccdas.bethy.table.PriorParameters;
import org.junit.jupiter.api.Test;

class LeafCapacityTest {
  private static final TileParameters C4 = PriorParameters.of(Example.MAIZE);

  @Test
  void ratesAt25DegreesAreTheParameters() {
    LeafCapacity leaf = LeafCapacity.at(false, Example.PARAMETERS, 25);
    assertThat(leaf.carboxylation()).isCloseTo(35, within(1e-12));
    assertThat(leaf.electronTransport()).isCloseTo(70, within(1e-12));
    assertThat(leaf.michaelis()).isCloseTo(460 * (1 + 0.21 / 0.33), within(1e-10));
    assertThat(leaf.compensation()).isCloseTo(1.7 * 25, within(1e-12));
    assertThat(leaf.respiration()).isCloseTo(0.011 * 35, within(1e-12));
    assertThat(leaf.pepConductance()).isZero();
  }

  @Test
  void c4HasItsOwnConductanceAndRespiration() {
    LeafCapacity leaf = LeafCapacity.at(true, C4, 25);
    assertThat(leaf.carboxylation()).isCloseTo(8, within(1e-12));
    assertThat(leaf.pepConductance()).isCloseTo(0.14, within(1e-12));
    assertThat(leaf.respiration()).isCloseTo(0.042 * 8, within(1e-12));
    assertThat(leaf.electronTransport()).isZero();
  }

  @Test
  void ratesRiseByTheirActivationEnergy() {
    double ratio =
        LeafCapacity.at(false, Example.PARAMETERS, 15).carboxylation()
            / LeafCapacity.at(false, Example.PARAMETERS, 25).carboxylation();
    assertThat(ratio).isCloseTo(Math.exp(58520 / 8.314 * (1 / 298.16 - 1 / 288.16)), within(1e-12));
  }

  @Test
  void frostStopsElectronTransportWithoutASign() {
    LeafCapacity leaf = LeafCapacity.at(false, Example.PARAMETERS, -60);
    assertThat(leaf.electronTransport()).isBetween(0.0, 1e-40);
    assertThat(leaf.compensation()).isBetween(0.0, 1e-40);
    assertThat(leaf.carboxylation()).isPositive();
  }

  @Test
  void heatDestroysRespiration() {
    assertThat(LeafCapacity.heatInhibition(30)).isCloseTo(1, within(1e-12));
    assertThat(LeafCapacity.heatInhibition(55)).isEqualTo(0.5);
    assertThat(LeafCapacity.heatInhibition(65)).isLessThan(1e-5);
  }

  @Test
  void nitrogenScalesRatesOnly() {
    LeafCapacity top = LeafCapacity.at(false, Example.PARAMETERS, 20);
    LeafCapacity low = LeafCapacity.scaled(top, 0.5);
    assertThat(low.carboxylation()).isEqualTo(0.5 * top.carboxylation());
    assertThat(low.electronTransport()).isEqualTo(0.5 * top.electronTransport());
    assertThat(low.respiration()).isEqualTo(0.5 * top.respiration());
    assertThat(low.michaelis()).isEqualTo(top.michaelis());
    assertThat(low.compensation()).isEqualTo(top.compensation());
    LeafCapacity c4 = LeafCapacity.at(true, C4, 20);
    assertThat(LeafCapacity.scaled(c4, 0.5).pepConductance()).isEqualTo(0.5 * c4.pepConductance());
  }
}
