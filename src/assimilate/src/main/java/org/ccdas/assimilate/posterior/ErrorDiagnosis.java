package org.ccdas.assimilate.posterior;

import org.apache.commons.math3.util.MathArrays;
import org.ccdas.observe.normal.GroupSystem;
import org.ccdas.observe.normal.LowerTriangle;
import org.ccdas.observe.normal.NormalSystem;
import org.ccdas.observe.normal.ObservationGroup;

/**
 * Whether the stated errors of some observations are as large as their misfits say, and whether the
 * prior can reach them, at the last linearisation.
 *
 * @param stream of observations
 * @param place station or region; empty for the whole stream
 * @param count n, number of values
 * @param misfit J_k at the minimum
 * @param freedom tr(C H_k), degrees of freedom that the fit took from them
 * @param conflict twice the least of J_k and the prior's misfit together for each value, without
 *     all other observations
 */
public record ErrorDiagnosis(
    String stream, String place, int count, double misfit, double freedom, double conflict) {
  /**
   * The diagnosis of one stream, or of one place of it.
   *
   * @param place empty for the whole stream
   * @param count number of its values, above 0
   */
  public static ErrorDiagnosis of(Posterior posterior, String stream, String place, int count) {
    NormalSystem own = posterior.normal().where(group -> isOf(group, stream, place));
    double freedom = 0;
    for (GroupSystem system : own.groups()) {
      freedom += LeftOut.trace(system.hessian(), posterior.covariance());
    }
    return new ErrorDiagnosis(
        stream,
        place,
        count,
        own.cost(),
        freedom,
        2 * alone(posterior, own, stream, place) / count);
  }

  private static boolean isOf(ObservationGroup group, String stream, String place) {
    return group.stream().equals(stream) && (place.isEmpty() || group.place().equals(place));
  }

  /** min over z of J_k(x) + g_k'(z - x) + (z - x)' H_k (z - x) / 2 + |z|^2 / 2. */
  private static double alone(Posterior posterior, NormalSystem own, String stream, String place) {
    double[] z = Reweighting.of(posterior, group -> isOf(group, stream, place) ? 1 : 0).x();
    double[] shift = MathArrays.ebeSubtract(z, posterior.x());
    return own.cost()
        + MathArrays.linearCombination(own.gradient(), shift)
        + LowerTriangle.quadratic(own.hessian(), shift) / 2
        + MathArrays.linearCombination(z, z) / 2;
  }

  /**
   * By what the standard errors are to be multiplied so that the misfit is as large as expected,
   * {@code (2 J_k / (n - tr(C H_k)))^1/2}: Desroziers and Ivanov, Diagnosis and adaptive tuning of
   * observation-error parameters in a variational assimilation, Q. J. R. Meteorol. Soc. 127 (2001).
   * NaN where the fit took all their degrees of freedom.
   */
  public double errorFactor() {
    double left = count - freedom;
    return left > 0 ? Math.sqrt(2 * misfit / left) : Double.NaN;
  }

  /** Whether a group of observations is among these. */
  public boolean covers(ObservationGroup group) {
    return isOf(group, stream, place);
  }
}
