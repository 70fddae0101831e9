package org.ccdas.assimilate.evaluation;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.util.MathArrays;
import org.ccdas.inputs.control.Parameter;
import org.ccdas.observe.normal.LowerTriangle;
import org.ccdas.observe.normal.QuadraticForm;

/**
 * The minimum of {@code J(b) = Q(b) + sum x_i(b_i)^2/2} within |x_i| <= bound: of a misfit that is
 * quadratic in the physical values b of a few elements, and their misfit to the prior. Convex in b
 * where {@link Parameter#isConvexWithin} holds of every element, so that the minimum is the only
 * one; projected Newton finds it to rounding. Bertsekas, Projected Newton methods for optimization
 * problems with simple constraints, SIAM J. Control Optim. 20 (1982).
 */
final class LinearMinimum {
  private static final int STEPS = 200;
  private static final int HALVINGS = 60;
  private static final double ENOUGH = 1e-4;

  /** Where less than this share of the costs is promised, rounding hides whether they fall. */
  private static final double ROUNDING = 1e-11;

  /** Newton steps from there on, of which each doubles the digits. */
  private static final int LAST_STEPS = 3;

  private final List<Parameter> parameters;
  private final QuadraticForm misfit;
  private final double bound;
  private final int size;
  private final RealMatrix curvature;
  private double[] x;

  /**
   * @param parameters of the elements
   * @param misfit of the observations, in the physical values of the elements
   * @param bound above 0; may be infinite
   */
  LinearMinimum(List<Parameter> parameters, QuadraticForm misfit, double bound) {
    this.parameters = List.copyOf(parameters);
    this.misfit = misfit;
    this.bound = bound;
    this.size = parameters.size();
    this.curvature = LowerTriangle.matrix(misfit.hessian(), size);
  }

  /** The elements of the control vector at the minimum; the prior where the misfit has no value. */
  double[] elements() {
    x = new double[size];
    if (!Double.isFinite(cost(x))) {
      return x;
    }
    int last = 0;
    for (int step = 0; step < STEPS; step++) {
      double[] downhill = downhill();
      double[] direction = direction(downhill);
      double promised = MathArrays.linearCombination(downhill, direction);
      if (promised <= ROUNDING * (Math.abs(misfit.value()) + Math.abs(cost(x)))) {
        x = moved(1, direction);
        if (++last == LAST_STEPS) {
          return x;
        }
      } else {
        search(direction, promised);
      }
    }
    throw new IllegalStateException(
        "No minimum of a convex cost after " + STEPS + " steps, at " + Arrays.toString(x));
  }

  private double[] each(IntToDoubleFunction value) {
    return IntStream.range(0, size).mapToDouble(value).toArray();
  }

  private double[] physical(double[] at) {
    return each(i -> parameters.get(i).value(at[i]));
  }

  private double derivative(int i) {
    return parameters.get(i).derivative(x[i]);
  }

  private double cost(double[] at) {
    double sum = 0;
    for (double element : at) {
      sum += element * element;
    }
    return misfit.at(physical(at)) + sum / 2;
  }

  /** -dJ/db db/dx. */
  private double[] downhill() {
    double[] slope = misfit.gradientAt(physical(x));
    // dJ/db = g + G (b - b0) + x dx/db
    return each(i -> -(slope[i] * derivative(i) + x[i]));
  }

  private boolean walled(int i, double towards) {
    return Math.abs(x[i]) >= bound && towards * x[i] > 0;
  }

  /**
   * Newton's step in b, as db dx/db, of the elements that are not pushed, nor led, out of the box.
   */
  private double[] direction(double[] downhill) {
    boolean[] free = new boolean[size];
    for (int i = 0; i < size; i++) {
      free[i] = !walled(i, downhill[i]);
    }
    while (true) {
      double[] direction = newton(downhill, free);
      int before = count(free);
      for (int i = 0; i < size; i++) {
        free[i] &= !walled(i, direction[i]);
      }
      if (count(free) == before) {
        return direction;
      }
    }
  }

  private static int count(boolean[] free) {
    int count = 0;
    for (boolean one : free) {
      count += one ? 1 : 0;
    }
    return count;
  }

  private double[] newton(double[] downhill, boolean[] free) {
    int[] indices = IntStream.range(0, size).filter(i -> free[i]).toArray();
    double[] direction = new double[size];
    if (indices.length == 0) {
      return direction;
    }
    RealMatrix hessian = curvature.getSubMatrix(indices, indices);
    double[] right = new double[indices.length];
    for (int k = 0; k < indices.length; k++) {
      int i = indices[k];
      for (int l = 0; l < indices.length; l++) {
        hessian.multiplyEntry(k, l, derivative(i) * derivative(indices[l]));
      }
      // G + d2/db2 x^2/2 = G + (1 - x p''/p') / p'^2, here times p' on both sides
      double bend = parameters.get(i).secondDerivative(x[i]) / derivative(i);
      hessian.addToEntry(k, k, 1 - x[i] * bend);
      right[k] = downhill[i];
    }
    double[] solved =
        new CholeskyDecomposition(hessian, 1e-12, 0)
            .getSolver()
            .solve(new ArrayRealVector(right, false))
            .toArray();
    for (int k = 0; k < indices.length; k++) {
      direction[indices[k]] = solved[k];
    }
    return direction;
  }

  /** Goes along the direction in b, bent at the walls, as far as the cost falls enough. */
  private void search(double[] direction, double promised) {
    double before = cost(x);
    double length = 1;
    for (int halving = 0; halving < HALVINGS; halving++) {
      double[] trial = moved(length, direction);
      if (cost(trial) <= before - ENOUGH * length * promised) {
        x = trial;
        return;
      }
      length /= 2;
    }
    throw new IllegalStateException("No step lowers a convex cost, at " + Arrays.toString(x));
  }

  private double[] moved(double length, double[] direction) {
    return each(
        i -> {
          if (direction[i] == 0) {
            return x[i];
          }
          Parameter parameter = parameters.get(i);
          double b = parameter.value(x[i]) + length * direction[i] * derivative(i);
          if (b <= parameter.value(-bound)) {
            return -bound;
          }
          return b >= parameter.value(bound) ? bound : parameter.inverse(b);
        });
  }
}
