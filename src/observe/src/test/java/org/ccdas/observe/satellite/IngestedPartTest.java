package org.ccdas.observe.satellite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import org.ccdas.inputs.InputException;
import org.junit.jupiter.api.Test;

class IngestedPartTest {
  private static IngestedPart part() {
    FileIdentity identity =
        new FileIdentity("p", "COMBINED", RetrievalSamples.DAY, Overpass.COMBINED, "v1 name");
    return new IngestedPart(
        new GriddedRetrievals(
            identity,
            new float[] {Float.NaN, 0.25f, Float.NaN},
            new float[] {Float.NaN, 0.04f, Float.NaN},
            new float[] {0, 0.75f, 0.1f},
            new double[] {0, 3e9, 1e-300}),
        List.of(new RejectionMap("p", List.of("a"), new int[] {0, 3, 0}, new int[][] {{0, 1, 0}})));
  }

  @Test
  void comesBackAsItWas() {
    byte[] bytes = part().encode();
    assertThat(bytes).isEqualTo(part().encode());
    IngestedPart read = IngestedPart.decode("x", bytes);
    GriddedRetrievals wanted = part().gridded();
    assertThat(read.gridded().identity()).isEqualTo(wanted.identity());
    assertThat(read.gridded().value()).isEqualTo(wanted.value());
    assertThat(read.gridded().meanDqx()).isEqualTo(wanted.meanDqx());
    assertThat(read.gridded().validFraction()).isEqualTo(wanted.validFraction());
    assertThat(read.gridded().area()).isEqualTo(wanted.area());
    assertThat(read.rejections().get(0).rejected()).isDeepEqualTo(new int[][] {{0, 1, 0}});
  }

  @Test
  void damageAndOtherContentAreSeen() {
    byte[] bytes = part().encode();
    for (int length : new int[] {0, 1, bytes.length / 2, bytes.length - 5}) {
      assertThatThrownBy(() -> IngestedPart.decode("x", Arrays.copyOf(bytes, length)))
          .isInstanceOf(InputException.class);
    }
    byte[] day =
        IngestedDayFile.encode(
            new IngestedDay(RetrievalSamples.DAY, SoilMoistureDay.missing(3), List.of()));
    assertThatThrownBy(() -> IngestedPart.decode("x", day))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("is not what an ingest of this version leaves");
  }
}
