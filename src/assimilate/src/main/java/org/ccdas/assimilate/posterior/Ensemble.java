package org.ccdas.assimilate.posterior;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Targets of control vectors drawn from a distribution, beside what the linear theory says of their
 * spread. Spec section 18.9.
 *
 * @param from the distribution
 * @param draws control vectors, one a member
 * @param values targets, {@code [member][target]}
 * @param quality how the draws stand for the distribution
 * @param centre targets at the centre of the distribution
 * @param linearSigma their linear standard deviations as a run gives them, linearised at the
 *     minimum
 * @param centreSigma the same linearised at the centre of the distribution
 */
public record Ensemble(
    Distribution from,
    List<EnsembleDraw> draws,
    double[][] values,
    DrawQuality quality,
    double[] centre,
    double[] linearSigma,
    double[] centreSigma) {
  /** What members are drawn from. */
  public enum Distribution {
    /** About the minimum: {@link LaplaceDraws}. */
    POSTERIOR,
    /** N(0, I). */
    PRIOR
  }

  /** Fewest members that have a spread. */
  public static final int FEWEST = 2;

  /** Members that are worth the same. */
  public Ensemble(
      Distribution from,
      List<EnsembleDraw> draws,
      double[][] values,
      double[] centre,
      double[] linearSigma,
      double[] centreSigma) {
    this(from, draws, values, DrawQuality.equal(draws.size()), centre, linearSigma, centreSigma);
  }

  /** Checks that sizes agree. */
  public Ensemble {
    draws = List.copyOf(draws);
    if (values.length != draws.size() || quality.weights().length != draws.size()) {
      throw new IllegalArgumentException(
          values.length + " members with values of " + draws.size() + " drawn");
    }
    for (double[] member : values) {
      if (member.length != centre.length
          || linearSigma.length != centre.length
          || centreSigma.length != centre.length) {
        throw new IllegalArgumentException("Members and linear estimates differ in their targets");
      }
    }
  }

  /** Number of targets. */
  public int targets() {
    return centre.length;
  }

  /** Draws that were thrown away, all members together. */
  public int thrownAway() {
    return draws.stream().mapToInt(EnsembleDraw::thrownAway).sum();
  }

  /** Whether the model gave a number for every target of a member. */
  public boolean succeeded(int member) {
    return Arrays.stream(values[member]).allMatch(Double::isFinite);
  }

  /** Number of members without a number for some target; no spread counts them. */
  public int failed() {
    int failed = 0;
    for (int member = 0; member < values.length; member++) {
      failed += succeeded(member) ? 0 : 1;
    }
    return failed;
  }

  /**
   * The spread of every target over the members that succeeded, by their {@link
   * DrawQuality#weights}.
   *
   * @throws IllegalStateException when fewer than {@value #FEWEST} did
   */
  public List<EnsembleSpread> spreads() {
    if (values.length - failed() < FEWEST) {
      throw new IllegalStateException(
          failed() + " of " + values.length + " members failed, too many for a spread");
    }
    List<EnsembleSpread> spreads = new ArrayList<>();
    int[] counted = IntStream.range(0, values.length).filter(this::succeeded).toArray();
    double[] all = quality.weights();
    double[] weights = Arrays.stream(counted).mapToDouble(m -> all[m]).toArray();
    for (int t = 0; t < targets(); t++) {
      int target = t;
      double[] of = Arrays.stream(counted).mapToDouble(m -> values[m][target]).toArray();
      spreads.add(EnsembleSpread.of(of, weights, linearSigma[t]));
    }
    return spreads;
  }
}
