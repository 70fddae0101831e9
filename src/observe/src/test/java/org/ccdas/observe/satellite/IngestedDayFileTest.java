package org.ccdas.observe.satellite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.ccdas.inputs.InputException;
import org.junit.jupiter.api.Test;

class IngestedDayFileTest {
  private static IngestedDay day() {
    SoilMoistureDay moisture = SoilMoistureDay.missing(5);
    moisture.value()[3] = 0.25f;
    moisture.standardError()[3] = 0.05f;
    moisture.validFraction()[3] = 1;
    moisture.validFraction()[0] = 0.1f;
    return new IngestedDay(
        LocalDate.of(2010, 7, 1),
        moisture,
        List.of(
            new RejectionMap(
                "p",
                List.of("a", "b"),
                new int[] {0, 3, 0, 0, 9},
                new int[][] {{0, 1, 0, 0, 2}, {0, 0, 0, 0, 7}})));
  }

  @Test
  void comesBackAsItWas() {
    byte[] bytes = IngestedDayFile.encode(day());
    assertThat(bytes).isEqualTo(IngestedDayFile.encode(day()));
    IngestedDay read = IngestedDayFile.decode("x", bytes);
    assertThat(read.date()).isEqualTo(day().date());
    assertThat(read.moisture().value()).isEqualTo(day().moisture().value());
    assertThat(read.moisture().standardError()).isEqualTo(day().moisture().standardError());
    assertThat(read.moisture().validFraction()).isEqualTo(day().moisture().validFraction());
    assertThat(read.rejections()).hasSize(1);
    RejectionMap map = read.rejections().get(0);
    assertThat(map.product()).isEqualTo("p");
    assertThat(map.reasons()).containsExactly("a", "b");
    assertThat(map.retrievals()).containsExactly(0, 3, 0, 0, 9);
    assertThat(map.rejected()).isDeepEqualTo(day().rejections().get(0).rejected());
  }

  @Test
  void damageIsSeen() {
    byte[] bytes = IngestedDayFile.encode(day());
    for (int length : new int[] {0, 1, bytes.length / 2, bytes.length - 5}) {
      assertThatThrownBy(() -> IngestedDayFile.decode("x", Arrays.copyOf(bytes, length)))
          .isInstanceOf(InputException.class);
    }
  }
}
