package org.ccdas.assimilate.minimise;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ccdas.observe.normal.LowerTriangle;

/**
 * The answer to a {@link Candidate}. A cost or gradient that is not finite is a legal answer: the
 * model has no value there, and the minimiser takes a shorter step.
 */
public final class CandidateValue {
  private final int id;
  private final double[] x;
  private final double cost;
  private final double[] gradient;
  private final double[] hessian;

  private CandidateValue(int id, double[] x, double cost, double[] gradient, double[] hessian) {
    this.id = id;
    this.x = x;
    this.cost = cost;
    this.gradient = gradient;
    this.hessian = hessian;
  }

  /** An answer with the cost alone. */
  public static CandidateValue of(int id, double cost) {
    return new CandidateValue(id, null, cost, null, null);
  }

  /** An answer with cost and gradient, n values. */
  public static CandidateValue of(int id, double cost, double[] gradient) {
    return new CandidateValue(id, null, cost, gradient.clone(), null);
  }

  /**
   * An answer with cost, gradient and Gauss-Newton Hessian.
   *
   * @param gradient n values
   * @param hessian of the whole cost by the elements that are searched, {@link LowerTriangle
   *     packed}
   */
  public static CandidateValue of(int id, double cost, double[] gradient, double[] hessian) {
    return new CandidateValue(id, null, cost, gradient.clone(), hessian.clone());
  }

  /**
   * The same with the control vector that was evaluated, where it may differ from the candidate's:
   * see {@link Candidate#elimination}.
   */
  public CandidateValue at(double[] point) {
    return new CandidateValue(id, point.clone(), cost, gradient, hessian);
  }

  /** The control vector that was evaluated, n values. */
  double[] x() {
    if (x == null) {
      throw new IllegalStateException("The answer to candidate " + id + " does not say where");
    }
    return x.clone();
  }

  /** The answer to another minimiser, which searches some of the elements only. */
  CandidateValue searched(Elimination elimination) {
    double[] own = gradient == null ? null : elimination.searched(gradient);
    return new CandidateValue(id, null, cost, own, hessian);
  }

  /** The same answer to another candidate. */
  CandidateValue withId(int other) {
    return new CandidateValue(other, x, cost, gradient, hessian);
  }

  /** The id of the candidate. */
  public int id() {
    return id;
  }

  /** The cost J(x). */
  public double cost() {
    return cost;
  }

  /** Whether the answer holds a gradient. */
  public boolean hasGradient() {
    return gradient != null;
  }

  /** dJ/dx, n values. */
  public double[] gradient() {
    if (gradient == null) {
      throw new IllegalStateException("Candidate " + id + " was evaluated without gradient");
    }
    return gradient.clone();
  }

  /** The Gauss-Newton Hessian of the cost, {@link LowerTriangle packed}. */
  public double[] hessian() {
    if (hessian == null) {
      throw new IllegalStateException("Candidate " + id + " was evaluated without Hessian");
    }
    return hessian.clone();
  }

  /** Whether the cost, and gradient and Hessian if there are any, are finite. */
  public boolean isFinite() {
    return Double.isFinite(cost) && isFinite(gradient) && isFinite(hessian);
  }

  private static boolean isFinite(double[] values) {
    if (values != null) {
      for (double value : values) {
        if (!Double.isFinite(value)) {
          return false;
        }
      }
    }
    return true;
  }

  /**
   * The answers in the order of the candidates, each complete.
   *
   * @throws IllegalArgumentException when an answer is missing, unknown, given twice, or lacks a
   *     gradient or Hessian of the right length
   */
  static List<CandidateValue> inOrderOf(List<Candidate> candidates, List<CandidateValue> answers) {
    Map<Integer, CandidateValue> byId = new HashMap<>();
    for (CandidateValue answer : answers) {
      if (byId.put(answer.id, answer) != null) {
        throw new IllegalArgumentException("Candidate " + answer.id + " was answered twice");
      }
    }
    List<CandidateValue> ordered = new ArrayList<>();
    for (Candidate candidate : candidates) {
      CandidateValue answer = byId.remove(candidate.id());
      if (answer == null) {
        throw new IllegalArgumentException("No answer to candidate " + candidate.id());
      }
      answer.requireAnswerTo(candidate);
      ordered.add(answer);
    }
    if (!byId.isEmpty()) {
      throw new IllegalArgumentException("Nobody asked for the candidates " + byId.keySet());
    }
    return ordered;
  }

  private void requireAnswerTo(Candidate candidate) {
    if (candidate.wanted() == Derivative.COST || !Double.isFinite(cost)) {
      return;
    }
    int n = candidate.x().length;
    if (gradient == null || gradient.length != n) {
      throw new IllegalArgumentException(
          "Candidate "
              + id
              + " wants a gradient of "
              + n
              + " values, got "
              + (gradient == null ? "none" : gradient.length));
    }
    Elimination elimination = candidate.elimination();
    int searched = elimination == null ? n : n - elimination.count();
    if (candidate.wanted() == Derivative.HESSIAN
        && (hessian == null || hessian.length != LowerTriangle.length(searched))) {
      throw new IllegalArgumentException(
          "Candidate "
              + id
              + " wants a Hessian of "
              + LowerTriangle.length(searched)
              + " values, got "
              + (hessian == null ? "none" : hessian.length));
    }
  }
}
