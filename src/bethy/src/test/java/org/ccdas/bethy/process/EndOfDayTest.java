package org.ccdas.bethy.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class EndOfDayTest {
  private static final TileState STATE = Example.state(0.25, 20, 3);
  private static final PointFluxes FLUXES = new PointFluxes(6, 0.4, 0.6, 3, 2.5, 0.8, 12);

  private static DayDiagnostics diagnose(DayForcing d) {
    Morning m = StartOfDay.morning(STATE, Example.PARAMETERS, Example.SOIL, Example.TRAITS, d);
    return EndOfDay.diagnose(STATE, Example.PARAMETERS, Example.SOIL, Example.TRAITS, d, m, FLUXES);
  }

  @Test
  void eveningIsPartOfTheDiagnostics() {
    DayForcing d = Example.day(2, 6);
    Morning m = StartOfDay.morning(STATE, Example.PARAMETERS, Example.SOIL, Example.TRAITS, d);
    assertThat(
            EndOfDay.evening(STATE, Example.PARAMETERS, Example.SOIL, Example.TRAITS, d, m, FLUXES))
        .isEqualTo(diagnose(d).evening());
  }

  @Test
  void carbonIsConvertedToGramsADay() {
    // 6 umol m-2 s-1 x 86400 s x 12e-6 g umol-1
    Evening evening = diagnose(Example.day(15, 0)).evening();
    assertThat(evening.gpp()).isCloseTo(6.2208, within(1e-12));
    // R_m = R_d + 1.5 R_du, NPP = 0.8 (GPP - R_m)
    assertThat(evening.npp()).isCloseTo(0.8 * 1.0368 * (6 - 0.4 - 1.5 * 0.6), within(1e-12));
  }

  @Test
  void waterClosesInEverySeason() {
    for (double temperature : new double[] {-20, 0, 2, 3, 15, 35}) {
      DayDiagnostics day = diagnose(Example.day(temperature, 12));
      assertThat(day.waterClosure()).isCloseTo(0, within(1e-12));
      Evening evening = day.evening();
      assertThat(evening.evapotranspiration())
          .isCloseTo(
              day.transpiration() + day.soilEvaporation() + day.interception() + day.sublimation(),
              within(1e-15));
      assertThat(evening.state().snow() - STATE.snow())
          .isCloseTo(Snow.fall(12, temperature) - day.sublimation() - day.melt(), within(1e-12));
    }
  }

  @Test
  void snowfallDoesNotWetTheSoilBeforeItMelts() {
    DayDiagnostics frost = diagnose(Example.day(-20, 12));
    assertThat(frost.interception()).isZero();
    assertThat(frost.saturationRunoff()).isBetween(0.0, 1e-12);
    assertThat(diagnose(Example.day(15, 12)).melt()).isGreaterThan(19);
  }

  @Test
  void shapesOfRespirationUseTheMoistureOfTheEvening() {
    DayDiagnostics day = diagnose(Example.day(15, 0));
    double moisture = Decomposition.moistureFactor(Example.PARAMETERS, day.relativeMoisture());
    assertThat(day.evening().fastRate())
        .isEqualTo(Decomposition.fastRate(Example.PARAMETERS, moisture, 15));
    assertThat(day.evening().slowShape())
        .isEqualTo(Decomposition.slowShape(Example.PARAMETERS, moisture, 15));
  }
}
