package org.ccdas.bethy.lane;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ccdas.bethy.kernel.LaneKernel.LANES;

import org.ccdas.bethy.kernel.LightC3;
import org.ccdas.bethy.kernel.MorningKernel;
import org.ccdas.bethy.kernel.NightC3;
import org.ccdas.bethy.process.DayForcing;
import org.ccdas.bethy.process.NightForcing;
import org.ccdas.bethy.process.PointForcing;
import org.ccdas.bethy.table.PlantFunctionalType;
import org.ccdas.bethy.table.PriorParameters;
import org.junit.jupiter.api.Test;

class LaneForcingTest {
  private static final int LANE = 5;
  private static final int FIRST = 3;

  @Test
  void hotRecordsGoToTheirSlotsInTheOrderOfTheirComponents() {
    assertOrder(new DayForcing(1, 2, 3, 4, 5, 6, 7, 8));
    assertOrder(new PointForcing(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14));
    assertOrder(new NightForcing(1, 2));
  }

  private static void assertOrder(Record record) {
    double[] values = LaneForcing.values(record);
    double[] slots = new double[(FIRST + values.length) * LANES];
    if (record instanceof DayForcing day) {
      LaneForcing.put(slots, FIRST, LANE, day);
    } else if (record instanceof PointForcing point) {
      LaneForcing.put(slots, FIRST, LANE, point);
    } else {
      LaneForcing.put(slots, FIRST, LANE, (NightForcing) record);
    }
    double sum = 0;
    for (double slot : slots) {
      sum += slot;
    }
    for (int i = 0; i < values.length; i++) {
      assertThat(slots[(FIRST + i) * LANES + LANE]).isEqualTo(values[i]);
      sum -= values[i];
    }
    assertThat(sum).isZero();
  }

  @Test
  void kernelsHaveTheSlotsOfTheRecords() {
    assertThat(LightC3.INSTANCE.inputNames().get(LightC3.IN_F + 13)).isEqualTo("f.co2");
    assertThat(LightC3.INSTANCE.inputNames().get(LightC3.IN_P + 34)).isEqualTo("p.unstressedCi");
    assertThat(MorningKernel.INSTANCE.inputNames().get(MorningKernel.IN_D + 7))
        .isEqualTo("d.snowAlbedo");
    assertThat(NightC3.INSTANCE.inputNames().get(NightC3.IN_F)).isEqualTo("f.weight");
    assertThat(LightC3.INSTANCE.active(LightC3.IN_F)).isFalse();
    assertThat(LightC3.INSTANCE.active(LightC3.IN_P)).isTrue();
  }

  @Test
  void parametersAreThirtyFive() {
    assertThat(LaneForcing.PARAMETERS).isEqualTo(35);
    assertThat(LaneForcing.values(PriorParameters.of(PlantFunctionalType.of(1)))[0]).isEqualTo(60);
  }
}
