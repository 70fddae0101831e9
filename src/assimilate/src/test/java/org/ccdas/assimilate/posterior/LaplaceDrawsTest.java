package org.ccdas.assimilate.posterior;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.ccdas.assimilate.minimise.Elimination;
import org.ccdas.inputs.random.NormalStream;
import org.junit.jupiter.api.Test;

class LaplaceDrawsTest {
  /** Of a linear problem the best value at p is the mean of b given p: nothing moves. */
  @Test
  void theValleyOfALinearProblemIsStraight() {
    Posterior posterior = LinearProblem.sample().posterior();
    int n = posterior.size();
    Elimination elimination = new Elimination(n, new int[] {1, n - 1}, 100);
    LaplaceDraws laplace = new LaplaceDraws(posterior, elimination);
    double[] straight = laplace.straight(NormalStream.of(3, 1));
    // minimise over b: b* = c_b - H_bb^-1 H_bp (p - c_p), by descent along each element in turn
    double[] best = straight.clone();
    for (int turn = 0; turn < 2000; turn++) {
      for (int b : elimination.elements()) {
        double slope = 0;
        for (int j = 0; j < n; j++) {
          slope += posterior.hessian().getEntry(b, j) * (best[j] - posterior.x()[j]);
        }
        best[b] -= slope / posterior.hessian().getEntry(b, b);
      }
    }
    assertThat(laplace.inValley(straight, best)).containsExactly(straight, within(1e-8));
    assertThat(laplace.logDensity(straight))
        .isCloseTo(-posterior.squaredDistance(straight, posterior.x()) / 2, within(1e-8));
  }

  /** Where the valley is bent by some amount, the draw is moved by as much and its p is kept. */
  @Test
  void theDrawMovesWithTheValley() {
    Posterior posterior = LinearProblem.sample().posterior();
    int n = posterior.size();
    LaplaceDraws laplace =
        new LaplaceDraws(posterior, new Elimination(n, new int[] {1, n - 1}, 100));
    double[] straight = laplace.straight(NormalStream.of(3, 2));
    double[] best = straight.clone();
    best[1] += 0.5;
    double[] bent = best.clone();
    bent[1] += 2;
    double[] first = laplace.inValley(straight, best);
    double[] second = laplace.inValley(straight, bent);
    first[1] += 2;
    assertThat(second).containsExactly(first, within(1e-12));
    assertThat(second[0]).isEqualTo(straight[0]);
  }
}
