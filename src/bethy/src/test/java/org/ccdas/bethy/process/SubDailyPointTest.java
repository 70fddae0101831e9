package org.ccdas.bethy.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.ccdas.bethy.Reference.DAY;

import com.fasterxml.jackson.databind.JsonNode;
import org.ccdas.bethy.Parameters;
import org.ccdas.bethy.Reference;
import org.ccdas.bethy.table.PriorParameters;
import org.ccdas.bethy.table.SoilTexture;
import org.junit.jupiter.api.Test;

class SubDailyPointTest {
  private static final DayForcing DAY_FORCING = Example.day(20, 0);

  /** Without a rise of humidity the vapour pressure is the 1300 Pa of the reference. */
  private static final TileParameters P = Parameters.with(Example.PARAMETERS, "humidityRise", 0);

  @Test
  void stressAndFluxesAgreeWithTheReference() {
    int cases = 0;
    for (JsonNode each : Reference.block("stress")) {
      Morning m = Example.morning(each.get("beta").asDouble());
      PointForcing f = Example.point(1);
      double stress = SubDailyPoint.stress(false, P, Example.TRAITS, DAY_FORCING, m, f);
      PointFluxes fluxes = SubDailyPoint.light(false, P, Example.TRAITS, DAY_FORCING, m, f, stress);
      Reference.check(each, "be", stress, DAY);
      Reference.check(each, "gpp", fluxes.gpp(), DAY);
      Reference.check(each, "rd", fluxes.leafRespiration(), DAY);
      Reference.check(each, "rdu", fluxes.leafRespirationDark(), DAY);
      Reference.check(each, "Ed", fluxes.demand(), DAY);
      Reference.check(each, "Et", fluxes.transpiration(), DAY);
      Reference.check(each, "Eps", fluxes.soilPotential(), DAY);
      Reference.check(each, "Epc", fluxes.canopyPotential(), DAY);
      Reference.check(each, "fpar", SubDailyPoint.absorbedShare(m, f), DAY);
      Reference.check(each, "Ga", Example.TRAITS.aerodynamicConductance(), DAY);
      cases++;
    }
    assertThat(cases).isEqualTo(5);
  }

  @Test
  void weightMultipliesEverything() {
    Morning m = Example.morning(0.3);
    PointFluxes whole =
        SubDailyPoint.light(false, P, Example.TRAITS, DAY_FORCING, m, Example.point(1), 1e-3);
    PointFluxes part =
        SubDailyPoint.light(false, P, Example.TRAITS, DAY_FORCING, m, Example.point(0.125), 1e-3);
    PointFluxes none =
        SubDailyPoint.light(false, P, Example.TRAITS, DAY_FORCING, m, Example.point(0), 1e-3);
    assertThat(part.gpp()).isCloseTo(whole.gpp() / 8, within(1e-12));
    assertThat(part.leafRespiration()).isCloseTo(whole.leafRespiration() / 8, within(1e-12));
    assertThat(part.demand()).isCloseTo(whole.demand() / 8, within(1e-12));
    assertThat(part.canopyPotential()).isCloseTo(whole.canopyPotential() / 8, within(1e-12));
    assertThat(none).isEqualTo(new PointFluxes(0, 0, 0, 0, 0, 0, 0));
    assertThat(SubDailyPoint.stress(false, P, Example.TRAITS, DAY_FORCING, m, Example.point(0)))
        .isZero();
  }

  @Test
  void c4KeepsMoreOfItsGainUnderStress() {
    TileParameters p = PriorParameters.of(Example.MAIZE);
    TileTraits grass = Example.MAIZE.traits(SoilTexture.of(2));
    Morning m = Example.morning(0.3);
    PointForcing f = Example.point(1);
    PointFluxes open = SubDailyPoint.light(true, p, grass, DAY_FORCING, m, f, 0);
    PointFluxes closed = SubDailyPoint.light(true, p, grass, DAY_FORCING, m, f, 1e-3);
    assertThat(closed.transpiration()).isLessThan(0.7 * open.transpiration());
    assertThat(closed.gpp() / open.gpp())
        .isGreaterThan(closed.transpiration() / open.transpiration())
        .isLessThan(1);
  }

  @Test
  void nightRespiresAtAirTemperatureWithoutInhibition() {
    Morning m = Example.morning(0.3);
    double night =
        SubDailyPoint.night(false, P, Example.TRAITS, DAY_FORCING, m, new NightForcing(0.5, 25));
    double[] nitrogen = NitrogenProfile.layers(Example.TRAITS, m.lai(), 0.85);
    double leaves = (nitrogen[0] + nitrogen[1] + nitrogen[2]) * m.lai() / 3;
    assertThat(night).isCloseTo(0.5 * 0.011 * 35 * leaves, within(1e-9));
    assertThat(
            SubDailyPoint.night(
                false, P, Example.TRAITS, DAY_FORCING, m, new NightForcing(0.5, -5)))
        .isBetween(0.0, 1e-15);
  }
}
