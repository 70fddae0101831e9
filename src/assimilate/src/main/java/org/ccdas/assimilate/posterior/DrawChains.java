package org.ccdas.assimilate.posterior;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.commons.math3.analysis.solvers.BisectionSolver;
import org.apache.commons.math3.stat.correlation.PearsonsCorrelation;
import org.apache.commons.math3.stat.descriptive.moment.Mean;
import org.apache.commons.math3.stat.descriptive.moment.StandardDeviation;
import org.ccdas.inputs.random.NormalStream;

/**
 * Chains that bring draws from the Laplace approximation q over to the posterior p, side by side
 * and in stages: at each, draws are taken anew by their weights for q^(1 - t) p^t with a larger t,
 * and go some moves that keep this distribution. Del Moral, Doucet and Jasra, Sequential Monte
 * Carlo samplers, J. R. Stat. Soc. B 68 (2006). A move goes to a draw of q near by, and is taken
 * with the probability min(1, ((p/q)' / (p/q))^t): preconditioned Crank-Nicolson, Cotter, Roberts,
 * Stuart and White, Statistical Science 28 (2013). Its step adapts itself to the share that is
 * taken, less with every move, as Roberts and Rosenthal, J. Appl. Probab. 44 (2007), ask for.
 * Immutable.
 */
public final class DrawChains {
  private static final double FIRST_STEP = 0.5;
  private static final double WANTED_ACCEPTANCE = 0.25;

  /** Part of the draws that those of the next stage shall be worth. */
  private static final double WORTH = 0.5;

  /** Moves at a stage that is not the last. */
  private static final int MOVES_OF_A_STAGE = 4;

  /** Streams of random numbers of a chain. */
  private static final int PROPOSAL = 1;

  private static final int DECISION = 2;
  private static final int RESAMPLING = 3;

  /**
   * A state of a chain.
   *
   * @param straight the draw of q, before it was put into the valley
   * @param x the control vector
   * @param logRatio log p/q up to a constant; minus infinity where the model has no value
   */
  public record Link(double[] straight, double[] x, double logRatio) {
    /** Takes what has no value for excluded. */
    public Link {
      logRatio = Double.isFinite(logRatio) ? logRatio : Double.NEGATIVE_INFINITY;
    }
  }

  /**
   * What moves are made by.
   *
   * @param laplace q
   * @param bound largest size of an element of a straight draw, beyond which p is cut off
   * @param seed of all moves
   */
  public record Moves(LaplaceDraws laplace, double bound, long seed) {}

  /**
   * A stage that is over, or the present one.
   *
   * @param parents the chain of the stage before that each chain was taken from
   * @param memory correlation of its end with its beginning
   */
  private record Stage(int[] parents, double memory) {}

  /**
   * What has happened.
   *
   * @param stages those that are over
   * @param parents of the present one; null before the first resampling
   * @param moves of every chain, all stages together
   * @param taken moves that were taken, all chains together
   */
  private record Past(List<Stage> stages, int[] parents, int moves, int taken) {}

  private final Moves by;
  private final double share;
  private final double step;
  private final Past past;

  /** Where this stage began. */
  private final List<Link> first;

  private final List<Link> last;

  /** log p/q of the chains, {@code [move][chain]}, at the beginning of this stage and after it. */
  private final List<double[]> ratios;

  private DrawChains(
      Moves by,
      double share,
      double step,
      Past past,
      List<Link> first,
      List<Link> last,
      List<double[]> ratios) {
    this.by = by;
    this.share = share;
    this.step = step;
    this.past = past;
    this.first = first;
    this.last = last;
    this.ratios = ratios;
  }

  /** Chains at the beginning of a stage. */
  private static DrawChains at(Moves by, double share, double step, Past past, List<Link> links) {
    return new DrawChains(by, share, step, past, links, links, List.of(ratios(links)));
  }

