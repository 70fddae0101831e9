package org.ccdas.assimilate.posterior;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import org.ccdas.assimilate.minimise.Candidate;
import org.ccdas.assimilate.minimise.Elimination;
import org.ccdas.inputs.random.NormalStream;
import org.junit.jupiter.api.Test;

class LaplaceDrawsTest {
  private static final Posterior POSTERIOR = LinearProblem.sample().posterior();
  private static final int N = POSTERIOR.size();
  private static final Elimination TWO = new Elimination(N, new int[] {1, N - 1}, 100);

  /** Of a linear problem the best value at p is the mean of b given p: nothing moves. */
  @Test
  void theValleyOfALinearProblemIsStraight() {
    LaplaceDraws laplace = new LaplaceDraws(POSTERIOR, Optional.of(TWO));
    double[] straight = laplace.straight(NormalStream.of(3, 1));
    Candidate candidate = laplace.inValley(7, straight);
    assertThat(candidate.id()).isEqualTo(7);
    assertThat(candidate.elimination()).isEqualTo(TWO);
    assertThat(TWO.searched(candidate.x())).isEqualTo(TWO.searched(straight));
    double[] best = best(straight);
    for (int b : TWO.elements()) {
      assertThat(best[b] + candidate.x()[b]).isCloseTo(straight[b], within(1e-8));
      assertThat(Math.abs(candidate.x()[b])).isGreaterThan(1e-3);
    }
    // log p/q of a linear problem is the same everywhere: -J is -1/2 of the squared distance
    double cost = POSTERIOR.squaredDistance(straight, POSTERIOR.x()) / 2;
    assertThat(laplace.link(straight, straight, cost).logRatio()).isCloseTo(0, within(1e-8));
  }

  /** b*, by descent along each element in turn. */
  private static double[] best(double[] x) {
    double[] best = x.clone();
    for (int turn = 0; turn < 2000; turn++) {
      for (int b : TWO.elements()) {
        double slope = 0;
        for (int j = 0; j < N; j++) {
          slope += POSTERIOR.hessian().getEntry(b, j) * (best[j] - POSTERIOR.x()[j]);
        }
        best[b] -= slope / POSTERIOR.hessian().getEntry(b, b);
      }
    }
    return best;
  }

  @Test
  void withoutLinearElementsTheDrawIsEvaluatedAsItIs() {
    LaplaceDraws laplace = new LaplaceDraws(POSTERIOR, Optional.empty());
    double[] straight = laplace.straight(NormalStream.of(3, 1));
    Candidate candidate = laplace.inValley(0, straight);
    assertThat(candidate.x()).isEqualTo(straight);
    assertThat(candidate.elimination()).isNull();
  }

  /** A draw near a draw is one of the same distribution, correlated as the step says. */
  @Test
  void drawsNearDrawsKeepTheDistribution() {
    LaplaceDraws laplace = new LaplaceDraws(POSTERIOR, Optional.empty());
    int draws = 2000;
    double squares = 0;
    double products = 0;
    for (int k = 0; k < draws; k++) {
      double[] draw = laplace.straight(NormalStream.of(5, k));
      double[] near = laplace.near(draw, 0.6, NormalStream.of(6, k));
      squares += laplace.product(near, near);
      products += laplace.product(draw, near);
    }
    // means n and n (1 - s^2)^1/2, standard errors (2 n / draws)^1/2 and less
    double error = 4 * Math.sqrt(2.0 * N / draws);
    assertThat(squares / draws).isCloseTo(N, within(error));
    assertThat(products / draws).isCloseTo(0.8 * N, within(error));
    double[] draw = laplace.straight(NormalStream.of(5, 0));
    assertThat(laplace.near(draw, 1, NormalStream.of(6, 0)))
        .containsExactly(laplace.straight(NormalStream.of(6, 0)), within(1e-12));
  }
}
