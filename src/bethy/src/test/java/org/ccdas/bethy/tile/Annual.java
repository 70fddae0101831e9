package org.ccdas.bethy.tile;

import java.util.List;
import java.util.function.ToDoubleFunction;

/** Sums and means over one year of a run. */
record Annual(List<TileDay> days) {
  /** The year of this index of a run. */
  static Annual of(List<TileDay> run, int year) {
    return new Annual(run.subList(365 * year, 365 * (year + 1)));
  }

  double sum(ToDoubleFunction<TileDay> value) {
    return days.stream().mapToDouble(value).sum();
  }

  double mean(ToDoubleFunction<TileDay> value) {
    return sum(value) / days.size();
  }

  double max(ToDoubleFunction<TileDay> value) {
    return days.stream().mapToDouble(value).max().orElseThrow();
  }

  double min(ToDoubleFunction<TileDay> value) {
    return days.stream().mapToDouble(value).min().orElseThrow();
  }

  double gpp() {
    return sum(day -> day.evening().gpp());
  }

  double npp() {
    return sum(day -> day.evening().npp());
  }

  double evapotranspiration() {
    return sum(day -> day.evening().evapotranspiration());
  }

  double topMoisture() {
    return mean(day -> day.evening().state().topMoisture());
  }

  /** Root mean square of the daily differences to another year. */
  double rms(Annual other, ToDoubleFunction<TileDay> value) {
    double sum = 0;
    for (int i = 0; i < days.size(); i++) {
      double difference = value.applyAsDouble(days.get(i)) - value.applyAsDouble(other.days.get(i));
      sum += difference * difference;
    }
    return Math.sqrt(sum / days.size());
  }
}
