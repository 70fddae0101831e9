package org.ccdas.bethy.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.ccdas.bethy.process.TileTraits;
import org.junit.jupiter.api.Test;

class PlantFunctionalTypeTest {
  @Test
  void thirteenTypesInTheirOrder() {
    assertThat(PlantFunctionalType.all())
        .extracting(PlantFunctionalType::code)
        .containsExactly(
            "TrEv", "TrDec", "TmpEv", "TmpDec", "EvCn", "DecCn", "EvShr", "DecShr", "C3Gr", "C4Gr",
            "Tund", "Wetl", "Crop");
    for (int i = 1; i <= 13; i++) {
      assertThat(PlantFunctionalType.of(i).number()).isEqualTo(i);
      assertThat(PlantFunctionalType.of(PlantFunctionalType.of(i).code()).number()).isEqualTo(i);
    }
  }

  @Test
  void groupsAreThoseOfTheSpecification() {
    assertThat(PlantFunctionalType.all())
        .filteredOn(pft -> pft.group() == PhenologyGroup.WARM)
        .extracting(PlantFunctionalType::number)
        .containsExactly(1, 2, 3, 7);
    assertThat(PlantFunctionalType.all())
        .filteredOn(pft -> pft.group() == PhenologyGroup.COLD)
        .extracting(PlantFunctionalType::number)
        .containsExactly(4, 5, 6, 11);
    assertThat(PlantFunctionalType.all())
        .filteredOn(pft -> pft.pathway() == Pathway.C4)
        .extracting(PlantFunctionalType::code)
        .containsExactly("C4Gr");
    assertThat(PlantFunctionalType.all())
        .filteredOn(pft -> !pft.nitrogenProfile())
        .extracting(PlantFunctionalType::number)
        .containsExactly(9, 10, 11, 12);
  }

  @Test
  void valuesComeFromTheTable() {
    PlantFunctionalType conifer = PlantFunctionalType.of("EvCn");
    assertThat(conifer.vm25()).isEqualTo(29);
    assertThat(conifer.ajv()).isEqualTo(1.79);
    assertThat(conifer.leafSheddingRate()).isEqualTo(0.003);
    assertThat(conifer.rootDepth()).isEqualTo(1.0);
    // a cold tile has no tolerance of drought: neutral
    assertThat(conifer.droughtTolerance()).isEqualTo(30);
    PlantFunctionalType palm = PlantFunctionalType.of("TrEv");
    assertThat(palm.leafOnsetTemperature()).isZero();
    assertThat(palm.leafOnsetRange()).isEqualTo(1);
    assertThat(palm.leafSheddingDaylength()).isEqualTo(10.5);
    assertThat(palm.droughtTolerance()).isEqualTo(180);
  }

  @Test
  void traitsJoinTypeAndSoil() {
    TileTraits traits = PlantFunctionalType.of("C4Gr").traits(SoilTexture.of(1));
    assertThat(traits.warm()).isZero();
    assertThat(traits.cold()).isZero();
    assertThat(traits.nitrogenProfile()).isZero();
    assertThat(traits.rootDepth()).isEqualTo(0.6);
    assertThat(traits.topRootShare()).isEqualTo(0.25);
    assertThat(traits.porosity()).isEqualTo(0.421);
    assertThat(traits.dryAlbedo()).isEqualTo(0.35);
    assertThat(PlantFunctionalType.of("TrEv").traits(SoilTexture.of(1)).warm()).isEqualTo(1);
    assertThat(PlantFunctionalType.of("EvCn").traits(SoilTexture.of(1)).cold()).isEqualTo(1);
  }

  @Test
  void tallVegetationIsRougher() {
    assertThat(PlantFunctionalType.of("TmpDec").aerodynamicConductance())
        .isCloseTo(0.1668100641, within(1e-9));
    assertThat(PlantFunctionalType.of("Tund").aerodynamicConductance()).isLessThan(0.05);
  }

  @Test
  void unknownTypesAreNamed() {
    assertThatThrownBy(() -> PlantFunctionalType.of("Oak"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Oak")
        .hasMessageContaining("TrEv");
    assertThatThrownBy(() -> PlantFunctionalType.of(14))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("14");
  }
}
