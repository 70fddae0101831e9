package org.ccdas.bethy.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.ccdas.bethy.table.PlantFunctionalType;
import org.ccdas.bethy.table.PriorParameters;
import org.ccdas.bethy.table.SoilTexture;
import org.junit.jupiter.api.Test;

class ObservablesTest {
  private static final PlantFunctionalType PFT = PlantFunctionalType.of(4);
  private static final TileParameters P = PriorParameters.of(PFT);
  private static final TileTraits T = PFT.traits(SoilTexture.of(3));
  private static final SoilConstants SOIL = Soil.constants(P, T);

  private static ObservedDay observed(double moisture, double snow, double lai, double high) {
    return Observables.evening(new TileState(moisture, 0.2, snow, lai, lai, high), P, SOIL, T);
  }

  @Test
  void statesAreShownAsTheyAre() {
    ObservedDay day = observed(0.23, 17, 2.5, 3);
    assertThat(day.topMoisture()).isEqualTo(0.23);
    assertThat(day.snow()).isEqualTo(17);
    assertThat(day.lai()).isEqualTo(2.5);
  }

  /**
   * The canopy as a slab that reflects R and lets T through, over ground of albedo rho, by adding
   * what goes to and fro between them: another way to the same numbers than the boundary problem.
   */
  private static double bySlabs(double lai, double cover, double ground) {
    double w = 0.12;
    // of an infinitely deep canopy: r = (1 - w/2 - k) / (w/2), k = sqrt(1 - w)
    double k = Math.sqrt(1 - w);
    double deep = (1 - w / 2 - k) / (w / 2);
    double through = Math.exp(-k * lai / cover);
    double many = 1 - deep * deep * through * through;
    double reflected = deep * (1 - through * through) / many;
    double passed = (1 - deep * deep) * through / many;
    // light between ground and canopy: 1 / (1 - rho R)
    double between = 1 / (1 - ground * reflected);
    double albedo = reflected + passed * passed * ground * between;
    double inGround = passed * (1 - ground) * between;
    return cover * (1 - albedo - inGround);
  }

  @Test
  void faparIsThatOfASlabOverGround() {
    SplittableRandom random = new SplittableRandom(11);
    for (int i = 0; i < 500; i++) {
      double lai = random.nextDouble(0, 7);
      double high = lai + random.nextDouble(0, 2);
      double moisture = random.nextDouble(0.02, 0.4);
      double wetness = Soil.surfaceWetness(moisture, SOIL);
      double soil = T.dryAlbedo() + (T.wetAlbedo() - T.dryAlbedo()) * wetness;
      double cover = CanopyCover.cover(high);
      assertThat(observed(moisture, 0, lai, high).fapar())
          .isCloseTo(bySlabs(lai + 1e-3, cover, 0.92 * soil - 0.015), within(1e-12));
    }
  }

  @Test
  void faparLiesBetweenNothingAndAllAndRisesWithLeaves() {
    assertThat(observed(0.2, 0, 0, 0).fapar()).isBetween(0.0, 1e-3);
    assertThat(observed(0.2, 0, 7, 7).fapar()).isBetween(0.9, 1.0);
    double last = 0;
    for (double lai = 0; lai <= 7; lai += 0.05) {
      double alone = observed(0.2, 0, lai, lai).fapar();
      assertThat(alone).isBetween(0.0, 1.0).isGreaterThan(last);
      // the same leaves where there were more of them before cover more ground
      assertThat(observed(0.2, 0, lai, lai + 1).fapar()).isGreaterThan(alone);
      last = alone;
    }
  }

  @Test
  void brightDrySoilGivesLightBackAndSnowDoesNot() {
    assertThat(T.dryAlbedo()).isGreaterThan(T.wetAlbedo());
    assertThat(observed(0.05, 0, 1, 1).fapar()).isGreaterThan(observed(0.4, 0, 1, 1).fapar());
    assertThat(observed(0.2, 500, 1, 1).fapar()).isEqualTo(observed(0.2, 0, 1, 1).fapar());
  }
}
