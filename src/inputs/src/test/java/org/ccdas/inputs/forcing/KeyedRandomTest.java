package org.ccdas.inputs.forcing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class KeyedRandomTest {
  private static final int DRAWS = 200_000;

  @Test
  void dependsOnEveryPartOfTheKey() {
    double value = KeyedRandom.of(1, 2, 3).uniform();
    assertThat(KeyedRandom.of(1, 2, 3).uniform()).isEqualTo(value);
    assertThat(KeyedRandom.of(1, 3, 2).uniform()).isNotEqualTo(value);
    assertThat(KeyedRandom.of(0, 2, 3).uniform()).isNotEqualTo(value);
    assertThat(KeyedRandom.of(1, 2, 4).uniform()).isNotEqualTo(value);
  }

  @Test
  void hasTheRightMoments() {
    KeyedRandom random = KeyedRandom.of(42);
    double normal = 0;
    double square = 0;
    double exponential = 0;
    double uniform = 0;
    for (int i = 0; i < DRAWS; i++) {
      double z = random.normal();
      normal += z / DRAWS;
      square += z * z / DRAWS;
      exponential += random.exponential() / DRAWS;
      double u = random.uniform();
      assertThat(u).isBetween(0x1p-54, 1 - 0x1p-54);
      uniform += u / DRAWS;
    }
    assertThat(normal).isCloseTo(0, within(0.01));
    assertThat(square).isCloseTo(1, within(0.015));
    assertThat(exponential).isCloseTo(1, within(0.01));
    assertThat(uniform).isCloseTo(0.5, within(0.003));
  }

  @Test
  void neighbouringKeysAreIndependent() {
    double product = 0;
    for (int key = 0; key < DRAWS; key++) {
      product += KeyedRandom.of(7, key).normal() * KeyedRandom.of(7, key + 1).normal() / DRAWS;
    }
    assertThat(product).isCloseTo(0, within(0.01));
  }
}
