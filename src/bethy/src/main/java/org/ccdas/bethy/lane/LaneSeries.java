package org.ccdas.bethy.lane;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

/**
 * What the tiles of a lane group give to observation operators, or the sensitivities of a cost to
 * that. Of a monthly series element (month m, lane l) stands at {@code m * lanes + l}, months as in
 * {@link Schedule}; of a daily one (day d of the window, lane l) at {@code d * lanes + l}. Units
 * are those of {@link ModelSeries#units}.
 */
public final class LaneSeries {
  private final int lanes;
  private final Map<ModelSeries, double[]> values;

  /** Takes the arrays as they are. */
  LaneSeries(int lanes, Map<ModelSeries, double[]> values) {
    this.lanes = lanes;
    this.values = new EnumMap<>(ModelSeries.class);
    this.values.putAll(values);
  }

  /** All zero, of the size that a schedule asks for, with these series and no other. */
  public static LaneSeries zero(int lanes, Schedule schedule, Set<ModelSeries> which) {
    return new LaneSeries(lanes, zeros(lanes, schedule, which));
  }

  /** Arrays of zeros for some series. */
  static Map<ModelSeries, double[]> zeros(int lanes, Schedule schedule, Set<ModelSeries> which) {
    Map<ModelSeries, double[]> zeros = new EnumMap<>(ModelSeries.class);
    for (ModelSeries series : which) {
      int times =
          switch (series.interval()) {
            case MONTHLY -> schedule.months();
            case DAILY -> schedule.windowDays();
          };
      zeros.put(series, new double[times * lanes]);
    }
    return zeros;
  }

  /** Number of lanes. */
  public int lanes() {
    return lanes;
  }

  /** Whether a series is carried. */
  public boolean has(ModelSeries series) {
    return values.containsKey(series);
  }

  /**
   * The values of a series; the array itself, to be read, or filled where it holds sensitivities.
   *
   * @throws IllegalArgumentException when the series is not carried
   */
  public double[] of(ModelSeries series) {
    double[] array = values.get(series);
    if (array == null) {
      throw new IllegalArgumentException(
          series + " is not carried; there is only " + values.keySet());
    }
    return array;
  }

  /** The series that are carried. */
  Set<ModelSeries> carried() {
    return Collections.unmodifiableSet(values.keySet());
  }
}
