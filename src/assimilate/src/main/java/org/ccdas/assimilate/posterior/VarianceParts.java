package org.ccdas.assimilate.posterior;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.ccdas.inputs.control.ControlVector;
import org.ccdas.inputs.control.TileSymbols;

/**
 * What the posterior variance of targets comes from. Elements that act on no tile, the offset of
 * CO2 and the factors on background fluxes, change no flux of the land themselves; they make it
 * uncertain since the observations see their sum with it. The first part is the variance that would
 * be left if all of them were known, the next ones what each adds, in the order of the control
 * vector, while those after it are still taken to be known.
 *
 * @param sources {@value #LAND}, then the symbols of the elements that act on no tile
 * @param parts {@code [target][source]}, not negative, in the squared unit of the target; they sum
 *     to the posterior variance
 */
public record VarianceParts(List<String> sources, double[][] parts) {
  /** The parameters of the land. */
  public static final String LAND = "land parameters";

  /**
   * Splits the variances of targets.
   *
   * @param jacobian N, {@code [target][element]}
   */
  public static VarianceParts of(ControlVector control, Posterior posterior, double[][] jacobian) {
    int[] land = elements(control, true);
    int[] others = elements(control, false);
    List<String> sources = new ArrayList<>(List.of(LAND));
    double[][] parts = new double[jacobian.length][1 + others.length];
    double[] before = new double[jacobian.length];
    for (int k = 0; k <= others.length; k++) {
      // land, and the first k of the others
      int[] free = Arrays.copyOf(land, land.length + k);
      System.arraycopy(others, 0, free, land.length, k);
      if (k > 0) {
        sources.add(control.parameter(others[k - 1]).symbol());
      }
      RealMatrix covariance = conditional(posterior.hessian(), free);
      for (int t = 0; t < jacobian.length; t++) {
        double[] row = jacobian[t];
        double sigma =
            TargetEstimate.sigma(
                Arrays.stream(free).mapToDouble(i -> row[i]).toArray(), covariance);
        // rounding may leave a little below nothing
        parts[t][k] = Math.max(0, sigma * sigma - before[t]);
        before[t] = sigma * sigma;
      }
    }
    return new VarianceParts(List.copyOf(sources), parts);
  }

  private static int[] elements(ControlVector control, boolean land) {
    return IntStream.range(0, control.size())
        .filter(i -> TileSymbols.actsOnTiles(control.parameter(i).symbol()) == land)
        .toArray();
  }

  /** Covariance of some elements where all others are known: the inverse of their part of H. */
  private static RealMatrix conditional(RealMatrix hessian, int[] free) {
    return new CholeskyDecomposition(hessian.getSubMatrix(free, free), 0, 0)
        .getSolver()
        .getInverse();
  }
}
