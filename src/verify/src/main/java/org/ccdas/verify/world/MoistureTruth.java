package org.ccdas.verify.world;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.ccdas.inputs.random.NormalStream;
import org.ccdas.observe.local.BiasTreatment;
import org.ccdas.observe.local.LocalError;
import org.ccdas.observe.normal.Whitening;
import org.ccdas.observe.satellite.RegridRule;

/**
 * What SMOS is to see of the true soil moisture: every cell has an offset of its own and errors
 * that are correlated in time, both drawn from what an assimilation assumes (spec section 17.5).
 */
final class MoistureTruth implements SmosWorld.Moisture {
  /** No offset makes a soil drier than this, m3 m-3: retrievals below 0 are lost. */
  private static final double DRIEST = 0.05;

  /** Offsets of the driest soils, m3 m-3. */
  private static final double LEAST_RANGE = 0.02;

  private static final int TRIALS = 1000;

  private final List<LocalDate> days;
  private final double[][] seen;
  private final double[] offsets;

  private MoistureTruth(List<LocalDate> days, double[][] seen, double[] offsets) {
    this.days = days;
    this.seen = seen;
    this.offsets = offsets;
  }

  /**
   * Draws offsets and errors.
   *
   * @param top true moisture of the top layer, m3 m-3, [cell * days of the window + day]
   * @param first day of the window
   * @param windowDays its number of days
   * @param days observed, rising, within the window
   * @param dqx typical standard error of the retrievals of each cell, m3 m-3
   * @param seed of offsets and errors
   */
  static MoistureTruth draw(
      double[] top,
      LocalDate first,
      int windowDays,
      List<LocalDate> days,
      double[] dqx,
      long seed) {
    int cells = top.length / windowDays;
    double[][] seen = new double[cells][days.size()];
    double[] offsets = new double[cells];
    double[] time = days.stream().mapToDouble(LocalDate::toEpochDay).toArray();
    double representativeness = RegridRule.STANDARD.representativeness();
    for (int cell = 0; cell < cells; cell++) {
      NormalStream normal = new NormalStream(1_000_003 * seed + 500_009 + cell);
      double driest = 1;
      for (int k = 0; k < days.size(); k++) {
        int day = Math.toIntExact(days.get(k).toEpochDay() - first.toEpochDay());
        seen[cell][k] = top[cell * windowDays + day];
        driest = Math.min(driest, seen[cell][k]);
      }
      offsets[cell] = offset(normal, driest);
      // sigma^2 = DQX^2 + 0.04^2, correlation exp(-dt / 5 d)
      double sigma = Math.sqrt(dqx[cell] * dqx[cell] + representativeness * representativeness);
      double[] sigmas = new double[days.size()];
      Arrays.fill(sigmas, sigma);
      double[] errors =
          Whitening.of(time, sigmas, LocalError.STANDARD.correlationDays())
              .colour(normal.next(days.size()));
      for (int k = 0; k < errors.length; k++) {
        seen[cell][k] += offsets[cell] + errors[k];
      }
    }
    return new MoistureTruth(new ArrayList<>(days), seen, offsets);
  }

  /**
   * a ~ N(0, 0.1^2), drawn again while it, or its opposite, makes the soil too dry: a limit on one
   * side only would shift the mean of all cells, which the assimilation takes to be 0.
   */
  private static double offset(NormalStream normal, double driest) {
    if (driest < 0) {
      throw new IllegalStateException("There is no soil of moisture " + driest);
    }
    double largest = Math.max(LEAST_RANGE, driest - DRIEST);
    for (int trial = 0; trial < TRIALS; trial++) {
      double offset = BiasTreatment.STANDARD.offsetSigma() * normal.next();
      if (Math.abs(offset) <= largest) {
        return offset;
      }
    }
    throw new IllegalStateException("No offset fits a soil of " + driest);
  }

  @Override
  public double at(int cell, LocalDate date) {
    int k = Collections.binarySearch(days, date);
    return k < 0 ? Double.NaN : seen[cell][k];
  }

  /** Offset of a cell, m3 m-3. */
  double offset(int cell) {
    return offsets[cell];
  }
}
