package org.ccdas.inputs.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.ccdas.bethy.process.TileParameters;
import org.junit.jupiter.api.Test;

class TileSymbolsTest {
  @Test
  void keepsTheOrderOfTheRecord() throws ReflectiveOperationException {
    int components = TileSymbols.COMPONENTS.size();
    assertThat(components).isEqualTo(35);
    Class<?>[] types = new Class<?>[components];
    Arrays.fill(types, double.class);
    Object[] values = new Object[components];
    Arrays.setAll(values, c -> (double) c);
    TileParameters record = TileParameters.class.getDeclaredConstructor(types).newInstance(values);
    for (int c = 0; c < components; c++) {
      Object value = TileParameters.class.getMethod(TileSymbols.COMPONENTS.get(c)).invoke(record);
      assertThat(value).isEqualTo((double) c);
    }
  }

  @Test
  void everyComponentHasASymbolAndEverySymbolAComponent() {
    for (String symbol : TileSymbols.all()) {
      assertThat(TileSymbols.actsOnTiles(symbol)).isTrue();
      assertThat(TileSymbols.component(symbol)).as(symbol).isBetween(0, 34);
    }
    assertThat(TileSymbols.all().stream().map(TileSymbols::component).distinct()).hasSize(35);
    assertThat(TileSymbols.component("aJV")).isEqualTo(TileSymbols.component("k25"));
  }

  @Test
  void theCarbonDioxideOffsetActsElsewhere() {
    assertThat(TileSymbols.actsOnTiles("c0")).isFalse();
    assertThat(TileSymbols.component("c0")).isEqualTo(-1);
  }

  @Test
  void pathwaysHaveSymbolsOfTheirOwn() {
    assertThat(TileSymbols.concerns("aJV", false)).isTrue();
    assertThat(TileSymbols.concerns("aJV", true)).isFalse();
    assertThat(TileSymbols.concerns("k25", true)).isTrue();
    assertThat(TileSymbols.concerns("k25", false)).isFalse();
    assertThat(TileSymbols.concerns("Vm25", true)).isTrue();
    assertThat(TileSymbols.concerns("Vm25", false)).isTrue();
  }
}
