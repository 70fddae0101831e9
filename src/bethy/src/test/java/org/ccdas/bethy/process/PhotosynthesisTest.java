package org.ccdas.bethy.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ccdas.bethy.Reference.LEAF;

import com.fasterxml.jackson.databind.JsonNode;
import org.ccdas.bethy.Reference;
import org.ccdas.bethy.table.PriorParameters;
import org.junit.jupiter.api.Test;

class PhotosynthesisTest {
  private static final double CO2 = 390;
  private static final double FULL_INHIBITION = 0.5;
  private static final TileParameters C4 = PriorParameters.of(Example.MAIZE);

  @Test
  void c3AgreesWithTheReference() {
    assertThat(check("c3", false, Example.PARAMETERS, 0.80)).isEqualTo(5);
  }

  @Test
  void c4AgreesWithTheReference() {
    assertThat(check("c4", true, C4, 0.80 * 0.77)).isEqualTo(4);
  }

  /** Gross rate at a fixed share of CO2, the conductance it needs, and the rate at half of that. */
  private static int check(String block, boolean c4, TileParameters p, double ciRatio) {
    int cases = 0;
    for (JsonNode each : Reference.block(block)) {
      double temperature = each.get("T").asDouble();
      double photons = each.get("I").asDouble();
      LeafCapacity leaf = LeafCapacity.at(c4, p, temperature);
      double respiration = leaf.respiration() * FULL_INHIBITION;
      double gross = Photosynthesis.atInternalCo2(c4, p, leaf, temperature, photons, ciRatio * CO2);
      double molarVolume = 8.314 * (temperature + 273.16) / 101325;
      double conductance = 1.6 * (gross - respiration) * molarVolume / ((1 - ciRatio) * CO2);
      double half = Math.max(conductance, 4e-5) * 0.5 / 1.6 / molarVolume;
      Reference.check(each, "A_gross", gross, LEAF);
      Reference.check(each, "Rd", respiration, LEAF);
      Reference.check(each, "gs0", conductance, LEAF);
      Reference.check(
          each,
          "A_half",
          Photosynthesis.atConductance(c4, p, leaf, temperature, photons, CO2, half, respiration),
          LEAF);
      cases++;
    }
    return cases;
  }

  @Test
  void bothFormsMeetAtTheConductanceThatKeepsTheCo2() {
    LeafCapacity leaf = LeafCapacity.at(false, Example.PARAMETERS, 20);
    double respiration = leaf.respiration();
    // the hyperbolic minimum shaves the two forms by different parts of a percent
    double gross = Photosynthesis.atInternalCo2(false, Example.PARAMETERS, leaf, 20, 60, 312);
    double conductance = (gross - respiration) / (CO2 - 312);
    double again =
        Photosynthesis.atConductance(
            false, Example.PARAMETERS, leaf, 20, 60, CO2, conductance, respiration);
    assertThat(conductance).isPositive();
    assertThat(again / gross).isBetween(0.99, 1.01);
  }

  @Test
  void darkLeavesDoNotAssimilate() {
    LeafCapacity c3 = LeafCapacity.at(false, Example.PARAMETERS, 20);
    LeafCapacity c4 = LeafCapacity.at(true, C4, 20);
    assertThat(Photosynthesis.atInternalCo2(false, Example.PARAMETERS, c3, 20, 0, 300)).isZero();
    assertThat(Photosynthesis.atConductance(true, C4, c4, 20, 0, CO2, 0.1, 0.2)).isZero();
    assertThat(Photosynthesis.atConductance(false, Example.PARAMETERS, c3, 20, 0, CO2, 0.1, 0.2))
        .isZero();
  }

  @Test
  void ratesRiseWithLightAndConductance() {
    LeafCapacity leaf = LeafCapacity.at(false, Example.PARAMETERS, 20);
    double before = 0;
    for (double photons = 10; photons < 3000; photons *= 1.5) {
      double rate = Photosynthesis.atInternalCo2(false, Example.PARAMETERS, leaf, 20, photons, 300);
      assertThat(rate).isGreaterThan(before);
      before = rate;
    }
    double closed = 0;
    for (double conductance = 1e-5; conductance < 1; conductance *= 2) {
      double rate =
          Photosynthesis.atConductance(
              false, Example.PARAMETERS, leaf, 20, 800, CO2, conductance, 0.2);
      assertThat(rate).isGreaterThan(closed);
      closed = rate;
    }
  }

  @Test
  void closedStomataLeaveOnlyRecycledRespiration() {
    LeafCapacity leaf = LeafCapacity.at(false, Example.PARAMETERS, 20);
    double rate =
        Photosynthesis.atConductance(false, Example.PARAMETERS, leaf, 20, 800, CO2, 1e-12, 0.2);
    assertThat(rate).isBetween(0.17, 0.2);
  }
}
