package org.ccdas.assimilate.posterior;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.ccdas.assimilate.posterior.DrawChains.Link;
import org.ccdas.inputs.random.NormalStream;
import org.junit.jupiter.api.Test;

class DrawChainsTest {
  private static final Posterior POSTERIOR = LinearProblem.sample().posterior();
  private static final LaplaceDraws LAPLACE = new LaplaceDraws(POSTERIOR, Optional.empty());
  private static final int CHAINS = 400;

  private static DrawChains begin(ToDoubleFunction<double[]> cost, double bound) {
    List<Link> links = new ArrayList<>();
    for (int m = 0; m < CHAINS; m++) {
      double[] draw = LAPLACE.straight(NormalStream.of(8, m));
      links.add(LAPLACE.link(draw, draw, cost.applyAsDouble(draw)));
    }
    return DrawChains.begin(new DrawChains.Moves(LAPLACE, bound, 9), links);
  }

  private static DrawChains moved(DrawChains chains, ToDoubleFunction<double[]> cost, int moves) {
    DrawChains now = chains;
    for (int k = 0; k < moves; k++) {
      now = now.next();
      SortedMap<Integer, Link> proposed = new TreeMap<>();
      now.proposals()
          .forEach(
              (m, draw) -> proposed.put(m, LAPLACE.link(draw, draw, cost.applyAsDouble(draw))));
      now = now.moved(proposed);
    }
    return now;
  }

  /** -log of the posterior itself: draws need no moves, and all are taken. */
  private static double own(double[] x) {
    return POSTERIOR.squaredDistance(x, POSTERIOR.x()) / 2;
  }

  /** The posterior with its first element half as wide and a standard deviation further up. */
  private static double other(double[] x) {
    double sigma = POSTERIOR.sigma()[0];
    double off = (x[0] - POSTERIOR.x()[0]) / sigma;
    // p(x) = q(x) N(off; 1, 1/2) / N(off; 0, 1)
    return own(x) - off * off / 2 + 2 * (off - 1) * (off - 1);
  }

  @Test
  void everyMoveIsTakenWhereTheDrawsNeedNone() {
    DrawChains chains = moved(begin(DrawChainsTest::own, 100), DrawChainsTest::own, 12);
    assertThat(chains.mixing().acceptance()).isEqualTo(1);
    assertThat(chains.mixing().moves()).isEqualTo(12);
  }

  @Test
  void chainsComeToTheOtherDistribution() {
    DrawChains begun = begin(DrawChainsTest::other, 100);
    assertThat(begun.mixing().settled(CHAINS)).isFalse();
    DrawChains chains = moved(begun, DrawChainsTest::other, 40);
    double sigma = POSTERIOR.sigma()[0];
    double[] off =
        chains.links().stream()
            .mapToDouble(link -> (link.x()[0] - POSTERIOR.x()[0]) / sigma)
            .toArray();
    EnsembleSpread spread = EnsembleSpread.of(off, 1);
    // standard errors 0.5 / 20 and 0.5 / 28
    assertThat(spread.mean()).isCloseTo(1, within(0.1));
    assertThat(spread.sigma()).isCloseTo(0.5, within(0.07));
    // other elements, given the first, as before
    assertThat(chains.mixing().acceptance()).isBetween(0.2, 0.8);
    assertThat(chains.mixing().effectiveDraws()).isBetween(0.9 * CHAINS, 1.0 * CHAINS);
    assertThat(chains.mixing().settled(CHAINS)).isTrue();
    // draws of q itself are somewhere else
    double[] before =
        begun.links().stream()
            .mapToDouble(link -> (link.x()[0] - POSTERIOR.x()[0]) / sigma)
            .toArray();
    assertThat(EnsembleSpread.of(before, 1).mean()).isCloseTo(0, within(0.2));
  }

  /** At its beginning those of a stage that were taken from one draw are one. */
  @Test
  void copiesTellNothing() {
    DrawChains chains = begin(DrawChainsTest::other, 100).next();
    Map<double[], Long> copies =
        chains.links().stream()
            .collect(
                Collectors.groupingBy(Link::straight, IdentityHashMap::new, Collectors.counting()));
    double squares = copies.values().stream().mapToDouble(count -> count * count).sum();
    assertThat(copies.size()).isBetween(CHAINS / 4, CHAINS - 10);
    assertThat(chains.mixing().effectiveDraws()).isCloseTo(CHAINS * CHAINS / squares, within(1e-9));
    assertThat(moved(chains, DrawChainsTest::other, 3).mixing().effectiveDraws())
        .isGreaterThan(chains.mixing().effectiveDraws());
  }

  /**
   * One draw has a value: all chains begin there, and nothing can be told of its ratios at first.
   */
  @Test
  void oneDrawWithAValueIsEnough() {
    double[] only = begin(DrawChainsTest::own, 100).links().get(3).x();
    DrawChains begun = begin(x -> Arrays.equals(x, only) ? own(x) : Double.POSITIVE_INFINITY, 100);
    DrawChains chains = moved(begun, DrawChainsTest::own, 5);
    assertThat(chains.links()).allMatch(link -> Double.isFinite(link.logRatio()));
    assertThat(chains.mixing().effectiveDraws()).isBetween(1.0, (double) CHAINS);
    assertThat(chains.mixing().drift()).isFinite();
  }

  @Test
  void movesDoNotDependOnOtherChains() {
    DrawChains all = begin(DrawChainsTest::other, 100);
    DrawChains few =
        DrawChains.begin(new DrawChains.Moves(LAPLACE, 100, 9), all.links().subList(0, 5));
    few.proposals().forEach((m, draw) -> assertThat(all.proposals().get(m)).isEqualTo(draw));
  }

  @Test
  void nothingGoesWhereTheModelHasNoValueNorBeyondTheBound() {
    double sigma = POSTERIOR.sigma()[0];
    double wall = POSTERIOR.x()[0] + sigma;
    ToDoubleFunction<double[]> cost = x -> x[0] > wall ? Double.NaN : own(x);
    DrawChains begun = begin(cost, 100);
    long outside = begun.links().stream().filter(link -> link.x()[0] > wall).count();
    assertThat(outside).isPositive();
    DrawChains chains = moved(begun, cost, 30);
    // those that began there leave, and none comes back
    assertThat(chains.links()).allMatch(link -> link.x()[0] <= wall);
    double bound = 0.5;
    DrawChains bounded = begin(DrawChainsTest::own, bound);
    assertThat(bounded.proposals().size()).isBetween(0, CHAINS - 1);
    bounded.proposals().values().forEach(x -> assertThat(Bound.holds(x, bound)).isTrue());
  }
}
