package org.ccdas.observe.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ObservedFieldTest {
  private static final LocalDate FIRST = LocalDate.of(2012, 2, 29);

  /** Two cells; an interval of eight days, a gap, a day, another interval. */
  private static ObservedField sample() {
    return new ObservedField(
        FIRST,
        new int[] {0, 10, 11},
        new int[] {7, 10, 18},
        new float[][] {{0.25f, Float.NaN, -0f}, {0.125f, 1f / 3, 0.5f}},
        new float[][] {{0.0625f, Float.NaN, 0.1f}, {0.03125f, Float.MIN_VALUE, 0.0625f}});
  }

  private static void assertSame(ObservedField actual, ObservedField expected) {
    assertThat(actual)
        .usingRecursiveComparison()
        .withEqualsForType(Float::equals, Float.class)
        .isEqualTo(expected);
  }

  @Test
  void readsBackEveryBit() {
    assertSame(ObservedField.decode(sample().encode(), 2), sample());
    ObservedField daily = ObservedField.daily(3, FIRST, 5);
    assertSame(ObservedField.decode(daily.encode(), 3), daily);
    ObservedField before = ObservedField.daily(1, LocalDate.of(1969, 12, 31), 0);
    assertSame(ObservedField.decode(before.encode(), 1), before);
  }

  @Test
  void theSameFieldGivesTheSameBytes() {
    assertThat(sample().encode()).isEqualTo(sample().encode());
    ObservedField other = sample();
    other.standardError()[1][1] = 0.5f;
    assertThat(other.encode()).isNotEqualTo(sample().encode());
  }

  @Test
  void refusesDamagedBytesAndAnotherNumberOfCells() {
    byte[] bytes = sample().encode();
    for (int cells : new int[] {0, 1, 3}) {
      assertThatThrownBy(() -> ObservedField.decode(bytes, cells))
          .isInstanceOf(IllegalArgumentException.class);
    }
    for (int length = 0; length < bytes.length; length++) {
      byte[] cut = Arrays.copyOf(bytes, length);
      assertThatThrownBy(() -> ObservedField.decode(cut, 2)).isInstanceOf(RuntimeException.class);
    }
    // the number of intervals stands behind the first day
    for (byte wrong : new byte[] {0x7f, (byte) 0x80}) {
      byte[] bad = bytes.clone();
      bad[8] = wrong;
      assertThatThrownBy(() -> ObservedField.decode(bad, 2)).isInstanceOf(RuntimeException.class);
    }
  }

  @Test
  void atFirstNothingIsObserved() {
    ObservedField daily = ObservedField.daily(2, FIRST, 3);
    assertThat(daily.count()).isZero();
    assertThat(daily.cells()).isEqualTo(2);
    assertThat(daily.intervals()).isEqualTo(3);
    assertThat(daily.from()).containsExactly(0, 1, 2);
    assertThat(daily.to()).containsExactly(0, 1, 2);
    daily.value()[0][1] = 0.5f;
    assertThat(daily.count()).isEqualTo(1);
    assertThat(sample().count()).isEqualTo(5);
  }

  @Test
  void sizeCountsValuesErrorsAndDays() {
    assertThat(sample().size()).isEqualTo(2 * 4 * 2 * 3 + 2 * 4 * 3);
  }

  private static ObservedField missing(int[] from, int[] to) {
    return ObservedField.missing(1, FIRST, from, to);
  }

  @Test
  void intervalsRiseAndDoNotOverlap() {
    assertThat(missing(new int[] {2, 4}, new int[] {3, 4}).intervals()).isEqualTo(2);
    assertThatThrownBy(() -> missing(new int[] {2, 3}, new int[] {3, 4}))
        .hasMessage("Interval 1: 3 to 4");
    assertThatThrownBy(() -> missing(new int[] {2}, new int[] {1}))
        .hasMessage("Interval 0: 2 to 1");
    assertThatThrownBy(() -> missing(new int[] {-1}, new int[] {1}))
        .hasMessage("Interval 0: -1 to 1");
    assertThatThrownBy(() -> missing(new int[] {1, 2}, new int[] {1}))
        .isInstanceOf(RuntimeException.class);
  }

  @Test
  void valuesAndErrorsBelongTogether() {
    int[] day = {0};
    assertThatThrownBy(() -> new ObservedField(FIRST, day, day, new float[2][1], new float[1][1]))
        .hasMessageContaining("2 and 1 cells");
    assertThatThrownBy(() -> new ObservedField(FIRST, day, day, new float[1][1], new float[1][2]))
        .hasMessageContaining("Cell 0");
  }
}
