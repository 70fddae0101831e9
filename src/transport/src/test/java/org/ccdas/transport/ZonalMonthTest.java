package org.ccdas.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.DecompositionSolver;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealVector;
import org.ccdas.inputs.LinearOperatorContract;
import org.junit.jupiter.api.Test;

class ZonalMonthTest extends LinearOperatorContract {
  private static final int BOXES = ZonalExchange.BOXES;
  private static final int BANDS = ZonalExchange.BANDS;
  private static final ZonalMonth MONTH = ZonalMonth.of(4);

  /** State and sources to the state at the end and the mean. */
  @Override
  protected LinearMap operator() {
    return new LinearMap(
        BOXES + BANDS,
        2 * BOXES,
        in -> join(MONTH.end(head(in, BOXES), tail(in, BANDS)), mean(in)),
        bar ->
            join(
                MONTH.stateBar(head(bar, BOXES), tail(bar, BOXES)),
                MONTH.sourceBar(head(bar, BOXES), tail(bar, BOXES))));
  }

  private static double[] mean(double[] in) {
    return MONTH.mean(head(in, BOXES), tail(in, BANDS));
  }

  private static double[] head(double[] vector, int n) {
    return Arrays.copyOf(vector, n);
  }

  private static double[] tail(double[] vector, int n) {
    return Arrays.copyOfRange(vector, vector.length - n, vector.length);
  }

  private static double[] join(double[] a, double[] b) {
    double[] joined = Arrays.copyOf(a, a.length + b.length);
    System.arraycopy(b, 0, joined, a.length, b.length);
    return joined;
  }

  /** Spec section 16.3: implicit Euler, 30 steps of 1/360 yr, mean of the 30 end values. */
  @Test
  void matricesEqualThirtyImplicitSteps() {
    SplittableRandom random = new SplittableRandom(6);
    double[] state = random.doubles(BOXES, 0, 2).toArray();
    double[] source = random.doubles(BANDS, -3, 3).toArray();
    DecompositionSolver step =
        new LUDecomposition(
                MatrixUtils.createRealIdentityMatrix(BOXES)
                    .subtract(ZonalExchange.matrix(4).scalarMultiply(1 / 360.0)))
            .getSolver();
    double[] mass = ZonalExchange.mass();
    RealVector c = new ArrayRealVector(state);
    RealVector sum = new ArrayRealVector(BOXES);
    for (int n = 0; n < 30; n++) {
      for (int band = 0; band < BANDS; band++) {
        c.addToEntry(band, source[band] / 360 / 2.123 / mass[band]);
      }
      c = step.solve(c);
      sum = sum.add(c);
    }
    assertThat(MONTH.end(state, source)).containsExactly(c.toArray(), within(1e-12));
    assertThat(MONTH.mean(state, source))
        .containsExactly(sum.mapDivide(30).toArray(), within(1e-12));
  }
}
