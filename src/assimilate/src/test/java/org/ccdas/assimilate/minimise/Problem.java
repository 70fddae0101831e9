package org.ccdas.assimilate.minimise;

import java.util.Arrays;
import java.util.function.Function;
import org.apache.commons.math3.analysis.differentiation.DerivativeStructure;
import org.ccdas.observe.normal.LowerTriangle;

/**
 * A published least-squares problem, cost = sum of squared residuals; gradient and Gauss-Newton
 * Hessian are exact, by dual numbers.
 *
 * @param name as published
 * @param start published start
 * @param minima published minima of the cost, the global one first; any will do
 * @param solution the minimum point; null where it is not published or there are several
 * @param residuals of n dual numbers
 */
record Problem(
    String name,
    double[] start,
    double[] minima,
    double[] solution,
    Function<DerivativeStructure[], DerivativeStructure[]> residuals) {

  CandidateValue evaluate(int id, double[] x) {
    int n = x.length;
    DerivativeStructure[] variables = new DerivativeStructure[n];
    for (int i = 0; i < n; i++) {
      variables[i] = new DerivativeStructure(n, 1, i, x[i]);
    }
    double cost = 0;
    double[] gradient = new double[n];
    double[] hessian = new double[LowerTriangle.length(n)];
    for (DerivativeStructure residual : residuals.apply(variables)) {
      double r = residual.getValue();
      cost += r * r;
      double[] all = residual.getAllDerivatives();
      for (int i = 0; i < n; i++) {
        gradient[i] += 2 * r * all[i + 1];
      }
      // Gauss-Newton: 2 J'J
      LowerTriangle.addOuter(hessian, 2, Arrays.copyOfRange(all, 1, n + 1));
    }
    return CandidateValue.of(id, cost, gradient, hessian);
  }

  /** The published minimum nearest to a cost. */
  double nearestMinimum(double cost) {
    double nearest = minima[0];
    for (double minimum : minima) {
      nearest = Math.abs(cost - minimum) < Math.abs(cost - nearest) ? minimum : nearest;
    }
    return nearest;
  }

  double cost(double[] x) {
    return evaluate(0, x).cost();
  }

  @Override
  public String toString() {
    return name + ", n = " + start.length;
  }
}