  /**
   * Chains at the draws of q.
   *
   * @param links one a chain, at least one with a value
   */
  public static DrawChains begin(Moves by, List<Link> links) {
    return at(by, 0, FIRST_STEP, new Past(List.of(), null, 0, 0), List.copyOf(links));
  }

  /** Where the chains are. */
  public List<Link> links() {
    return last;
  }

  private int moves() {
    return ratios.size() - 1;
  }

  private NormalStream random(int chain, int use) {
    return NormalStream.of(by.seed(), chain, past.moves() + 1, use);
  }

  /** A stage further where this one has had its moves; the same in the last one. */
  public DrawChains next() {
    boolean stays = share == 1 || (share > 0 && moves() < MOVES_OF_A_STAGE);
    return stays ? this : resampled(nextShare());
  }

  /** t' at which the draws are worth {@value #WORTH} of their number, at most 1. */
  private double nextShare() {
    double wanted = WORTH * last.size();
    if (worth(1) >= wanted || worth(share) <= wanted) {
      // where too many have no value there is no nearer stage
      return 1;
    }
    return new BisectionSolver(1e-6).solve(100, t -> worth(t) - wanted, share, 1);
  }

  /** (sum w)^2 / sum w^2 with w = (p/q)^(t' - t). */
  private double worth(double next) {
    double[] weights = weights(next);
    double sum = Arrays.stream(weights).sum();
    return sum * sum / Arrays.stream(weights).map(w -> w * w).sum();
  }

  private double[] weights(double next) {
    double largest = last.stream().mapToDouble(Link::logRatio).max().orElseThrow();
    return last.stream()
        .mapToDouble(
            link ->
                link.logRatio() == Double.NEGATIVE_INFINITY
                    ? 0
                    : Math.exp((next - share) * (link.logRatio() - largest)))
        .toArray();
  }

  /** Systematic resampling: Kitagawa, J. Comput. Graph. Stat. 5 (1996). */
  private DrawChains resampled(double next) {
    double[] weights = weights(next);
    double each = Arrays.stream(weights).sum() / weights.length;
    double at = each * Math.exp(-exponential(random(0, RESAMPLING)));
    int[] parents = new int[weights.length];
    double upTo = weights[0];
    for (int m = 0, parent = 0; m < parents.length; m++, at += each) {
      // rounding may carry the last one beyond the sum
      while (upTo <= at && parent < parents.length - 1) {
        upTo += weights[++parent];
      }
      parents[m] = parent;
    }
    List<Stage> over = new ArrayList<>(past.stages());
    if (past.parents() != null) {
      over.add(present());
    }
    return at(
        by,
        next,
        step,
        new Past(List.copyOf(over), parents, past.moves(), past.taken()),
        Arrays.stream(parents).mapToObj(last::get).toList());
  }

  /** Where chains would go next: straight draws by number of the chain, without those beyond. */
  public SortedMap<Integer, double[]> proposals() {
    SortedMap<Integer, double[]> proposals = new TreeMap<>();
    for (int m = 0; m < last.size(); m++) {
      double[] near = by.laplace().near(last.get(m).straight(), step, random(m, PROPOSAL));
      if (Bound.holds(near, by.bound())) {
        proposals.put(m, near);
      }
    }
    return proposals;
  }

  /**
   * The chains after a move.
   *
   * @param proposed the proposals, evaluated
   */
  public DrawChains moved(Map<Integer, Link> proposed) {
    List<Link> next = new ArrayList<>();
    int taken = 0;
    for (int m = 0; m < last.size(); m++) {
      Link here = last.get(m);
      Link there = proposed.get(m);
      boolean take = there != null && takes(here, there, random(m, DECISION));
      next.add(take ? there : here);
      taken += take ? 1 : 0;
    }
    double gain = 1 / Math.sqrt(past.moves() + 1.0);
    double now = (double) taken / next.size();
    List<double[]> all = new ArrayList<>(ratios);
    all.add(ratios(next));
    return new DrawChains(
        by,
        share,
        Math.min(1, step * Math.exp(gain * (now - WANTED_ACCEPTANCE))),
        new Past(past.stages(), past.parents(), past.moves() + 1, past.taken() + taken),
        first,
        List.copyOf(next),
        List.copyOf(all));
  }

