package org.ccdas.observe.local;

import org.ccdas.inputs.random.NormalStream;

/** A cell with gaps and varying errors, and a model that is not linear in its three parameters. */
final class LocalCase {
  static final int PARAMETERS = 3;
  static final double[] POINT = {0.4, -0.7, 0.2};
  private static final int[] DAYS = {3, 4, 5, 9, 12, 13, 20, 41, 42, 60, 61, 64, 70, 90};
  static final int[] YEARS = {
    2010, 2010, 2010, 2010, 2010, 2011, 2011, 2011, 2011, 2012, 2012, 2012, 2012, 2012
  };

  private LocalCase() {}

  static LocalSeries series() {
    NormalStream noise = new NormalStream(4);
    double[] value = modelled(new double[] {0.1, 0.3, -0.4});
    double[] sigma = new double[DAYS.length];
    for (int k = 0; k < value.length; k++) {
      sigma[k] = 0.03 + 0.01 * (k % 4);
      value[k] = 0.05 + 1.3 * value[k] + sigma[k] * noise.next();
    }
    return new LocalSeries(DAYS, value, sigma);
  }

  static LocalTerm term(LocalError error, BiasTreatment bias) {
    return new LocalTerm(series(), error, bias);
  }

  /** H = 0.25 + 0.1 sin(t/9 + x0) + 0.03 (1 + x1^2) cos(t/4) + 0.02 exp(x2) (t mod 3). */
  static double[] modelled(double[] x) {
    double[] h = new double[DAYS.length];
    for (int k = 0; k < h.length; k++) {
      double t = DAYS[k];
      h[k] =
          0.25
              + 0.1 * Math.sin(t / 9 + x[0])
              + 0.03 * (1 + x[1] * x[1]) * Math.cos(t / 4)
              + 0.02 * Math.exp(x[2]) * (t % 3);
    }
    return h;
  }

  static double[] row(double[] x, int k) {
    double t = DAYS[k];
    return new double[] {
      0.1 * Math.cos(t / 9 + x[0]), 0.06 * x[1] * Math.cos(t / 4), 0.02 * Math.exp(x[2]) * (t % 3)
    };
  }
}
