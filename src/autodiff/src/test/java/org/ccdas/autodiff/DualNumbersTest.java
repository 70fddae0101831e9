package org.ccdas.autodiff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.SplittableRandom;
import org.apache.commons.math3.analysis.differentiation.DerivativeStructure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tangent and adjoint against dual numbers of Commons Math, on twins written by hand. */
class DualNumbersTest {
  private static final int LANES = GeneratedKernel.LANES;

  @TempDir static Path folder;

  @Test
  void smoothFunctions() throws Exception {
    check("Smooth", DualNumbersTest::smooth);
  }

  @Test
  void powers() throws Exception {
    check("Powers", DualNumbersTest::powers);
  }

  @FunctionalInterface
  interface Twin {
    DerivativeStructure apply(DerivativeStructure x, DerivativeStructure y);
  }

  private static void check(String name, Twin twin) throws Exception {
    GeneratedKernel kernel = Laboratory.open(folder, 300).kernel(name);
    double[] in = new SplittableRandom(21).doubles(2 * LANES, 0.2, 1.5).toArray();
    double[] direction = new SplittableRandom(22).doubles(2 * LANES, -1, 1).toArray();
    double[] weights = new SplittableRandom(23).doubles(LANES, 1, 2).toArray();
    double[] value = kernel.forward(LANES, in);
    double[] tangent = kernel.tangent(LANES, in, direction);
    double[] gradient = new double[2 * LANES];
    kernel.adjoint(LANES, in, weights, gradient);
    for (int lane = 0; lane < LANES; lane++) {
      DerivativeStructure x = new DerivativeStructure(2, 1, 0, in[lane]);
      DerivativeStructure y = new DerivativeStructure(2, 1, 1, in[LANES + lane]);
      DerivativeStructure z = twin.apply(x, y);
      double byX = z.getPartialDerivative(1, 0);
      double byY = z.getPartialDerivative(0, 1);
      double along = byX * direction[lane] + byY * direction[LANES + lane];
      double tolerance = 1e-12 * (1 + Math.abs(byX) + Math.abs(byY));
      assertThat(byX).isNotZero();
      assertThat(byY).isNotZero();
      assertThat(value[lane]).isCloseTo(z.getValue(), within(tolerance));
      assertThat(tangent[lane]).isCloseTo(along, within(tolerance));
      assertThat(gradient[lane]).isCloseTo(weights[lane] * byX, within(2 * tolerance));
      assertThat(gradient[LANES + lane]).isCloseTo(weights[lane] * byY, within(2 * tolerance));
    }
  }

  private static DerivativeStructure smooth(DerivativeStructure x, DerivativeStructure y) {
    DerivativeStructure square = x.multiply(x).add(y.multiply(y)).add(1e-9);
    DerivativeStructure a =
        x.multiply(y).negate().exp().add(x.add(1.5).log()).subtract(square.sqrt());
    DerivativeStructure b =
        x.add(2).cbrt().multiply(y.sin()).divide(x.multiply(0.3).cos()).add(y.multiply(0.2).tan());
    DerivativeStructure c =
        x.subtract(y).tanh().add(x.multiply(3).atan()).add(x.multiply(0.1).expm1()).add(y.log1p());
    DerivativeStructure sum = a.add(b).subtract(c.multiply(2)).multiply(Math.sqrt(1 - 0.12));
    return sum.divide(x.multiply(Math.PI).add(1)).negate().add(x.subtract(y).divide(x.add(y)));
  }

  private static DerivativeStructure powers(DerivativeStructure x, DerivativeStructure y) {
    DerivativeStructure sum = x.pow(2).add(x.pow(3)).subtract(y.pow(-2));
    sum = sum.add(x.pow(7).multiply(1e-2)).add(x.sqrt()).add(1).add(y).add(y.pow(-0.7));
    return sum.add(x.pow(y)).add(DerivativeStructure.pow(2.0, x)).add(8);
  }
}
