package org.ccdas.bethy.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.ccdas.bethy.Parameters;
import org.ccdas.bethy.process.TileParameters;
import org.junit.jupiter.api.Test;

class PriorParametersTest {
  @Test
  void everyTypeHasAllParameters() {
    for (PlantFunctionalType pft : PlantFunctionalType.all()) {
      double[] values = Parameters.values(PriorParameters.of(pft));
      assertThat(values).hasSize(35);
      assertThat(Arrays.stream(values).boxed()).allMatch(Double::isFinite);
      assertThat(Arrays.stream(values).filter(value -> value == 0).count())
          .as("only T_phi of warm tiles is 0: " + pft.code())
          .isEqualTo(pft.group() == PhenologyGroup.WARM ? 1 : 0);
    }
  }

  @Test
  void valuesStandInTheirPlaces() {
    TileParameters p = PriorParameters.of(PlantFunctionalType.of("Crop"));
    assertThat(p.vm25()).isEqualTo(117);
    assertThat(p.ajv()).isEqualTo(1.88);
    assertThat(p.alphaQ()).isEqualTo(0.28);
    assertThat(p.kc25()).isEqualTo(460);
    assertThat(p.eVm()).isEqualTo(58520);
    assertThat(p.eK()).isEqualTo(50967);
    assertThat(p.eRd()).isEqualTo(45000);
    assertThat(p.leafShare()).isEqualTo(0.4);
    assertThat(p.fastRate()).isEqualTo(0.66);
    assertThat(p.leafOnsetTemperature()).isEqualTo(15);
    assertThat(p.leafSheddingRate()).isEqualTo(0.1);
    assertThat(p.leafGrowthRate()).isEqualTo(0.5);
    assertThat(p.droughtTolerance()).isEqualTo(30);
    assertThat(p.supplyRate()).isEqualTo(0.5);
    assertThat(p.unstressedCi()).isEqualTo(0.8);
  }
}
