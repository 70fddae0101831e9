package org.ccdas.pipelines.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Optional;
import org.ccdas.assimilate.minimise.Elimination;
import org.ccdas.assimilate.minimise.GaussNewton;
import org.ccdas.assimilate.minimise.Lbfgs;
import org.ccdas.assimilate.minimise.Minimiser;
import org.ccdas.assimilate.minimise.MultiStart;
import org.ccdas.pipelines.config.MinimiserKind;
import org.ccdas.pipelines.config.MinimiserSettings;
import org.junit.jupiter.api.Test;

class SearchStartTest {
  private static MinimiserSettings settings(MinimiserKind kind, int starts) {
    return new MinimiserSettings(kind, starts, 60, 200, 1e-4, 1e-3, 1e-2, 20, 4);
  }

  @Test
  void oneStartIsThePrior() {
    Minimiser newton =
        SearchStart.of(settings(MinimiserKind.GAUSS_NEWTON, 1), 101, Optional.empty(), 7);
    assertThat(newton).isInstanceOf(GaussNewton.class);
    assertThat(newton.x()).hasSize(101).containsOnly(0);
    assertThat(SearchStart.of(settings(MinimiserKind.LBFGS, 1), 101, Optional.empty(), 7))
        .isInstanceOf(Lbfgs.class);
  }

  @Test
  void whatEntersLinearlyIsNotSearched() {
    Elimination elimination = new Elimination(101, new int[] {3, 100}, 4);
    MinimiserSettings two = settings(MinimiserKind.GAUSS_NEWTON, 2);
    Minimiser starts = SearchStart.of(two, 101, Optional.of(elimination), 7);
    Minimiser all = SearchStart.of(two, 101, Optional.empty(), 7);
    assertThat(starts.candidates()).hasSize(2);
    for (int start = 0; start < 2; start++) {
      assertThat(starts.candidates().get(start).elimination()).isEqualTo(elimination);
      assertThat(elimination.searched(starts.candidates().get(start).x()))
          .isEqualTo(elimination.searched(all.candidates().get(start).x()));
    }
  }

  @Test
  void severalStartsAreDrawnAroundThePrior() {
    MinimiserSettings five = settings(MinimiserKind.GAUSS_NEWTON, 5);
    MultiStart starts = (MultiStart) SearchStart.of(five, 101, Optional.empty(), 7);
    assertThat(starts.members()).hasSize(5);
    assertThat(starts.members().get(0).x()).containsOnly(0);
    double square = 0;
    for (Minimiser member : starts.members().subList(1, 5)) {
      square += Arrays.stream(member.x()).map(v -> v * v).sum() / (4 * 101);
    }
    // N(0, 0.5^2)
    assertThat(Math.sqrt(square)).isBetween(0.45, 0.55);
    assertThat(starts.members().get(1).x()).isNotEqualTo(starts.members().get(2).x());
    assertThat(SearchStart.seeds(five, 7)).containsExactly(8L, 9L, 10L, 11L);
    Minimiser again =
        ((MultiStart) SearchStart.of(five, 101, Optional.empty(), 7)).members().get(3);
    assertThat(again.x()).isEqualTo(starts.members().get(3).x());
  }

  @Test
  void onlyLbfgsStopsByTheGradient() {
    assertThat(SearchStart.stopping(settings(MinimiserKind.LBFGS, 1)).gradientTolerance())
        .isEqualTo(1e-2);
    assertThat(SearchStart.stopping(settings(MinimiserKind.GAUSS_NEWTON, 1)).gradientTolerance())
        .isZero();
  }

  @Test
  void whatMustNotChangeWithinARunIsNamed() {
    assertThat(SearchStart.fixedSettings(settings(MinimiserKind.LBFGS, 1)))
        .isEqualTo("lbfgs with memory 20 and bound 4.0");
    assertThat(SearchStart.fixedSettings(settings(MinimiserKind.GAUSS_NEWTON, 5)))
        .isEqualTo(
            "gaussNewton with damping 0.001 and distance 1.0E-4 and bound 4.0 from 5 starts");
  }
}
