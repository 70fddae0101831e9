package org.ccdas.observe.normal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class NormalSystemTest {
  static final GroupSystem MAUNA_LOA =
      new GroupSystem(
          new ObservationGroup("co2", "MLO", 0), 3, new double[] {1, -2}, new double[] {4, 1, 5});
  static final GroupSystem AFRICA =
      new GroupSystem(
          new ObservationGroup("soilMoisture", "Africa", 2012),
          0.5,
          new double[] {0.25, 0},
          new double[] {2, -1, 3});
  static final GroupSystem AFRICA_EARLIER =
      new GroupSystem(
          new ObservationGroup("soilMoisture", "Africa", 2011), 1, new double[2], new double[3]);

  static NormalSystem sample() {
    return new NormalSystem(2, List.of(AFRICA, MAUNA_LOA, AFRICA_EARLIER));
  }

  @Test
  void sortsTheGroups() {
    assertThat(sample().groups()).containsExactly(MAUNA_LOA, AFRICA_EARLIER, AFRICA);
    assertThat(sample()).isEqualTo(new NormalSystem(2, List.of(AFRICA_EARLIER, AFRICA, MAUNA_LOA)));
  }

  @Test
  void sumsTheGroups() {
    assertThat(sample().cost()).isEqualTo(4.5);
    assertThat(sample().gradient()).containsExactly(1.25, -2);
    assertThat(sample().hessian()).containsExactly(6, 0, 8);
  }

  @Test
  void addsThePrior() {
    assertThat(sample().gradientWithPrior(new double[] {10, 20})).containsExactly(11.25, 18);
    assertThat(sample().hessianWithPrior()).containsExactly(7, 0, 9);
    assertThat(new NormalSystem(2, List.of()).hessianWithPrior()).containsExactly(1, 0, 1);
  }

  @Test
  void picksGroups() {
    NormalSystem moisture = sample().where(group -> group.stream().equals("soilMoisture"));
    assertThat(moisture.groups()).containsExactly(AFRICA_EARLIER, AFRICA);
  }

  @Test
  void knowsWhatIsNotFinite() {
    assertThat(sample().isFinite()).isTrue();
    GroupSystem spoilt =
        new GroupSystem(
            new ObservationGroup("co2", "SPO", 0),
            1,
            new double[2],
            new double[] {1, Double.NaN, 1});
    assertThat(new NormalSystem(2, List.of(MAUNA_LOA, spoilt)).isFinite()).isFalse();
  }

  @Test
  void refusesGroupsThatDoNotFit() {
    assertThatThrownBy(() -> new NormalSystem(2, List.of(AFRICA, AFRICA)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("soilMoisture Africa 2012 is there twice");
    assertThatThrownBy(() -> new NormalSystem(3, List.of(MAUNA_LOA)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("co2 MLO has 2 of 3 parameters");
    assertThatThrownBy(
            () ->
                new GroupSystem(
                    new ObservationGroup("co2", "SPO", 0), 1, new double[2], new double[4]))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new ObservationGroup("co2", "", 0))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
