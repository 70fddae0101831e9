package org.ccdas.bethy.lane;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.EnumSet;
import org.ccdas.bethy.lane.ModelSeries.Interval;
import org.ccdas.bethy.process.ObservedDay;
import org.junit.jupiter.api.Test;

class ModelSeriesTest {
  @Test
  void dailySeriesAreTheComponentsOfTheObservedDay() {
    assertThat(ModelSeries.daily(EnumSet.allOf(ModelSeries.class)))
        .extracting(ModelSeries::key)
        .containsExactly(
            Arrays.stream(ObservedDay.class.getRecordComponents())
                .map(RecordComponent::getName)
                .toArray(String[]::new));
    assertThat(ModelSeries.daily(EnumSet.allOf(ModelSeries.class)))
        .extracting(ModelSeries::slot)
        .containsExactly(0, 1, 2, 3);
    assertThat(ModelSeries.monthly())
        .containsExactly(
            ModelSeries.NEP, ModelSeries.GPP, ModelSeries.NPP, ModelSeries.EVAPOTRANSPIRATION)
        .allMatch(series -> series.slot() < 0 && series.interval() == Interval.MONTHLY);
  }

  @Test
  void keysNameTheSeries() {
    for (ModelSeries series : ModelSeries.values()) {
      assertThat(ModelSeries.of(series.key())).isSameAs(series);
      assertThat(series.units()).isNotBlank();
      assertThat(series.longName()).isNotBlank();
    }
    assertThatThrownBy(() -> ModelSeries.of("FAPAR"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("called FAPAR")
        .hasMessageContaining("topMoisture, snow, lai, fapar");
  }
}
