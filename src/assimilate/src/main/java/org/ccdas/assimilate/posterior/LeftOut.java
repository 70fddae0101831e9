package org.ccdas.assimilate.posterior;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.linear.RealMatrix;
import org.ccdas.observe.normal.GroupSystem;
import org.ccdas.observe.normal.LowerTriangle;
import org.ccdas.observe.normal.ObservationGroup;

/**
 * A group of observations predicted by all others, at the last linearisation and without a run.
 * Spec section 18.10 (b).
 *
 * @param group the group left out
 * @param information tr(C H_k), its share of the degrees of freedom for signal
 * @param fitted J_k, its cost with all observations
 * @param predicted its cost at the optimum without it, J_k + g_k'd + d'H_k d/2
 * @param spread the part of the predicted cost that is expected from the uncertainty of the
 *     prediction, tr(H_k C_k)/2
 * @param x optimum without the group, n values
 * @param covariance C_k = (H - H_k)^-1, n x n
 */
public record LeftOut(
    ObservationGroup group,
    double information,
    double fitted,
    double predicted,
    double spread,
    double[] x,
    RealMatrix covariance) {
  /** Every group left out in turn. */
  public static List<LeftOut> each(Posterior posterior) {
    List<LeftOut> all = new ArrayList<>();
    for (GroupSystem system : posterior.normal().groups()) {
      all.add(of(posterior, system));
    }
    return all;
  }

  private static LeftOut of(Posterior posterior, GroupSystem system) {
    Reweighting without = Reweighting.of(posterior, group -> group.equals(system.group()) ? 0 : 1);
    double[] shift = new double[posterior.size()];
    double slope = 0;
    for (int i = 0; i < shift.length; i++) {
      shift[i] = without.x()[i] - posterior.x()[i];
      slope += system.gradient()[i] * shift[i];
    }
    double predicted = system.cost() + slope + LowerTriangle.quadratic(system.hessian(), shift) / 2;
    return new LeftOut(
        system.group(),
        trace(system.hessian(), posterior.covariance()),
        system.cost(),
        predicted,
        trace(system.hessian(), without.covariance()) / 2,
        without.x(),
        without.covariance());
  }

  /** tr(A B) of symmetric matrices. */
  static double trace(double[] packed, RealMatrix matrix) {
    double sum = 0;
    int next = 0;
    for (int i = 0; i < matrix.getRowDimension(); i++) {
      for (int j = 0; j < i; j++) {
        sum += 2 * packed[next++] * matrix.getEntry(i, j);
      }
      sum += packed[next++] * matrix.getEntry(i, i);
    }
    return sum;
  }

  /**
   * Prediction of modelled values without the group, c + K (x_k - x).
   *
   * @param modelled c at the minimum
   * @param jacobian K, {@code [value][parameter]}
   * @param minimum x
   */
  public double[] prediction(double[] modelled, double[][] jacobian, double[] minimum) {
    double[] prediction = modelled.clone();
    for (int v = 0; v < prediction.length; v++) {
      for (int i = 0; i < x.length; i++) {
        prediction[v] += jacobian[v][i] * (x[i] - minimum[i]);
      }
    }
    return prediction;
  }
}
