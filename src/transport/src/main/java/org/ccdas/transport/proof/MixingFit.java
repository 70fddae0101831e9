package org.ccdas.transport.proof;

import java.util.function.Function;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;
import org.ccdas.transport.tracer.MixingConstants;

/**
 * Fits the mixing constants of the tracer model to SF6 of 1995 to 2001: Gauss-Newton steps on the
 * logarithms, with a prior. The misfit is that of station annual means about the mean of the year.
 * What SF6 tells best, and the literature least, is how the tropics mix along the surface, which
 * models have been tuned by since Prather et al. (1987, J. Geophys. Res. 92, 6579-6613); the other
 * three have narrow priors, or they would take over its part.
 */
public final class MixingFit {
  /** Before the fit: sizes from the literature. */
  public static final MixingConstants PRIOR = MixingConstants.standard();

  /** Standard deviations of the logarithms: a factor of two, then 15, 30 and 15 percent. */
  private static final double[] PRIOR_SPREAD = {0.7, 0.15, 0.3, 0.15};

  /** Error of an annual mean and of what the model cannot resolve, ppt. */
  private static final double ERROR = 0.03;

  private static final double STEP = 0.1;

  private final Function<MixingConstants, double[]> misfit;

  /**
   * A fit.
   *
   * @param misfit of a model with given constants, ppt ({@link Sf6Proof#misfit})
   */
  public MixingFit(Function<MixingConstants, double[]> misfit) {
    this.misfit = misfit;
  }

  /** The constants after some Gauss-Newton steps from the prior. */
  public MixingConstants run(int iterations) {
    double[] x = new double[4];
    for (int iteration = 0; iteration < iterations; iteration++) {
      double[] base = misfit.apply(at(x));
      RealMatrix jacobian = new Array2DRowRealMatrix(base.length, x.length);
      for (int p = 0; p < x.length; p++) {
        double[] moved = x.clone();
        moved[p] += STEP;
        double[] changed = misfit.apply(at(moved));
        for (int i = 0; i < base.length; i++) {
          jacobian.setEntry(i, p, (changed[i] - base[i]) / STEP / ERROR);
        }
      }
      // (J'J + 1/s^2) dx = -J'r - x/s^2
      RealMatrix normal = jacobian.transpose().multiply(jacobian);
      RealVector right = jacobian.transpose().operate(new ArrayRealVector(base)).mapDivide(-ERROR);
      for (int p = 0; p < x.length; p++) {
        double weight = 1 / PRIOR_SPREAD[p] / PRIOR_SPREAD[p];
        normal.addToEntry(p, p, weight);
        right.addToEntry(p, -x[p] * weight);
      }
      RealVector step = new LUDecomposition(normal).getSolver().solve(right);
      for (int p = 0; p < x.length; p++) {
        // no more than a factor of 1.65 at a time
        x[p] += Math.max(-0.5, Math.min(0.5, step.getEntry(p)));
      }
    }
    return at(x);
  }

  private static MixingConstants at(double[] x) {
    return new MixingConstants(
        PRIOR.tropical() * Math.exp(x[0]),
        PRIOR.midlatitude() * Math.exp(x[1]),
        PRIOR.freeVertical() * Math.exp(x[2]),
        PRIOR.convection() * Math.exp(x[3]));
  }
}
