package org.ccdas.pipelines.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.ccdas.observe.satellite.Criterion;
import org.ccdas.observe.satellite.Screening;
import org.ccdas.observe.satellite.SoilMoistureProducts;
import org.ccdas.observe.smos.CatdsL3;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScreeningChangeTest {
  private static Map<String, Screening> changed(String... texts) {
    List<ScreeningChange> changes = Stream.of(texts).map(ScreeningChange::parse).toList();
    return ScreeningChange.apply(changes, SoilMoistureProducts.installed());
  }

  @Test
  void limitsBitsAndOff() {
    Screening smos =
        changed("dqx=1e-6..0.05", "rain=0x2000000", "swath-position=off").get(CatdsL3.NAME);
    assertThat(smos.find("dqx"))
        .hasValueSatisfying(
            criterion -> {
              Criterion.Range range = (Criterion.Range) criterion;
              assertThat(range.low()).isEqualTo(1e-6f);
              assertThat(range.high()).isEqualTo(0.05f);
            });
    assertThat(smos.find("rain"))
        .hasValueSatisfying(
            criterion -> assertThat(((Criterion.Flags) criterion).mask()).isEqualTo(0x2000000));
    assertThat(smos.find("swath-position")).isEmpty();
  }

  @Test
  void oneProductOrAllThatHaveTheCriterion() {
    Map<String, Screening> all = changed("range=0.1..0.2");
    assertThat(all.get("smos-catds-l3").find("range").orElseThrow().describe())
        .contains("0.1", "0.2");
    assertThat(all.get("esa-cci-sm-l3s").find("range").orElseThrow().describe())
        .contains("0.1", "0.2");
    Map<String, Screening> one = changed("esa-cci-sm-l3s:range=-.5..+.25");
    assertThat(one.get("esa-cci-sm-l3s").find("range").orElseThrow().describe())
        .contains("-0.5", "0.25");
    assertThat(one.get("smos-catds-l3"))
        .isEqualTo(SoilMoistureProducts.installed().named("smos-catds-l3").screening());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "dqx",
        "dqx=",
        "=0..1",
        "dqx=1",
        "dqx=0..x",
        "dqx=0x1",
        "rain=0..1",
        "rain=0x123456789",
        "nosuch=off",
        "nosuch:dqx=off",
        "esa-cci-sm-l3s:dqx=off",
        "dqx=1..0"
      })
  void refusesOthers(String text) {
    assertThatThrownBy(() -> changed(text)).isInstanceOf(IllegalArgumentException.class);
  }
}
