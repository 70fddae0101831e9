package org.ccdas.verify.twin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.ccdas.inputs.InputException;
import org.junit.jupiter.api.Test;

class TwinFileTest {
  private static final TwinDraw DRAW =
      new TwinDraw(
          4,
          1.0 / 3,
          new double[] {0.1, Double.NaN},
          new double[] {-1e-300},
          new TwinDraw.Parameters(new double[] {2}, new double[] {0.7}, new double[] {Double.NaN}),
          12.5,
          13.25,
          false,
          "limit",
          7);

  @Test
  void aDrawComesBackWithAllItsBits() {
    byte[] bytes = TwinFile.encode(TwinFile.Draw.of(DRAW, 2.5));
    TwinFile.Draw back = TwinFile.decode("draw", bytes, TwinFile.Draw.class);
    assertThat(back.seconds()).isEqualTo(2.5);
    assertThat(back.draw().normalisedError()).isEqualTo(1.0 / 3);
    assertThat(back.draw().directionErrors()[0]).isEqualTo(0.1);
    assertThat(back.draw().directionErrors()[1]).isNaN();
    assertThat(back.draw().parameterErrors()).containsExactly(-1e-300);
    assertThat(back.draw().costAtTruth()).isEqualTo(13.25);
    assertThat(back.draw().parameters().estimate()).containsExactly(0.7);
    assertThat(back.draw().parameters().sigma()[0]).isNaN();
    assertThat(back.draw().reason()).isEqualTo("limit");
    assertThat(TwinFile.encode(back)).isEqualTo(bytes);
  }

  @Test
  void aTwinWithPerfectDataComesBack() {
    double[] errors = {0.125, -1e-7};
    PerfectTwin twin = new PerfectTwin(true, true, "near", 12, 1.5, new double[] {9, 4}, errors);
    byte[] bytes = TwinFile.encode(TwinFile.Perfect.of(twin, 0.01, 1));
    TwinFile.Perfect back = TwinFile.decode("twin", bytes, TwinFile.Perfect.class);
    assertThat(back.twin().errors()).isEqualTo(errors);
    assertThat(back.scale()).isEqualTo(0.01);
    assertThat(TwinFile.encode(back)).isEqualTo(bytes);
  }

  @Test
  void aCutFileIsRefused() {
    String text = new String(TwinFile.encode(TwinFile.Draw.of(DRAW, 1)), StandardCharsets.UTF_8);
    byte[] cut = text.substring(0, text.length() / 2).getBytes(StandardCharsets.UTF_8);
    assertThatThrownBy(() -> TwinFile.decode("draw-4.json", cut, TwinFile.Draw.class))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("draw-4.json");
    byte[] other =
        text.replace("\"formatVersion\" : 1", "\"formatVersion\" : 9")
            .getBytes(StandardCharsets.UTF_8);
    assertThatThrownBy(() -> TwinFile.decode("draw-4.json", other, TwinFile.Draw.class))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("version 9");
  }
}