  private boolean takes(Link here, Link there, NormalStream random) {
    // the logarithm of a uniform number is minus an exponential one
    return there.logRatio() != Double.NEGATIVE_INFINITY
        && share * (there.logRatio() - here.logRatio()) >= -exponential(random);
  }

  /** Half the square of two normal numbers. */
  private static double exponential(NormalStream random) {
    double a = random.next();
    double b = random.next();
    return (a * a + b * b) / 2;
  }

  /** How well they have mixed. */
  public Mixing mixing() {
    double all = (double) past.moves() * last.size();
    return new Mixing(
        past.moves(),
        moves(),
        share,
        past.moves() == 0 ? 0 : past.taken() / all,
        past.parents() == null ? last.size() : effectiveDraws(),
        drift());
  }

  private double drift() {
    int[] counted = counted();
    double[] half = of(ratios.get(ratios.size() / 2), counted);
    double[] now = of(ratios.get(moves()), counted);
    double change = new Mean().evaluate(now) - new Mean().evaluate(half);
    return change == 0
        ? 0
        : change / (new StandardDeviation().evaluate(now) * Math.sqrt(2.0 / now.length));
  }

  /** Chains that had a value when the stage began, and so have one. */
  private int[] counted() {
    double[] begun = ratios.get(0);
    return IntStream.range(0, begun.length).filter(m -> Double.isFinite(begun[m])).toArray();
  }

  private Stage present() {
    return new Stage(past.parents(), memory());
  }

  /**
   * n^2 over the sum of the correlations of all pairs. That of chains which were last taken from
   * the same one is the square of what each has kept of it.
   */
  private double effectiveDraws() {
    List<Stage> stages = new ArrayList<>(past.stages());
    stages.add(present());
    int n = last.size();
    int[] lineage = IntStream.range(0, n).toArray();
    double kept = 1;
    // pairs, each chain with itself among them, that come from one chain
    double together = n;
    double sum = n;
    for (int s = stages.size() - 1; s >= 0; s--) {
      kept *= Math.max(0, stages.get(s).memory());
      int[] parents = stages.get(s).parents();
      int[] children = new int[n];
      for (int m = 0; m < n; m++) {
        lineage[m] = parents[lineage[m]];
        children[lineage[m]]++;
      }
      double now = Arrays.stream(children).mapToDouble(c -> (double) c * c).sum();
      sum += (now - together) * kept * kept;
      together = now;
    }
    return (double) n * n / sum;
  }

  private static double[] ratios(List<Link> links) {
    return links.stream().mapToDouble(Link::logRatio).toArray();
  }

  private static double[] of(double[] ratios, int[] counted) {
    return Arrays.stream(counted).mapToDouble(m -> ratios[m]).toArray();
  }

  /**
   * Correlation of the chains with where they began the stage: the larger of that of log p/q, where
   * it differs between chains, and that of the vectors, sum z_0' H z over sum z_0' H z_0, both from
   * the centre.
   */
  private double memory() {
    if (moves() == 0) {
      return 1;
    }
    double both = 0;
    double own = 0;
    for (int m = 0; m < last.size(); m++) {
      double[] before = first.get(m).straight();
      both += by.laplace().product(before, last.get(m).straight());
      own += by.laplace().product(before, before);
    }
    int[] counted = counted();
    double ofRatios =
        counted.length < 2
            ? Double.NaN
            : new PearsonsCorrelation()
                .correlation(of(ratios.get(0), counted), of(ratios.get(moves()), counted));
    return Double.isNaN(ofRatios) ? both / own : Math.max(both / own, ofRatios);
  }
}
