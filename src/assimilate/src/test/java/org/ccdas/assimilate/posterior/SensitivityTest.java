package org.ccdas.assimilate.posterior;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.ccdas.inputs.region.Region;
import org.ccdas.inputs.region.Regions;
import org.ccdas.observe.normal.GroupSystem;
import org.ccdas.observe.normal.NormalSystem;
import org.ccdas.observe.normal.ObservationGroup;
import org.junit.jupiter.api.Test;

/** One element, seen by two values of one place and one of another. */
class SensitivityTest {
  private static final double FIRST = 3;
  private static final double SECOND = -1;

  /** Misfit (x - d)^2 / 2 of each of n equal values. */
  private static GroupSystem system(String place, int n, double d, double x) {
    return new GroupSystem(
        new ObservationGroup("co2", place, 0),
        n * (x - d) * (x - d) / 2,
        new double[] {n * (x - d)},
        new double[] {n});
  }

  private static Posterior posterior() {
    // x = (2 * 3 - 1) / (1 + 2 + 1)
    double x = (2 * FIRST + SECOND) / 4;
    return Posterior.at(
        new double[] {x},
        new NormalSystem(1, List.of(system("AAA", 2, FIRST, x), system("BBB", 1, SECOND, x))));
  }

  private static final TargetJacobian TARGET =
      new TargetJacobian(
          List.of(new Target(new Region(Regions.GLOBE, Regions.GLOBE), Target.Quantity.NEP, 0)),
          new double[] {10},
          new double[][] {{2}});

  @Test
  void errorsAreDiagnosed() {
    ErrorDiagnosis first = ErrorDiagnosis.of(posterior(), "co2", "AAA", 2);
    assertThat(first.misfit()).isCloseTo(1.75 * 1.75, within(1e-12));
    assertThat(first.freedom()).isCloseTo(0.5, within(1e-12));
    assertThat(first.errorFactor()).isCloseTo(Math.sqrt(2 * 1.75 * 1.75 / 1.5), within(1e-12));
    // alone: z = 2, J = (2 - 3)^2 + 2^2 / 2
    assertThat(first.conflict()).isCloseTo(2 * 3 / 2.0, within(1e-12));
    ErrorDiagnosis all = ErrorDiagnosis.of(posterior(), "co2", "", 3);
    assertThat(all.misfit()).isCloseTo(1.75 * 1.75 + 2.25 * 2.25 / 2, within(1e-12));
    assertThat(all.freedom()).isCloseTo(0.75, within(1e-12));
  }

  @Test
  void otherChoicesAreSolvedAnew() {
    Posterior posterior = posterior();
    List<Sensitivity> all =
        Sensitivity.of(posterior, TARGET, List.of(ErrorDiagnosis.of(posterior, "co2", "BBB", 1)));
    assertThat(all.stream().map(Sensitivity::choice))
        .containsExactly(
            "as it is",
            "errors as diagnosed, by stream",
            "errors as diagnosed, by place",
            "prior uncertainties halved",
            "prior uncertainties doubled",
            "errors of co2 halved",
            "errors of co2 doubled",
            "without BBB");
    assertThat(all.get(0).values()[0]).isCloseTo(10.0, within(1e-12));
    assertThat(all.get(0).sigmas()[0]).isCloseTo(1.0, within(1e-12));
    assertThat(all.get(0).degreesOfFreedom()).isCloseTo(0.75, within(1e-12));
    // a single value diagnoses nothing
    assertThat(all.get(1).values()[0]).isCloseTo(10.0, within(1e-12));
    assertThat(all.get(2).values()[0]).isCloseTo(10.0, within(1e-12));
    // x = 5 / (4 + 3), sigma = 7^-1/2, 3/7 of a degree
    assertThat(all.get(3).values()[0]).isCloseTo(10 + 2 * (5 / 7.0 - 1.25), within(1e-12));
    assertThat(all.get(3).sigmas()[0]).isCloseTo(2 / Math.sqrt(7), within(1e-12));
    assertThat(all.get(3).degreesOfFreedom()).isCloseTo(3 / 7.0, within(1e-12));
    // x = 20 / 13
    assertThat(all.get(5).values()[0]).isCloseTo(10 + 2 * (20 / 13.0 - 1.25), within(1e-12));
    // x = 6 / 3
    assertThat(all.get(7).values()[0]).isCloseTo(10 + 2 * (2 - 1.25), within(1e-12));
  }
}
