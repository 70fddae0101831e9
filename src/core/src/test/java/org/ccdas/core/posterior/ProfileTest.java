package org.ccdas.core.posterior;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.ccdas.core.minimise.Candidate;
import org.junit.jupiter.api.Test;

class ProfileTest {
  private static final LinearProblem PROBLEM = LinearProblem.sample();
  private final Posterior posterior = PROBLEM.posterior();
  private final Spectrum spectrum = posterior.spectrum();

  private double[] costs(double quartic) {
    List<Candidate> candidates = Profile.candidates(posterior, spectrum, 2);
    return candidates.stream()
        .mapToDouble(
            candidate -> {
              double distance = posterior.squaredDistance(candidate.x(), posterior.x());
              return PROBLEM.cost(candidate.x()) + quartic * distance * distance;
            })
        .toArray();
  }

  @Test
  void aQuadraticCostRisesByAHalf() {
    Profile profile = Profile.of(spectrum, 2, costs(0));
    assertThat(profile.directions())
        .extracting(Profile.Direction::mode)
        .containsExactly(0, 1, LinearProblem.N - 2, LinearProblem.N - 1);
    for (Profile.Direction direction : profile.directions()) {
      assertThat(direction.below()).isCloseTo(0.5, within(1e-11));
      assertThat(direction.above()).isCloseTo(0.5, within(1e-11));
      assertThat(direction.flagged()).isFalse();
    }
    assertThat(profile.directions().get(0).eigenvalue()).isEqualTo(spectrum.eigenvalues()[0]);
  }

  @Test
  void flagsDeviationsBeyondAFifth() {
    assertThat(Profile.of(spectrum, 2, costs(0.09)).directions())
        .noneMatch(Profile.Direction::flagged);
    assertThat(Profile.of(spectrum, 2, costs(0.11)).directions())
        .allMatch(Profile.Direction::flagged);
    double[] costs = costs(0);
    costs[3] = Double.NaN;
    assertThat(Profile.of(spectrum, 2, costs).directions())
        .extracting(Profile.Direction::flagged)
        .containsExactly(false, true, false, false);
  }

  @Test
  void looksAtEveryModeOnce() {
    assertThat(Profile.modes(5, 10)).containsExactly(0, 1, 2, 3, 4);
    assertThat(Profile.modes(101, 10)).hasSize(20).contains(9, 91).doesNotContain(10, 90);
  }
}
