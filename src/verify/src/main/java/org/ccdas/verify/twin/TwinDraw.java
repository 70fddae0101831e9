package org.ccdas.verify.twin;

import java.util.Arrays;
import org.apache.commons.math3.linear.RealMatrix;
import org.ccdas.assimilate.minimise.Minimiser;
import org.ccdas.assimilate.posterior.Posterior;

/**
 * How one draw with noise came out. Spec section 18.8.
 *
 * @param seed of truth and noise
 * @param normalisedError e'He/n, e = x - x_t; about 1 when the posterior is honest; NaN when there
 *     is no posterior
 * @param directionErrors error along each constrained direction of the plan, in its posterior
 *     standard deviations
 * @param parameterErrors error of each constrained parameter of the plan, in its posterior standard
 *     deviations
 * @param parameters every parameter, in the order of the control vector
 * @param cost J(x) at the end
 * @param costAtTruth J(x_t)
 * @param converged whether the minimisation did
 * @param reason why the minimisation ended
 * @param passes of the minimisation
 */
public record TwinDraw(
    long seed,
    double normalisedError,
    double[] directionErrors,
    double[] parameterErrors,
    Parameters parameters,
    double cost,
    double costAtTruth,
    boolean converged,
    String reason,
    int passes) {
  /**
   * The parameters of a draw, in prior standard deviations from the prior.
   *
   * @param truth x_t
   * @param estimate x
   * @param sigma posterior standard deviation of x; NaN when there is no posterior
   */
  public record Parameters(double[] truth, double[] estimate, double[] sigma) {}

  /**
   * Judges a draw.
   *
   * @param truth x_t
   * @param costAtTruth J(x_t)
   */
  public static TwinDraw of(
      TwinPlan plan, long seed, double[] truth, double costAtTruth, TwinSearch found) {
    Minimiser end = found.end();
    double[] directions = new double[plan.directions().length];
    double[] parameters = new double[plan.parameters().size()];
    double[] sigma = new double[truth.length];
    double normalised = Double.NaN;
    if (found.normal() == null || !found.normal().isFinite()) {
      Arrays.fill(directions, Double.NaN);
      Arrays.fill(parameters, Double.NaN);
      Arrays.fill(sigma, Double.NaN);
    } else {
      Posterior posterior = Posterior.at(end.x(), found.normal());
      RealMatrix covariance = posterior.covariance();
      sigma = posterior.sigma();
      double[] error = new double[truth.length];
      Arrays.setAll(error, i -> end.x()[i] - truth[i]);
      for (int k = 0; k < directions.length; k++) {
        // v'e / (v'Cv)^1/2
        double[] v = plan.directions()[k];
        directions[k] = dot(v, error) / Math.sqrt(dot(v, covariance.operate(v)));
      }
      for (int k = 0; k < parameters.length; k++) {
        int i = plan.parameters().get(k).index();
        parameters[k] = error[i] / sigma[i];
      }
      normalised = posterior.squaredDistance(end.x(), truth) / truth.length;
    }
    return new TwinDraw(
        seed,
        normalised,
        directions,
        parameters,
        new Parameters(truth.clone(), end.x(), sigma),
        end.cost(),
        costAtTruth,
        end.converged(),
        end.reason(),
        end.passes());
  }

  /**
   * 2 (J(x_t) - J(x))/n, e'He/n without the linearisation: where the model is linear the two are
   * equal, and this one alone stays about 1 where it is not.
   */
  public double costRatio() {
    return 2 * (costAtTruth - cost) / parameters.truth().length;
  }

  /** Number of constrained directions. */
  public int directions() {
    return directionErrors.length;
  }

  /**
   * Constrained directions whose error is within one posterior standard deviation; none where the
   * minimisation failed.
   */
  public int inside() {
    return converged ? within(directionErrors) : 0;
  }

  /** The same of the constrained parameters. */
  public int parametersInside() {
    return converged ? within(parameterErrors) : 0;
  }

  private static int within(double[] errors) {
    return (int) Arrays.stream(errors).filter(error -> Math.abs(error) <= 1).count();
  }

  static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}
