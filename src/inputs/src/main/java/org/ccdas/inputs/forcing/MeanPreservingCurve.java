package org.ccdas.inputs.forcing;

import java.time.YearMonth;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.DecompositionSolver;
import org.apache.commons.math3.linear.LUDecomposition;

/**
 * Daily values through a year whose monthly means are given: straight lines between the middles of
 * the months, the year closed to a circle, with the values at the middles chosen such that the
 * daily values have the wanted means (after Sheng and Zwiers 1998, Climate Dynamics 14:609).
 */
final class MeanPreservingCurve {
  private static final int MONTHS = MonthlyClimate.MONTHS;

  private final int days;
  private final int[] before;
  private final double[] after;
  private final DecompositionSolver solver;

  private MeanPreservingCurve(int year) {
    double[] middles = new double[MONTHS];
    int[] monthOfDay = new int[366];
    int day = 0;
    int[] lengths = new int[MONTHS];
    for (int m = 0; m < MONTHS; m++) {
      lengths[m] = YearMonth.of(year, m + 1).lengthOfMonth();
      middles[m] = day + 0.5 * lengths[m];
      for (int d = 0; d < lengths[m]; d++) {
        monthOfDay[day++] = m;
      }
    }
    days = day;
    before = new int[days];
    after = new double[days];
    double[][] mean = new double[MONTHS][MONTHS];
    for (int d = 0; d < days; d++) {
      int month = monthOfDay[d];
      double position = d + 0.5;
      int left = position < middles[month] ? (month + MONTHS - 1) % MONTHS : month;
      int right = (left + 1) % MONTHS;
      double span =
          right > left ? middles[right] - middles[left] : days - middles[left] + middles[0];
      double since = position - middles[left];
      before[d] = left;
      after[d] = (since < 0 ? since + days : since) / span;
      mean[month][left] += (1 - after[d]) / lengths[month];
      mean[month][right] += after[d] / lengths[month];
    }
    solver = new LUDecomposition(new Array2DRowRealMatrix(mean, false)).getSolver();
  }

  private static final MeanPreservingCurve COMMON_YEAR = new MeanPreservingCurve(2001);
  private static final MeanPreservingCurve LEAP_YEAR = new MeanPreservingCurve(2000);

  /** Daily values of a year with these monthly means. */
  static double[] daily(double[] monthlyMeans, boolean leapYear) {
    return (leapYear ? LEAP_YEAR : COMMON_YEAR).daily(monthlyMeans);
  }

  private double[] daily(double[] monthlyMeans) {
    double[] nodes = solver.solve(new ArrayRealVector(monthlyMeans, false)).toArray();
    double[] values = new double[days];
    for (int d = 0; d < days; d++) {
      values[d] = (1 - after[d]) * nodes[before[d]] + after[d] * nodes[(before[d] + 1) % MONTHS];
    }
    return values;
  }
}
