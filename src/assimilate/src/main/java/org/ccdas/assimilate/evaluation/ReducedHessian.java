package org.ccdas.assimilate.evaluation;

import java.util.Arrays;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.ccdas.assimilate.minimise.Elimination;
import org.ccdas.observe.normal.LowerTriangle;

/**
 * The Hessian of the reduced cost {@code R(p) = min over b of J(p, b)} by the elements p that are
 * searched: Schur's complement of that of J. Elements b on the bound stay there while p moves a
 * little, and take no part.
 */
final class ReducedHessian {
  private ReducedHessian() {}

  /**
   * The reduced Hessian, {@link LowerTriangle packed}.
   *
   * @param hessian of J, {@link LowerTriangle packed}
   * @param x where it was made, all elements
   */
  static double[] of(double[] hessian, Elimination elimination, double[] x) {
    int[] searched = elimination.searched();
    int[] free =
        Arrays.stream(elimination.elements())
            .filter(i -> Math.abs(x[i]) < elimination.bound())
            .toArray();
    RealMatrix all = LowerTriangle.matrix(hessian, x.length);
    RealMatrix reduced = all.getSubMatrix(searched, searched);
    if (free.length > 0) {
      // S = H_pp - H_pb H_bb^-1 H_bp
      RealMatrix mixed = all.getSubMatrix(free, searched);
      RealMatrix solved =
          new CholeskyDecomposition(all.getSubMatrix(free, free), 0, 0).getSolver().solve(mixed);
      reduced = reduced.subtract(mixed.transpose().multiply(solved));
    }
    return LowerTriangle.of(reduced);
  }
}
