package org.ccdas.verify.world;

import java.time.LocalDate;
import java.util.Arrays;
import org.ccdas.inputs.random.NormalStream;
import org.ccdas.observe.moisture.DailySoilMoisture;
import org.ccdas.observe.moisture.MoistureError;
import org.ccdas.observe.moisture.MoistureSeries;

/**
 * What a satellite that sees each cell every third day would report of known soil moisture: an
 * offset of each cell, drawn from the prior that an assimilation assumes (N(0, 0.1^2), spec section
 * 17.4), and errors with the stated standard error and correlation of 5 days (17.3). An offset that
 * would take more than a hundredth of a cell's days out of the range of retrievals is drawn again;
 * a value outside 0..1 is none.
 *
 * @param observed the reports
 * @param offset of each cell, m3 m-3
 */
public record SatelliteMoisture(DailySoilMoisture observed, double[] offset) {
  private static final int REPEAT_DAYS = 3;
  private static final double OFFSET_SIGMA = 0.1;
  private static final double REPRESENTATIVENESS = 0.04;
  private static final double LEAST_RETRIEVAL_ERROR = 0.02;
  private static final double MOST_RETRIEVAL_ERROR = 0.05;
  private static final double LEAST = 0.08;
  private static final double MOST = 0.65;
  private static final int TRIALS = 1000;

  /**
   * Observes.
   *
   * @param truth m3 m-3, [cell][day]; NaN where the ground is frozen or under snow
   * @param first day
   * @param seed of offsets and errors
   */
  public static SatelliteMoisture of(double[][] truth, LocalDate first, long seed) {
    int days = truth[0].length;
    DailySoilMoisture observed = DailySoilMoisture.missing(truth.length, first, days);
    double[] offset = new double[truth.length];
    NormalStream noise = new NormalStream(seed);
    for (int cell = 0; cell < truth.length; cell++) {
      offset[cell] = offset(truth[cell], noise);
      observe(truth[cell], offset[cell], cell, noise, observed);
    }
    return new SatelliteMoisture(observed, offset);
  }

  private static double offset(double[] truth, NormalStream noise) {
    double[] sorted = Arrays.stream(truth).filter(v -> !Double.isNaN(v)).sorted().toArray();
    if (sorted.length == 0) {
      return 0;
    }
    double low = sorted[sorted.length / 100];
    double high = sorted[sorted.length - 1 - sorted.length / 100];
    for (int trial = 0; trial < TRIALS; trial++) {
      double offset = OFFSET_SIGMA * noise.next();
      if (low + offset >= LEAST && high + offset <= MOST) {
        return offset;
      }
    }
    throw new IllegalArgumentException("No offset fits soil moisture of " + low + " to " + high);
  }

  private static void observe(
      double[] truth, double offset, int cell, NormalStream noise, DailySoilMoisture into) {
    int[] days = new int[truth.length];
    double[] sigma = new double[truth.length];
    int count = 0;
    for (int day = cell % REPEAT_DAYS; day < truth.length; day += REPEAT_DAYS) {
      if (!Double.isNaN(truth[day])) {
        double retrieval =
            Math.max(
                LEAST_RETRIEVAL_ERROR, Math.min(MOST_RETRIEVAL_ERROR, 0.03 + 0.01 * noise.next()));
        sigma[count] = Math.hypot(retrieval, REPRESENTATIVENESS);
        days[count++] = day;
      }
    }
    MoistureSeries seen =
        new MoistureSeries(
            Arrays.copyOf(days, count), new double[count], Arrays.copyOf(sigma, count));
    double[] errors = MoistureError.STANDARD.whitening(seen).colour(noise.next(count));
    for (int k = 0; k < count; k++) {
      double value = truth[days[k]] + offset + errors[k];
      if (value >= 0 && value <= 1) {
        into.value()[cell][days[k]] = (float) value;
        into.standardError()[cell][days[k]] = (float) sigma[k];
      }
    }
  }
}
