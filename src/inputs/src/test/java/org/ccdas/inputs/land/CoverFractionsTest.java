package org.ccdas.inputs.land;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ccdas.inputs.land.LandSurfaceTest.table;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.data.Offset;
import org.ccdas.inputs.InputException;
import org.ccdas.inputs.file.Location;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CoverFractionsTest {
  private static final Offset<Double> ROUNDING = Offset.offset(1e-15);
  @TempDir Path folder;

  private Path file(String rows) throws IOException {
    return Files.writeString(
        folder.resolve("cover.csv"),
        "cell,fraction1,fraction2,fraction3\n" + rows,
        StandardCharsets.UTF_8);
  }

  @Test
  void ruleSharesTheVegetatedPart() {
    assertThat(CoverFractions.byRule(table(1)).get(0)).containsExactly(0.85);
    assertThat(CoverFractions.byRule(table(1, 2)).get(0))
        .containsExactly(new double[] {0.51, 0.34}, ROUNDING);
    assertThat(CoverFractions.byRule(table(9, 7, 8)).get(0))
        .containsExactly(new double[] {0.425, 0.255, 0.17}, ROUNDING);
    // where a shrub leads much of the ground is bare
    assertThat(CoverFractions.byRule(table(7, 9)).get(0))
        .containsExactly(new double[] {0.24, 0.16}, ROUNDING);
    assertThat(CoverFractions.byRule(table(8)).get(0)).containsExactly(0.4);
  }

  @Test
  void readsATable() throws IOException {
    assertThat(CoverFractions.read(Location.of(file("9,1,,\n4,0.7,0.2,\n")), table(13, 5)).get(0))
        .containsExactly(0.7, 0.2);
  }

  @Test
  void namesTheBadLine() throws IOException {
    refused("4,0.7,,\n", "line 2, column fraction2", "the field is empty");
    refused("4,0.7,0.2,0.1\n", "line 2", "fraction3 is given");
    refused("4,0.7,0.4,\n", "line 2", "sum to 1.1");
    refused("4,70,20,\n", "line 2", "fraction1 is 70");
    refused("4,0.7,0.2,\n4,0.7,0.2,\n", "line 3", "also at line 2");
    refused("5,0.7,0.2,\n", "cover.csv", "no row for cell 4");
  }

  private void refused(String rows, String place, String problem) {
    assertThatThrownBy(() -> CoverFractions.read(Location.of(file(rows)), table(13, 5)))
        .isInstanceOf(InputException.class)
        .hasMessageContaining(place)
        .hasMessageContaining(problem);
  }
}
