package org.ccdas.assimilate.minimise;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.util.MathArrays;
import org.ccdas.observe.normal.LowerTriangle;

/**
 * A control vector with cost, gradient and Gauss-Newton Hessian: the quadratic model {@code m(d) =
 * J + g'd + d'Bd/2} of the cost around it. B is the Gauss-Newton Hessian H, corrected by what the
 * last steps showed of its error. The arrays are never changed.
 *
 * @param x n values
 * @param cost J(x), finite
 * @param gradient g, n finite values
 * @param hessian H, {@link LowerTriangle packed}, positive semidefinite
 * @param scale D, what damping is measured by: for every parameter the largest diagonal element of
 *     H at this and the points before. Moré, The Levenberg-Marquardt algorithm (1978), section 5:
 *     with that of this point alone the search crawls along curved valleys
 * @param secants of the last steps that have one, the latest last
 */
record Linearisation(
    double[] x,
    double cost,
    double[] gradient,
    double[] hessian,
    double[] scale,
    List<Secant> secants) {
  /** Secants that are kept. */
  private static final int SECANTS = 5;

  /** Checks and copies the list. */
  Linearisation {
    secants = List.copyOf(secants);
  }

  /** The model of an answer with derivatives. */
  static Linearisation of(double[] x, CandidateValue answer) {
    double[] hessian = answer.hessian();
    double[] scale = new double[x.length];
    Arrays.setAll(scale, i -> hessian[LowerTriangle.index(i, i)]);
    return new Linearisation(x, answer.cost(), answer.gradient(), hessian, scale, List.of());
  }

  /** The point without its model. */
  Iterate iterate() {
    return new Iterate(x, cost, gradient);
  }

  /** The model of the point that a step from here has led to. */
  Linearisation next(double[] to, CandidateValue answer) {
    Linearisation there = of(to, answer);
    for (int i = 0; i < scale.length; i++) {
      there.scale[i] = Math.max(there.scale[i], scale[i]);
    }
    List<Secant> all = new ArrayList<>(secants);
    Secant latest = Secant.of(this, to, answer);
    if (latest != null) {
      all.add(latest);
    }
    return new Linearisation(
        to,
        there.cost,
        there.gradient,
        there.hessian,
        there.scale,
        all.subList(Math.max(0, all.size() - SECANTS), all.size()));
  }

  /** B, {@link LowerTriangle packed}. */
  double[] model() {
    double[] corrected = hessian.clone();
    secants.forEach(secant -> secant.correct(corrected, hessian));
    return corrected;
  }

  /** What the model promises the cost to fall by, J - m(d). */
  double promised(double[] d) {
    return promised(model(), d);
  }

  /** What a model of this Hessian promises the cost to fall by. */
  double promised(double[] packed, double[] d) {
    // -g'd - d'Bd/2
    return -MathArrays.linearCombination(gradient, d) - LowerTriangle.quadratic(packed, d) / 2;
  }

  /** -g without the elements that push outwards at the bound. */
  double[] downhill(Bounds bounds) {
    return bounds.project(x, MathArrays.scale(-1, gradient));
  }
}
