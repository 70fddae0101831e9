package org.ccdas.assimilate.posterior;

import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.DecompositionSolver;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.util.MathArrays;
import org.ccdas.assimilate.minimise.Elimination;
import org.ccdas.inputs.random.NormalStream;

/**
 * Draws from the Laplace approximation of the reduced cost. The elements p that are searched are
 * drawn from N(c, C), c the minimum of the quadratic model without the bound; the others, b, about
 * their best value at p: {@code b = b*(p) + d, d ~ N(0, H_bb^-1)}. So draws follow the curved
 * valley that the sum of the fluxes leaves, where those of N(c, C) leave it.
 */
public final class LaplaceDraws {
  private final Posterior posterior;
  private final double[] centre;
  private final int[] searched;
  private final int[] linear;
  private final RealMatrix mixed;
  private final DecompositionSolver solver;

  /**
   * @param posterior at the minimum
   * @param elimination the elements b
   */
  public LaplaceDraws(Posterior posterior, Elimination elimination) {
    this.posterior = posterior;
    double[] x = posterior.x();
    // c = x - C g: x itself but for elements on the bound, and what the search has left
    double[] left = posterior.covariance().operate(posterior.normal().gradientWithPrior(x));
    this.centre = MathArrays.ebeSubtract(x, left);
    this.searched = elimination.searched();
    this.linear = elimination.elements();
    RealMatrix hessian = posterior.hessian();
    this.mixed = hessian.getSubMatrix(linear, searched);
    this.solver = new CholeskyDecomposition(hessian.getSubMatrix(linear, linear), 0, 0).getSolver();
  }

  /** A draw from N(c, C), whose p is that of the draw; its b is not yet in the valley. */
  public double[] straight(NormalStream random) {
    double[] draw = posterior.draw(random);
    return MathArrays.ebeAdd(MathArrays.ebeSubtract(draw, posterior.x()), centre);
  }

  /**
   * The draw of both.
   *
   * @param straight as above
   * @param best p of that and b*(p)
   */
  public double[] inValley(double[] straight, double[] best) {
    double[] along = new double[searched.length];
    for (int k = 0; k < along.length; k++) {
      along[k] = straight[searched[k]] - centre[searched[k]];
    }
    // E(b | p) - c_b = -H_bb^-1 H_bp (p - c_p)
    double[] mean = solver.solve(new ArrayRealVector(mixed.operate(along), false)).toArray();
    double[] draw = best.clone();
    for (int k = 0; k < linear.length; k++) {
      draw[linear[k]] += straight[linear[k]] - centre[linear[k]] + mean[k];
    }
    return draw;
  }

  /**
   * log q of a draw up to a constant, that of N(c, C) at the straight one: moving b by what depends
   * on p alone changes no volume.
   */
  public double logDensity(double[] straight) {
    return -posterior.squaredDistance(straight, centre) / 2;
  }
}
