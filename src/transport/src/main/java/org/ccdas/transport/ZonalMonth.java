package org.ccdas.transport;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;

/**
 * One month of {@link ZonalBox} as matrices: 30 steps of implicit Euler, each {@code c' = E (c +
 * b)} with E = (I - dt A)^-1 and a source b that is constant in the month, add up to
 *
 * <ul>
 *   <li>end of the month: c = P c0 + G b, P = E^30, G = E + E^2 + ... + E^30;
 *   <li>mean of the 30 end values: (G c0 + H b)/30, H = sum over n = 1..30 of (E + ... + E^n).
 * </ul>
 */
final class ZonalMonth {
  private static final int STEPS = 30;
  private static final double STEP_YEARS = 1 / 360.0;

  private final RealMatrix power;
  private final RealMatrix sum;
  private final RealMatrix sumOfSums;
  private final double[] sourceScale;

  private ZonalMonth(RealMatrix power, RealMatrix sum, RealMatrix sumOfSums, double[] sourceScale) {
    this.power = power;
    this.sum = sum;
    this.sumOfSums = sumOfSums;
    this.sourceScale = sourceScale;
  }

  /** The matrices of a calendar month 1..12. */
  static ZonalMonth of(int month) {
    RealMatrix identity = MatrixUtils.createRealIdentityMatrix(ZonalExchange.BOXES);
    RealMatrix implicit = identity.subtract(ZonalExchange.matrix(month).scalarMultiply(STEP_YEARS));
    // as Array2DRowRealMatrix: the product of two RealMatrix asks for every entry by a checked call
    Array2DRowRealMatrix step =
        new Array2DRowRealMatrix(new LUDecomposition(implicit).getSolver().getInverse().getData());
    Array2DRowRealMatrix power = new Array2DRowRealMatrix(identity.getData());
    RealMatrix sum = new Array2DRowRealMatrix(ZonalExchange.BOXES, ZonalExchange.BOXES);
    RealMatrix sumOfSums = sum;
    for (int n = 0; n < STEPS; n++) {
      power = power.multiply(step);
      sum = sum.add(power);
      sumOfSums = sumOfSums.add(sum);
    }
    double[] mass = ZonalExchange.mass();
    double[] sourceScale = new double[ZonalExchange.BANDS];
    for (int band = 0; band < sourceScale.length; band++) {
      // (1/2.123) s_j/(f_1 a_j) ppm yr-1 during one step
      sourceScale[band] = STEP_YEARS / CarbonUnits.PGC_PER_PPM / mass[band];
    }
    return new ZonalMonth(power, sum, sumOfSums, sourceScale);
  }

  /** State at the end of the month (ppm) from that at its start and the sources (PgC yr-1). */
  double[] end(double[] state, double[] source) {
    return add(power.operate(state), sum.operate(increment(source)), 1);
  }

  /** Mean over the month, ppm, of each box. */
  double[] mean(double[] state, double[] source) {
    return add(sum.operate(state), sumOfSums.operate(increment(source)), 1.0 / STEPS);
  }

  /** Transpose by the state at the start, of weights on the state at the end and on the mean. */
  double[] stateBar(double[] endBar, double[] meanBar) {
    return add(power.preMultiply(endBar), sum.preMultiply(scaled(meanBar)), 1);
  }

  /** Transpose by the sources (per PgC yr-1), of weights on the end state and on the mean. */
  double[] sourceBar(double[] endBar, double[] meanBar) {
    double[] incrementBar = add(sum.preMultiply(endBar), sumOfSums.preMultiply(scaled(meanBar)), 1);
    double[] bar = new double[sourceScale.length];
    for (int band = 0; band < bar.length; band++) {
      bar[band] = sourceScale[band] * incrementBar[band];
    }
    return bar;
  }

  private double[] increment(double[] source) {
    double[] increment = new double[ZonalExchange.BOXES];
    for (int band = 0; band < sourceScale.length; band++) {
      increment[band] = sourceScale[band] * source[band];
    }
    return increment;
  }

  private static double[] scaled(double[] meanBar) {
    return add(meanBar, new double[meanBar.length], 1.0 / STEPS);
  }

  private static double[] add(double[] a, double[] b, double factor) {
    double[] result = new double[a.length];
    for (int i = 0; i < a.length; i++) {
      result[i] = factor * (a[i] + b[i]);
    }
    return result;
  }
}
