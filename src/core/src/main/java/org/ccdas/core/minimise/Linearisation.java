package org.ccdas.core.minimise;

import java.util.Arrays;
import org.apache.commons.math3.util.MathArrays;
import org.ccdas.core.normal.LowerTriangle;

/**
 * A control vector with cost, gradient and Gauss-Newton Hessian: the quadratic model {@code m(d) =
 * J + g'd + d'Hd/2} of the cost around it. The arrays are never changed.
 *
 * @param x n values
 * @param cost J(x), finite
 * @param gradient g, n finite values
 * @param hessian H, {@link LowerTriangle packed}, positive semidefinite
 * @param scale D, what damping is measured by: for every parameter the largest diagonal element of
 *     H at this and the points before. Moré, The Levenberg-Marquardt algorithm (1978), section 5:
 *     with that of this point alone the search crawls along curved valleys
 */
record Linearisation(double[] x, double cost, double[] gradient, double[] hessian, double[] scale) {
  /** The model of an answer with derivatives. */
  static Linearisation of(double[] x, Evaluated answer) {
    double[] hessian = answer.hessian();
    double[] scale = new double[x.length];
    Arrays.setAll(scale, i -> hessian[LowerTriangle.index(i, i)]);
    return new Linearisation(x, answer.cost(), answer.gradient(), hessian, scale);
  }

  /** The model of the point that a step from here has led to. */
  Linearisation next(double[] to, Evaluated answer) {
    Linearisation there = of(to, answer);
    for (int i = 0; i < scale.length; i++) {
      there.scale[i] = Math.max(there.scale[i], scale[i]);
    }
    return there;
  }

  /** What the model promises the cost to fall by, J - m(d). */
  double promised(double[] d) {
    // -g'd - d'Hd/2
    return -MathArrays.linearCombination(gradient, d) - LowerTriangle.quadratic(hessian, d) / 2;
  }

  /** -g without the elements that push outwards at the bound. */
  double[] downhill(Bounds bounds) {
    return bounds.project(x, MathArrays.scale(-1, gradient));
  }
}
