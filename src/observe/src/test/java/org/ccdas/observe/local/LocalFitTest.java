package org.ccdas.observe.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class LocalFitTest {
  private static LocalFit sample() {
    return new LocalFit(
        new int[][] {{}, {1, 4}},
        List.of(
            new LocalSeries(new int[] {0, 3}, new double[] {0.25, 0.5}, new double[] {0.1, 0.2}),
            new LocalSeries(new int[0], new double[0], new double[0])),
        List.of(new double[] {1.0 / 3, -0.0}, new double[0]));
  }

  @Test
  void travelsWithAllBits() {
    assertThat(LocalFit.decode(sample().encode()))
        .usingRecursiveComparison()
        .withEqualsForType(Double::equals, Double.class)
        .isEqualTo(sample());
    LocalFit none = new LocalFit(new int[0][], List.of(), List.of());
    assertThat(LocalFit.decode(none.encode()).observed()).isEmpty();
  }

  @Test
  void refusesBytesThatEndEarly() {
    byte[] bytes = sample().encode();
    for (int length = 0; length < bytes.length; length++) {
      byte[] cut = Arrays.copyOf(bytes, length);
      assertThatThrownBy(() -> LocalFit.decode(cut)).isInstanceOf(RuntimeException.class);
    }
  }

  @Test
  void observedAndModelledBelongTogether() {
    LocalSeries series = sample().observed().get(0);
    assertThatThrownBy(() -> new LocalFit(new int[0][], List.of(series), List.of()))
        .hasMessage("1 observed cells, 0 modelled");
    assertThatThrownBy(
            () -> new LocalFit(new int[0][], List.of(series), List.of(new double[] {0.3})))
        .hasMessage("Cell 0 has days of only one kind");
  }
}
