package org.ccdas.bethy.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class StartOfDayTest {
  private static Morning morning(TileState state) {
    return StartOfDay.morning(
        state, Example.PARAMETERS, Example.SOIL, Example.TRAITS, Example.day(20, 0));
  }

  @Test
  void drySoilIsBrightAndItsAirDry() {
    Morning dry = morning(Example.state(0.07, 0, 2));
    assertThat(dry.relativeMoisture()).isBetween(0.0, 1e-6);
    assertThat(dry.albedo()).isCloseTo(0.2, within(2e-3));
    assertThat(dry.vapourBase()).isCloseTo(0.96 * 1200, within(1e-3));
    assertThat(dry.snowCover()).isZero();
  }

  @Test
  void wetSoilIsDarkAndItsAirMoist() {
    Morning wet = morning(Example.state(0.43, 0, 2));
    assertThat(wet.relativeMoisture()).isBetween(0.97, 1.0);
    assertThat(wet.albedo()).isCloseTo(0.1, within(2e-3));
    assertThat(wet.vapourBase()).isBetween(0.99 * 1200, 1200.0);
  }

  @Test
  void snowCoversTheSoil() {
    Morning snowy = morning(Example.state(0.3, 90, 2));
    assertThat(snowy.snowCover()).isCloseTo(0.9, within(1e-15));
    // rho = rho_soil + f_sn (rho_sn - rho_soil) with the day's snow albedo of 0.5
    assertThat(snowy.albedo()).isBetween(0.45, 0.48);
  }

  @Test
  void canopyComesFromTheEveningBefore() {
    TileState shed = new TileState(0.3, 0.3, 0, 0.5, 1, 2.4);
    assertThat(morning(shed).lai()).isCloseTo(0.501, within(1e-15));
    assertThat(morning(shed).cover()).isCloseTo(CanopyCover.cover(2.4), within(0.0));
    // W_max = 1000 z_r (theta_fc - theta_wp), the value of the reference
    assertThat(morning(shed).maximumStorage()).isCloseTo(223.272497, within(1e-6));
  }
}
