package org.ccdas.observe.block;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

class PackedArraysTest {
  @Test
  void numbersAreLittleEndian() {
    assertThat(PackedArrays.floats(new float[][] {{1}}, 1).array())
        .containsExactly(0, 0, 0x80, 0x3f);
    assertThat(PackedArrays.doubles(new double[] {-2}).array())
        .containsExactly(0, 0, 0, 0, 0, 0, 0, 0xc0);
  }

  @Test
  void readBackWithAllBits() {
    float[][] rows = {{1.5f, Float.NaN, -0f}, {Float.MIN_VALUE, 3, Float.NEGATIVE_INFINITY}};
    float[][] read = PackedArrays.floats(PackedArrays.floats(rows, 3), 2, 3);
    assertThat(read[0]).containsExactly(rows[0]);
    assertThat(read[1]).containsExactly(rows[1]);
    double[] values = {Double.NaN, -0.0, 1.0 / 3};
    ByteBuffer packed = PackedArrays.doubles(values);
    assertThat(PackedArrays.doubles(packed, 3)).containsExactly(values);
    assertThat(packed.remaining()).as("reading leaves the buffer as it was").isEqualTo(24);
    assertThat(PackedArrays.floats(PackedArrays.floats(new float[0][], 5), 0, 5)).isEmpty();
  }

  @Test
  void otherSizesAreRefused() {
    ByteBuffer packed = PackedArrays.doubles(new double[3]);
    assertThatThrownBy(() -> PackedArrays.doubles(packed, 2))
        .hasMessage("A packed array of 24 bytes instead of 16");
    assertThatThrownBy(() -> PackedArrays.floats(packed, 2, 4))
        .hasMessage("A packed array of 24 bytes instead of 32");
  }

  @Test
  void whatIsNoNumberHasTheSameBits() {
    double other = Double.longBitsToDouble(0xfff8000000000001L);
    float otherFloat = Float.intBitsToFloat(0xffc00001);

    assertThat(PackedArrays.doubles(new double[] {other}))
        .isEqualTo(PackedArrays.doubles(new double[] {Double.NaN}));
    assertThat(PackedArrays.floats(new float[][] {{otherFloat}}, 1))
        .isEqualTo(PackedArrays.floats(new float[][] {{Float.NaN}}, 1));
    assertThat(Double.doubleToRawLongBits(PackedArrays.same(other)))
        .isEqualTo(Double.doubleToRawLongBits(Double.NaN));
    assertThat(Double.doubleToRawLongBits(PackedArrays.same(-0.0)))
        .isEqualTo(Double.doubleToRawLongBits(-0.0));
  }
}
