package org.ccdas.verify.check.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.ccdas.bethy.table.Pathway;
import org.ccdas.bethy.table.PhenologyGroup;
import org.ccdas.bethy.table.PlantFunctionalType;
import org.junit.jupiter.api.Test;

class TileSiteTest {
  @Test
  void everyGroupAndPathwayThatExistsIsChecked() {
    for (PlantFunctionalType type : PlantFunctionalType.all()) {
      assertThat(TileSite.STANDARD)
          .as(type.code())
          .anyMatch(s -> s.group() == type.group() && s.c4() == (type.pathway() == Pathway.C4));
    }
    assertThat(TileSite.STANDARD)
        .extracting(TileSite::group)
        .containsAll(Arrays.asList(PhenologyGroup.values()));
  }

  @Test
  void labelsAreUnique() {
    assertThat(TileSite.STANDARD).extracting(TileSite::label).doesNotHaveDuplicates();
    assertThat(TileSite.of("DecShr", 1, CheckClimate.HOT_DRY).label())
        .isEqualTo("tile DecShr hot-dry");
  }
}
