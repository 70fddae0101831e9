package org.ccdas.assimilate.minimise;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import org.apache.commons.math3.analysis.differentiation.DerivativeStructure;

/**
 * Problems of Moré, Garbow and Hillstrom, Testing Unconstrained Optimization Software, ACM
 * Transactions on Mathematical Software 7 (1981) 17-41: residuals, starts and minima as published,
 * with the numbers of the problems there.
 */
final class PublishedProblems {
  private PublishedProblems() {}

  private static final double[] BARD = {
    0.14, 0.18, 0.22, 0.25, 0.29, 0.32, 0.35, 0.39, 0.37, 0.58, 0.73, 0.96, 1.34, 2.10, 4.39
  };
  private static final double[] KOWALIK_Y = {
    0.1957, 0.1947, 0.1735, 0.1600, 0.0844, 0.0627, 0.0456, 0.0342, 0.0323, 0.0235, 0.0246
  };
  private static final double[] KOWALIK_U = {
    4, 2, 1, 0.5, 0.25, 0.167, 0.125, 0.1, 0.0833, 0.0714, 0.0625
  };

  static List<Problem> all() {
    return List.of(
        new Problem(
            "1 Rosenbrock",
            values(-1.2, 1),
            values(0),
            values(1, 1),
            x -> list(x[1].subtract(square(x[0])).multiply(10), one(x[0]))),
        new Problem(
            "2 Freudenstein and Roth",
            values(0.5, -2),
            values(0, 48.98425),
            null,
            x ->
                list(
                    // -13 + x1 + ((5 - x2) x2 - 2) x2
                    x[1].negate()
                        .add(5)
                        .multiply(x[1])
                        .subtract(2)
                        .multiply(x[1])
                        .add(x[0])
                        .add(-13),
                    // -29 + x1 + ((x2 + 1) x2 - 14) x2
                    x[1].add(1).multiply(x[1]).subtract(14).multiply(x[1]).add(x[0]).add(-29))),
        new Problem(
            "3 Powell badly scaled",
            values(0, 1),
            values(0),
            values(1.098159e-5, 9.106147),
            x ->
                list(
                    x[0].multiply(x[1]).multiply(1e4).subtract(1),
                    x[0].negate().exp().add(x[1].negate().exp()).subtract(1.0001))),
        new Problem(
            "4 Brown badly scaled",
            values(1, 1),
            values(0),
            values(1e6, 2e-6),
            x -> list(x[0].subtract(1e6), x[1].subtract(2e-6), x[0].multiply(x[1]).subtract(2))),
        new Problem(
            "5 Beale",
            values(1, 1),
            values(0),
            values(3, 0.5),
            // y_i - x1 (1 - x2^i)
            x ->
                list(
                    3,
                    i ->
                        x[0].multiply(one(x[1].pow(i)))
                            .negate()
                            .add(new double[] {1.5, 2.25, 2.625}[i - 1]))),
        new Problem(
            "7 helical valley",
            values(-1, 0, 0),
            values(0),
            values(1, 0, 0),
            PublishedProblems::helix),
        new Problem(
            "8 Bard",
            values(1, 1, 1),
            values(8.21487e-3),
            null,
            // y_i - (x1 + u / (v x2 + w x3)), u = i, v = 16 - i, w = min(u, v)
            x ->
                list(
                    15,
                    i ->
                        x[1].multiply(16 - i)
                            .add(x[2].multiply(Math.min(i, 16 - i)))
                            .reciprocal()
                            .multiply(i)
                            .add(x[0])
                            .negate()
                            .add(BARD[i - 1]))),
        new Problem(
            "12 box three-dimensional",
            values(0, 10, 20),
            values(0),
            null,
            // exp(-t x1) - exp(-t x2) - x3 (exp(-t) - exp(-10 t)), t = 0.1 i
            x ->
                list(
                    10,
                    i ->
                        x[0].multiply(-0.1 * i)
                            .exp()
                            .subtract(x[1].multiply(-0.1 * i).exp())
                            .subtract(x[2].multiply(Math.exp(-0.1 * i) - Math.exp(-i))))),
        new Problem(
            "13 Powell singular",
            values(3, -1, 0, 1),
            values(0),
            null,
            PublishedProblems::powellSingular),
        new Problem(
            "14 Wood",
            values(-3, -1, -3, -1),
            values(0),
            values(1, 1, 1, 1),
            x ->
                list(
                    x[1].subtract(square(x[0])).multiply(10),
                    one(x[0]),
                    x[3].subtract(square(x[2])).multiply(Math.sqrt(90)),
                    one(x[2]),
                    x[1].add(x[3]).subtract(2).multiply(Math.sqrt(10)),
                    x[1].subtract(x[3]).divide(Math.sqrt(10)))),
        new Problem(
            "15 Kowalik and Osborne",
            values(0.25, 0.39, 0.415, 0.39),
            values(3.07505e-4),
            null,
            x ->
                list(
                    11,
                    i -> {
                      double u = KOWALIK_U[i - 1];
                      // y - x1 (u^2 + u x2) / (u^2 + u x3 + x4)
                      return x[0].multiply(x[1].multiply(u).add(u * u))
                          .divide(x[2].multiply(u).add(x[3]).add(u * u))
                          .negate()
                          .add(KOWALIK_Y[i - 1]);
                    })),
        new Problem(
            "16 Brown and Dennis",
            values(25, 5, -5, -1),
            values(85822.2),
            null,
            x ->
                list(
                    20,
                    i -> {
                      double t = i / 5.0;
                      // (x1 + t x2 - exp(t))^2 + (x3 + x4 sin(t) - cos(t))^2
                      return square(x[1].multiply(t).add(x[0]).subtract(Math.exp(t)))
                          .add(square(x[3].multiply(Math.sin(t)).add(x[2]).subtract(Math.cos(t))));
                    })),
        new Problem(
            "20 Watson", new double[6], values(2.28767e-3), null, PublishedProblems::watson),
        new Problem(
            "21 extended Rosenbrock",
            from(20, j -> j % 2 == 1 ? -1.2 : 1),
            values(0),
            from(20, j -> 1.0),
            x ->
                list(
                    20,
                    i ->
                        i % 2 == 1 ? x[i].subtract(square(x[i - 1])).multiply(10) : one(x[i - 2]))),
        new Problem(
            "22 extended Powell singular",
            from(12, j -> new double[] {1, 3, -1, 0}[j % 4]),
            values(0),
            null,
            x -> {
              DerivativeStructure[] all = new DerivativeStructure[12];
              for (int k = 0; k < 12; k += 4) {
                System.arraycopy(powellSingular(Arrays.copyOfRange(x, k, k + 4)), 0, all, k, 4);
              }
              return all;
            }),
        new Problem(
            "23 penalty I",
            from(10, j -> j),
            values(7.08765e-5),
            null,
            x -> {
              DerivativeStructure[] all =
                  list(11, i -> x[Math.min(i, 10) - 1].subtract(1).multiply(Math.sqrt(1e-5)));
              all[10] = x[0].multiply(0).subtract(0.25);
              for (DerivativeStructure element : x) {
                all[10] = all[10].add(square(element));
              }
              return all;
            }),
        new Problem(
            "25 variably dimensioned",
            from(10, j -> 1 - j / 10.0),
            values(0),
            from(10, j -> 1.0),
            x -> {
              DerivativeStructure sum = x[0].multiply(0);
              for (int j = 1; j <= 10; j++) {
                sum = sum.add(x[j - 1].subtract(1).multiply(j));
              }
              DerivativeStructure weighted = sum;
              return list(
                  12, i -> i <= 10 ? x[i - 1].subtract(1) : i == 11 ? weighted : square(weighted));
            }),
        new Problem(
            "26 trigonometric",
            from(10, j -> 0.1),
            values(0, 2.79506e-5),
            null,
            x -> {
              DerivativeStructure cosines = x[0].multiply(0);
              for (DerivativeStructure element : x) {
                cosines = cosines.add(element.cos());
              }
              DerivativeStructure all = cosines;
              // n - sum cos(x_j) + i (1 - cos(x_i)) - sin(x_i)
              return list(
                  10,
                  i ->
                      one(x[i - 1].cos())
                          .multiply(i)
                          .subtract(x[i - 1].sin())
                          .subtract(all)
                          .add(10));
            }),
        new Problem(
            "28 discrete boundary value",
            from(10, j -> j / 11.0 * (j / 11.0 - 1)),
            values(0),
            null,
            // 2 x_i - x_(i-1) - x_(i+1) + h^2 (x_i + t_i + 1)^3 / 2
            x ->
                list(
                    10,
                    i ->
                        x[i - 1]
                            .multiply(2)
                            .subtract(at(x, i - 1))
                            .subtract(at(x, i + 1))
                            .add(x[i - 1].add(i / 11.0 + 1).pow(3).divide(2 * 121)))),
        new Problem(
            "30 Broyden tridiagonal",
            from(10, j -> -1.0),
            values(0),
            null,
            // (3 - 2 x_i) x_i - x_(i-1) - 2 x_(i+1) + 1
            x ->
                list(
                    10,
                    i ->
                        x[i - 1]
                            .multiply(-2)
                            .add(3)
                            .multiply(x[i - 1])
                            .subtract(at(x, i - 1))
                            .subtract(at(x, i + 1).multiply(2))
                            .add(1))));
  }

