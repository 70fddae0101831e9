package org.ccdas.verify.check;

/**
 * A function of three inputs and five outputs of different size and curvature, with its derivatives
 * and ways to break them.
 *
 * <pre>
 * f0 = exp(x0) x1    f1 = 1e6 sin(x0 x2)    f2 = 3 x0 - 2 x1    f3 = 7    f4 = 1e-3 x1^3 + x2
 * </pre>
 */
record Sample(boolean dropsTerm, boolean wrongAdjoint) implements Differentiable {
  static final double[] POINT = {0.7, -1.3, 0.4};
  static final Sample RIGHT = new Sample(false, false);

  @Override
  public int inputs() {
    return 3;
  }

  @Override
  public int outputs() {
    return 5;
  }

  @Override
  public double[] value(double[] x) {
    return new double[] {
      Math.exp(x[0]) * x[1],
      1e6 * Math.sin(x[0] * x[2]),
      3 * x[0] - 2 * x[1],
      7,
      1e-3 * x[1] * x[1] * x[1] + x[2]
    };
  }

  private double[][] jacobian(double[] x) {
    double cos = 1e6 * Math.cos(x[0] * x[2]);
    return new double[][] {
      {dropsTerm ? 0 : Math.exp(x[0]) * x[1], Math.exp(x[0]), 0},
      {cos * x[2], 0, cos * x[0]},
      {3, -2, 0},
      {0, 0, 0},
      {0, 3e-3 * x[1] * x[1], 1}
    };
  }

  @Override
  public double[] tangent(double[] x, double[] v) {
    double[][] jacobian = jacobian(x);
    double[] product = new double[5];
    for (int k = 0; k < 5; k++) {
      for (int i = 0; i < 3; i++) {
        product[k] += jacobian[k][i] * v[i];
      }
    }
    return product;
  }

  @Override
  public double[] adjoint(double[] x, double[] u) {
    double[][] jacobian = jacobian(x);
    double[] product = new double[3];
    for (int k = 0; k < 5; k++) {
      for (int i = 0; i < 3; i++) {
        product[i] += jacobian[k][i] * u[k];
      }
    }
    if (wrongAdjoint) {
      product[1] -= jacobian[2][1] * u[2];
    }
    return product;
  }

  /** A function without any derivative: value 1, derivatives zero. */
  static final Differentiable CONSTANT =
      new Differentiable() {
        @Override
        public int inputs() {
          return 3;
        }

        @Override
        public int outputs() {
          return 2;
        }

        @Override
        public double[] value(double[] x) {
          return new double[] {1, 1};
        }

        @Override
        public double[] tangent(double[] x, double[] v) {
          return new double[2];
        }

        @Override
        public double[] adjoint(double[] x, double[] u) {
          return new double[3];
        }
      };

  /** The outputs brought to like size. */
  static Scaled scaled(Differentiable function) {
    return new Scaled(function, new double[] {1, 1, 1}, new double[] {1, 1e6, 1, 1, 1});
  }

  /** A right function whose value or derivative is NaN at the point. */
  static Differentiable notFinite() {
    return Differentiable.ofCost(
        3, x -> Math.sqrt(-1 - x[0]), x -> new double[] {Double.NaN, 0, 0});
  }
}
