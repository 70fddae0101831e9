package org.ccdas.inputs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/**
 * What every linear operator with a transpose must fulfil. A test class of an operator extends this
 * and says what the operator is.
 */
public abstract class LinearOperatorContract {
  private static final double TOLERANCE = 1e-11;

  /** A linear map and its transpose. */
  public record LinearMap(
      int inputs, int outputs, UnaryOperator<double[]> forward, UnaryOperator<double[]> adjoint) {}

  /** The operator under test. */
  protected abstract LinearMap operator();

  @Test
  void isLinear() {
    LinearMap map = operator();
    double[] a = random(map.inputs(), 1);
    double[] b = random(map.inputs(), 2);
    double[] combined = new double[a.length];
    for (int i = 0; i < a.length; i++) {
      combined[i] = 2.5 * a[i] - 0.75 * b[i];
    }
    double[] ofA = map.forward().apply(a);
    double[] ofB = map.forward().apply(b);
    double[] ofCombined = map.forward().apply(combined);
    assertThat(ofA).hasSize(map.outputs());
    double scale = norm(ofA) + norm(ofB);
    assertThat(scale).as("the operator does something").isPositive();
    for (int i = 0; i < ofA.length; i++) {
      assertThat(ofCombined[i]).isCloseTo(2.5 * ofA[i] - 0.75 * ofB[i], within(1e-13 * scale));
    }
    assertThat(norm(map.forward().apply(new double[map.inputs()]))).isZero();
  }

  @Test
  void adjointIsTheTranspose() {
    LinearMap map = operator();
    for (int seed = 0; seed < 5; seed++) {
      double[] v = random(map.inputs(), 10 + seed);
      double[] u = random(map.outputs(), 20 + seed);
      double[] forward = map.forward().apply(v);
      double[] adjoint = map.adjoint().apply(u);
      assertThat(adjoint).hasSize(map.inputs());
      double left = dot(u, forward);
      double right = dot(adjoint, v);
      assertThat(left).as("a product that is not zero").isNotZero();
      assertThat(right).as("a product that is not zero").isNotZero();
      // |<u, L v> - <L' u, v>| <= 1e-11 (|u| |L v| + |L' u| |v|)/2
      double bound = TOLERANCE * (norm(u) * norm(forward) + norm(adjoint) * norm(v)) / 2;
      assertThat(left - right).isCloseTo(0, within(bound));
    }
  }

  @Test
  void everyOutputDependsOnSomeInput() {
    LinearMap map = operator();
    for (int i = 0; i < map.outputs(); i += Math.max(1, map.outputs() / 20)) {
      double[] unit = new double[map.outputs()];
      unit[i] = 1;
      assertThat(norm(map.adjoint().apply(unit))).as("row %d", i).isPositive();
    }
  }

  @Test
  void everyInputReachesSomeOutput() {
    LinearMap map = operator();
    for (int i = 0; i < map.inputs(); i += Math.max(1, map.inputs() / 20)) {
      double[] unit = new double[map.inputs()];
      unit[i] = 1;
      assertThat(norm(map.forward().apply(unit))).as("column %d", i).isPositive();
    }
  }

  private static double[] random(int n, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    return random.doubles(n, -1, 1).toArray();
  }

  private static double norm(double[] vector) {
    return Math.sqrt(dot(vector, vector));
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}