  private static DerivativeStructure[] helix(DerivativeStructure[] x) {
    // theta = atan(x2 / x1) / 2 pi, plus 1/2 where x1 < 0
    DerivativeStructure theta = x[1].divide(x[0]).atan().divide(2 * Math.PI);
    if (x[0].getValue() < 0) {
      theta = theta.add(0.5);
    }
    DerivativeStructure radius = square(x[0]).add(square(x[1])).sqrt();
    return list(
        x[2].subtract(theta.multiply(10)).multiply(10), radius.subtract(1).multiply(10), x[2]);
  }

  private static DerivativeStructure[] powellSingular(DerivativeStructure[] x) {
    return list(
        x[0].add(x[1].multiply(10)),
        x[2].subtract(x[3]).multiply(Math.sqrt(5)),
        square(x[1].subtract(x[2].multiply(2))),
        square(x[0].subtract(x[3])).multiply(Math.sqrt(10)));
  }

  private static DerivativeStructure[] watson(DerivativeStructure[] x) {
    DerivativeStructure[] all =
        list(
            31,
            i -> {
              double t = i / 29.0;
              DerivativeStructure slope = x[0].multiply(0);
              DerivativeStructure value = x[0];
              for (int j = 2; j <= x.length; j++) {
                slope = slope.add(x[j - 1].multiply((j - 1) * Math.pow(t, j - 2)));
                value = value.add(x[j - 1].multiply(Math.pow(t, j - 1)));
              }
              return slope.subtract(square(value)).subtract(1);
            });
    all[29] = x[0];
    all[30] = x[1].subtract(square(x[0])).subtract(1);
    return all;
  }

  /** x_i with x_0 = x_(n+1) = 0. */
  private static DerivativeStructure at(DerivativeStructure[] x, int i) {
    return i >= 1 && i <= x.length ? x[i - 1] : x[0].multiply(0);
  }

  private static DerivativeStructure one(DerivativeStructure x) {
    return x.negate().add(1);
  }

  private static DerivativeStructure square(DerivativeStructure x) {
    return x.multiply(x);
  }

  private static DerivativeStructure[] list(DerivativeStructure... residuals) {
    return residuals;
  }

  private static DerivativeStructure[] list(int m, IntFunction<DerivativeStructure> residual) {
    DerivativeStructure[] all = new DerivativeStructure[m];
    Arrays.setAll(all, i -> residual.apply(i + 1));
    return all;
  }

  private static double[] values(double... values) {
    return values;
  }

  private static double[] from(int n, IntFunction<? extends Number> element) {
    double[] values = new double[n];
    Arrays.setAll(values, i -> element.apply(i + 1).doubleValue());
    return values;
  }
}
