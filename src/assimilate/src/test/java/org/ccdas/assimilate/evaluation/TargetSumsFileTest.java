package org.ccdas.assimilate.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.SortedMap;
import java.util.TreeMap;
import org.ccdas.inputs.InputException;
import org.junit.jupiter.api.Test;

class TargetSumsFileTest {
  private static SortedMap<Integer, double[]> sums() {
    SortedMap<Integer, double[]> sums = new TreeMap<>();
    sums.put(3, new double[] {1.0 / 3, -0.0, Double.NaN});
    sums.put(1, new double[] {1e-300, Double.MAX_VALUE});
    return sums;
  }

  @Test
  void readsBackEveryBit() {
    byte[] bytes = TargetSumsFile.encode(sums());
    SortedMap<Integer, double[]> read = TargetSumsFile.decode("t.json", bytes);
    assertThat(read.keySet()).containsExactly(1, 3);
    read.forEach((id, values) -> assertThat(values).containsExactly(sums().get(id)));
  }

  @Test
  void refusesOtherVersionsAndDamage() {
    byte[] other = "{\"formatVersion\":7}".getBytes(StandardCharsets.UTF_8);
    assertThatThrownBy(() -> TargetSumsFile.decode("t.json", other))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("version 7, this program reads version 1");
    byte[] whole = TargetSumsFile.encode(sums());
    assertThatThrownBy(
            () -> TargetSumsFile.decode("t.json", Arrays.copyOf(whole, whole.length / 2)))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("the file of target sums is not complete");
  }
}
