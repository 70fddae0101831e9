package org.ccdas.assimilate.posterior;

import java.util.Optional;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.DecompositionSolver;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.util.MathArrays;
import org.ccdas.assimilate.minimise.Candidate;
import org.ccdas.assimilate.minimise.Derivative;
import org.ccdas.assimilate.minimise.Elimination;
import org.ccdas.inputs.random.NormalStream;

/**
 * Draws from the Laplace approximation of the reduced cost. A straight draw is one of N(c, C), c
 * the minimum of the quadratic model without the bound. Where elements b enter linearly, the draw
 * follows the curved valley that the sum of the fluxes leaves: its other elements p stay, and b is
 * counted from its best value there, {@code b = b*(p) + d, d ~ N(0, H_bb^-1)}, d independent of p.
 */
public final class LaplaceDraws {
  private final Posterior posterior;
  private final double[] centre;
  private final RealMatrix hessian;
  private final Elimination elimination;
  private final RealMatrix mixed;
  private final DecompositionSolver solver;

  /**
   * @param posterior at the minimum
   * @param eliminable the elements b; empty where there are none
   */
  public LaplaceDraws(Posterior posterior, Optional<Elimination> eliminable) {
    this.posterior = posterior;
    this.hessian = posterior.hessian();
    double[] x = posterior.x();
    // c = x - C g: x itself but for elements on the bound, and what the search has left
    double[] left = posterior.covariance().operate(posterior.normal().gradientWithPrior(x));
    this.centre = MathArrays.ebeSubtract(x, left);
    this.elimination = eliminable.orElse(null);
    if (elimination == null) {
      this.mixed = null;
      this.solver = null;
    } else {
      int[] linear = elimination.elements();
      this.mixed = hessian.getSubMatrix(linear, elimination.searched());
      this.solver =
          new CholeskyDecomposition(hessian.getSubMatrix(linear, linear), 0, 0).getSolver();
    }
  }

  /** A draw from N(c, C). */
  public double[] straight(NormalStream random) {
    double[] draw = posterior.draw(random);
    return MathArrays.ebeAdd(MathArrays.ebeSubtract(draw, posterior.x()), centre);
  }

  /**
   * A draw near another, so that both are draws of N(c, C): c + (1 - s^2)^1/2 (z - c) + s w, w from
   * N(0, C). Cotter, Roberts, Stuart and White, MCMC methods for functions, Statistical Science 28
   * (2013).
   *
   * @param straight z
   * @param step s, above 0, at most 1, where it is independent of z
   */
  double[] near(double[] straight, double step, NormalStream random) {
    double[] draw = posterior.draw(random);
    double kept = Math.sqrt(1 - step * step);
    double[] near = new double[draw.length];
    for (int i = 0; i < near.length; i++) {
      near[i] = centre[i] + kept * (straight[i] - centre[i]) + step * (draw[i] - posterior.x()[i]);
    }
    return near;
  }

  /** The candidate whose evaluation puts the draw into the valley and gives the cost there. */
  public Candidate inValley(int id, double[] straight) {
    if (elimination == null) {
      return new Candidate(id, straight, Derivative.COST);
    }
    double[] off = MathArrays.ebeSubtract(straight, centre);
    // E(b | p) - c_b = -H_bb^-1 H_bp (p - c_p)
    double[] mean =
        solver
            .solve(new ArrayRealVector(mixed.operate(elimination.searched(off)), false))
            .toArray();
    double[] besides = MathArrays.ebeAdd(elimination.eliminated(off), mean);
    return new Candidate(id, elimination.with(straight, besides), Derivative.COST, elimination);
  }

  /**
   * A draw in the valley. Its log p/q is that of the straight one: moving b by what depends on p
   * alone changes no volume.
   *
   * @param straight the draw before
   * @param x the control vector that it was evaluated at
   * @param cost there, -log p
   */
  public DrawChains.Link link(double[] straight, double[] x, double cost) {
    return new DrawChains.Link(straight, x, product(straight, straight) / 2 - cost);
  }

  /** (a - c)' H (b - c). */
  double product(double[] a, double[] b) {
    return MathArrays.linearCombination(
        hessian.operate(MathArrays.ebeSubtract(a, centre)), MathArrays.ebeSubtract(b, centre));
  }
}
