package org.ccdas.assimilate.posterior;

import java.util.ArrayList;
import java.util.List;
import org.ccdas.inputs.control.ControlVector;
import org.ccdas.inputs.control.Parameter;

/**
 * What is known of a parameter. Physical ranges are p(x - sigma) to p(x + sigma) and not symmetric
 * where the transform is not linear. Spec section 18.5.
 *
 * @param parameter the parameter
 * @param x element of the control vector at the minimum
 * @param sigma its posterior standard deviation, in prior standard deviations
 * @param posterior physical value
 * @param lower physical value at x - sigma
 * @param upper physical value at x + sigma
 */
public record ParameterEstimate(
    Parameter parameter, double x, double sigma, double posterior, double lower, double upper) {
  /** The estimates of all parameters, in their order. */
  public static List<ParameterEstimate> of(ControlVector control, Posterior posterior) {
    double[] x = posterior.x();
    double[] sigma = posterior.sigma();
    double[] value = control.physical(x);
    double[] low = control.lowerRange(x, sigma);
    double[] high = control.upperRange(x, sigma);
    List<ParameterEstimate> estimates = new ArrayList<>();
    for (int i = 0; i < x.length; i++) {
      estimates.add(
          new ParameterEstimate(control.parameter(i), x[i], sigma[i], value[i], low[i], high[i]));
    }
    return estimates;
  }

  /** Uncertainty reduction, percent of the prior standard deviation: 100 (1 - sigma). */
  public double reduction() {
    return 100 * (1 - sigma);
  }
}
