package org.ccdas.observe.normal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.apache.avro.generic.GenericRecord;
import org.junit.jupiter.api.Test;

class GroupRecordTest {
  private static final ObservationGroup GROUP = new ObservationGroup("fapar", "Africa", 2012);

  @Test
  void readsBackEveryBit() {
    Random random = new Random(5);
    double[] gradient = random.longs(4).mapToDouble(Double::longBitsToDouble).toArray();
    gradient[0] = -0.0;
    gradient[1] = Double.NaN;
    double[] hessian = random.longs(10).mapToDouble(Double::longBitsToDouble).toArray();
    GroupSystem system = new GroupSystem(GROUP, Double.NEGATIVE_INFINITY, gradient, hessian);
    GroupSystem read = GroupRecord.system(GroupRecord.of(system), 4);
    assertThat(read).isEqualTo(system);
    assertThat(read.group()).isEqualTo(GROUP);
  }

  @Test
  void theRecordFitsItsSchema() {
    GroupSystem system = new GroupSystem(GROUP, 1, new double[2], new double[3]);
    GenericRecord record = GroupRecord.of(system);
    assertThat(record.getSchema()).isEqualTo(GroupRecord.SCHEMA);
    assertThat(record.get("stream")).hasToString("fapar");
    assertThat(record.get("place")).hasToString("Africa");
    assertThat(record.get("year")).isEqualTo(2012);
  }

  @Test
  void refusesAnotherNumberOfParameters() {
    GenericRecord record = GroupRecord.of(new GroupSystem(GROUP, 1, new double[2], new double[3]));
    for (int parameters : new int[] {1, 3}) {
      assertThatThrownBy(() -> GroupRecord.system(record, parameters))
          .isInstanceOf(IllegalArgumentException.class);
    }
    record.put("hessian", record.get("gradient"));
    assertThatThrownBy(() -> GroupRecord.system(record, 2))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
