package org.ccdas.inputs.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScopeTest {
  @ParameterizedTest
  @CsvSource({
    "all, true, true",
    "global, true, true",
    "Crop, false, true",
    "EvCn;DecCn;Tund, true, false",
    "EvCn; Crop, true, true",
    "Loam, true, false",
    "Organic;SandyClayLoam, false, true"
  })
  void coversTiles(String text, boolean coniferOnLoam, boolean cropOnOrganic) {
    Scope scope = Scope.parse(text);
    assertThat(scope.covers("EvCn", "Loam")).isEqualTo(coniferOnLoam);
    assertThat(scope.covers("Crop", "Organic")).isEqualTo(cropOnOrganic);
    assertThat(Scope.parse(scope.text())).isEqualTo(scope);
  }

  @ParameterizedTest
  @CsvSource({
    "TrEv, TrDec, false",
    "TrEv;TrDec, TrDec;Crop, true",
    "all, Crop, true",
    "Loam, global, true",
    "all, global, true",
    "Loam, Organic, false",
    "Loam, Crop, true"
  })
  void overlapsWhereATileCanBeInBoth(String one, String other, boolean expected) {
    assertThat(Scope.parse(one).overlaps(Scope.parse(other))).isEqualTo(expected);
    assertThat(Scope.parse(other).overlaps(Scope.parse(one))).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "ALL", "trev", "TrEv;", "TrEv;Loam", "TrEv;TrEv", "TrEv,TrDec"})
  void refusesOtherText(String text) {
    assertThatThrownBy(() -> Scope.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("scope");
  }

  @Test
  void hasThePftsAndTexturesOfTheSpec() {
    assertThat(Scope.PFTS).hasSize(13).startsWith("TrEv").endsWith("Crop");
    assertThat(Scope.TEXTURES).hasSize(6).startsWith("LoamySand").endsWith("Organic");
  }
}
