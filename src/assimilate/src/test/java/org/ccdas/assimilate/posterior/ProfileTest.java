package org.ccdas.assimilate.posterior;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ccdas.assimilate.minimise.Candidate;
import org.junit.jupiter.api.Test;

class ProfileTest {
  private static final LinearProblem PROBLEM = LinearProblem.sample();
  private static final double FAR = 100;
  private final Posterior posterior = PROBLEM.posterior();
  private final Spectrum spectrum = posterior.spectrum();

  private Map<Integer, Double> costs(double quartic, double bound) {
    Map<Integer, Double> costs = new HashMap<>();
    for (Candidate candidate : Profile.candidates(posterior, spectrum, 2, bound)) {
      double distance = posterior.squaredDistance(candidate.x(), posterior.x());
      costs.put(candidate.id(), PROBLEM.cost(candidate.x()) + quartic * distance * distance);
    }
    return costs;
  }

  private Profile profile(double quartic) {
    return Profile.of(spectrum, 2, FAR, costs(quartic, FAR));
  }

  @Test
  void aQuadraticCostRisesByAHalf() {
    Profile profile = profile(0);
    assertThat(profile.directions())
        .extracting(Profile.Direction::mode)
        .containsExactly(0, 1, LinearProblem.N - 2, LinearProblem.N - 1);
    for (Profile.Direction direction : profile.directions()) {
      assertThat(direction.below().rise()).isCloseTo(0.5, within(1e-11));
      assertThat(direction.above().rise()).isCloseTo(0.5, within(1e-11));
      assertThat(direction.flagged()).isFalse();
    }
    assertThat(profile.directions().get(0).eigenvalue()).isEqualTo(spectrum.eigenvalues()[0]);
    assertThat(profile.evaluated()).isEqualTo(8);
    assertThat(profile.beyond()).isZero();
  }

  @Test
  void flagsDeviationsBeyondAFifth() {
    assertThat(profile(0.09).flagged()).isZero();
    assertThat(profile(0.11).flagged()).isEqualTo(4);
    Map<Integer, Double> costs = costs(0, FAR);
    costs.put(3, Double.NaN);
    assertThat(Profile.of(spectrum, 2, FAR, costs).directions())
        .extracting(Profile.Direction::flagged)
        .containsExactly(false, true, false, false);
  }

  @Test
  void pointsBeyondTheBoundAreSaidAndNotEvaluated() {
    // the last parameter is seen by none: its direction is its axis, and steps reach 1 from 0
    double largest = Arrays.stream(posterior.x()).map(Math::abs).max().orElseThrow();
    double bound = Math.max(largest, 0.999);
    List<Candidate> candidates = Profile.candidates(posterior, spectrum, 2, bound);
    for (Candidate candidate : candidates) {
      assertThat(Arrays.stream(candidate.x()).map(Math::abs).max().orElseThrow())
          .isLessThanOrEqualTo(bound);
    }
    Profile profile = Profile.of(spectrum, 2, bound, costs(0, bound));
    assertThat(profile.evaluated()).isEqualTo(candidates.size() - 1);
    assertThat(profile.beyond()).isEqualTo(8 - profile.evaluated()).isPositive();
    assertThat(profile.flagged()).isZero();
    for (Profile.Direction direction : profile.directions()) {
      for (Profile.Trial trial : List.of(direction.below(), direction.above())) {
        // what is evaluated has kept its own cost, whichever points are left out
        assertThat(Double.isNaN(trial.rise())).isEqualTo(!trial.evaluated());
        if (trial.evaluated()) {
          assertThat(trial.rise()).isCloseTo(0.5, within(1e-11));
        }
      }
    }
  }

  @Test
  void looksAtEveryModeOnce() {
    assertThat(Profile.modes(5, 10)).containsExactly(0, 1, 2, 3, 4);
    assertThat(Profile.modes(101, 10)).hasSize(20).contains(9, 91).doesNotContain(10, 90);
  }
}
