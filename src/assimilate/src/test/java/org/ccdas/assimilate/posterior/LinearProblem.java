package org.ccdas.assimilate.posterior;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;
import org.ccdas.inputs.random.NormalStream;
import org.ccdas.observe.normal.GroupSystem;
import org.ccdas.observe.normal.LowerTriangle;
import org.ccdas.observe.normal.NormalSystem;
import org.ccdas.observe.normal.ObservationGroup;

/**
 * A linear problem with independent errors of variance 1: groups of observations d = K x + e, prior
 * N(0, I). Its answers are found here from the whole matrix, by other means than the classes under
 * test use.
 */
record LinearProblem(List<ObservationGroup> groups, List<RealMatrix> k, List<RealVector> d) {
  static final int N = 6;
  static final int OBSERVATIONS = 5;

  /** Four groups of five observations of a truth; the last parameter is seen by none. */
  static LinearProblem sample() {
    NormalStream random = new NormalStream(11);
    RealVector truth = new ArrayRealVector(random.next(N));
    List<ObservationGroup> groups =
        List.of(
            new ObservationGroup("co2", "MLO", 0),
            new ObservationGroup("co2", "SPO", 0),
            new ObservationGroup("soilMoisture", "Africa", 2011),
            new ObservationGroup("soilMoisture", "Africa", 2012));
    List<RealMatrix> k = new ArrayList<>();
    List<RealVector> d = new ArrayList<>();
    for (int g = 0; g < groups.size(); g++) {
      RealMatrix matrix = MatrixUtils.createRealMatrix(OBSERVATIONS, N);
      for (int row = 0; row < OBSERVATIONS; row++) {
        double[] elements = random.next(N);
        elements[N - 1] = 0;
        matrix.setRow(row, elements);
      }
      k.add(matrix);
      d.add(matrix.operate(truth).add(new ArrayRealVector(random.next(OBSERVATIONS))));
    }
    return new LinearProblem(groups, k, d);
  }

  /** The same with the groups that meet a condition. */
  LinearProblem where(Predicate<ObservationGroup> condition) {
    List<ObservationGroup> kept = new ArrayList<>();
    List<RealMatrix> matrices = new ArrayList<>();
    List<RealVector> values = new ArrayList<>();
    for (int g = 0; g < groups.size(); g++) {
      if (condition.test(groups.get(g))) {
        kept.add(groups.get(g));
        matrices.add(k.get(g));
        values.add(d.get(g));
      }
    }
    return new LinearProblem(kept, matrices, values);
  }

  /** I + sum K'K. */
  RealMatrix hessian() {
    RealMatrix hessian = MatrixUtils.createRealIdentityMatrix(N);
    for (RealMatrix matrix : k) {
      hessian = hessian.add(matrix.transpose().multiply(matrix));
    }
    return hessian;
  }

  RealMatrix covariance() {
    return new LUDecomposition(hessian()).getSolver().getInverse();
  }

  /** C sum K'd. */
  double[] minimum() {
    RealVector right = new ArrayRealVector(N);
    for (int g = 0; g < k.size(); g++) {
      right = right.add(k.get(g).transpose().operate(d.get(g)));
    }
    return covariance().operate(right).toArray();
  }

  RealVector misfit(int group, double[] x) {
    return k.get(group).operate(new ArrayRealVector(x)).subtract(d.get(group));
  }

  double cost(double[] x) {
    double cost = Arrays.stream(x).map(v -> v * v / 2).sum();
    for (int g = 0; g < k.size(); g++) {
      cost += misfit(g, x).dotProduct(misfit(g, x)) / 2;
    }
    return cost;
  }

  NormalSystem normal(double[] x) {
    List<GroupSystem> systems = new ArrayList<>();
    for (int g = 0; g < k.size(); g++) {
      RealVector misfit = misfit(g, x);
      systems.add(
          new GroupSystem(
              groups.get(g),
              misfit.dotProduct(misfit) / 2,
              k.get(g).transpose().operate(misfit).toArray(),
              LowerTriangle.of(k.get(g).transpose().multiply(k.get(g)))));
    }
    return new NormalSystem(N, systems);
  }

  Posterior posterior() {
    double[] minimum = minimum();
    return Posterior.at(minimum, normal(minimum));
  }
}
