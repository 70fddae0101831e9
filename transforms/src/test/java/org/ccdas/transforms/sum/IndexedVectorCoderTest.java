package org.ccdas.transforms.sum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.util.Arrays;
import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.testing.CoderProperties;
import org.apache.beam.sdk.util.CoderUtils;
import org.apache.beam.sdk.util.SerializableUtils;
import org.junit.jupiter.api.Test;

class IndexedVectorCoderTest {
  private static final Coder<IndexedVector> CODER = IndexedVectorCoder.of();
  private static final IndexedVector VECTOR =
      new IndexedVector(70_000, new double[] {Double.NaN, -0.0, 1.0 / 3, Double.MIN_VALUE});

  @Test
  void keepsIndexAndAllBits() throws Exception {
    CoderProperties.coderDecodeEncodeEqual(CODER, VECTOR);
    CoderProperties.coderDecodeEncodeEqual(CODER, new IndexedVector(0, new double[0]));
    IndexedVector read =
        CoderUtils.decodeFromByteArray(CODER, CoderUtils.encodeToByteArray(CODER, VECTOR));
    assertThat(1 / read.values()[1]).isEqualTo(Double.NEGATIVE_INFINITY);
  }

  @Test
  void isDeterministicAndConsistentWithEquals() throws Exception {
    CODER.verifyDeterministic();
    IndexedVector other = new IndexedVector(70_000, VECTOR.values().clone());
    CoderProperties.coderDeterministic(CODER, VECTOR, other);
    assertThat(CODER.consistentWithEquals()).isTrue();
    double[] zero = VECTOR.values().clone();
    zero[1] = 0;
    for (IndexedVector unequal :
        new IndexedVector[] {
          new IndexedVector(1, VECTOR.values()), new IndexedVector(70_000, zero)
        }) {
      assertThat(unequal).isNotEqualTo(VECTOR);
      assertThat(CoderUtils.encodeToByteArray(CODER, unequal))
          .isNotEqualTo(CoderUtils.encodeToByteArray(CODER, VECTOR));
    }
  }

  @Test
  void remainsOneAfterSerialisation() {
    assertThat(SerializableUtils.ensureSerializable(CODER)).isSameAs(CODER);
  }

  @Test
  void aStreamThatEndsEarlyIsNoVector() throws Exception {
    byte[] bytes = CoderUtils.encodeToByteArray(CODER, VECTOR);
    assertThatThrownBy(
            () -> CODER.decode(new ByteArrayInputStream(Arrays.copyOf(bytes, bytes.length - 1))))
        .isInstanceOf(EOFException.class);
  }
}
