package org.ccdas.evaluate.judge;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.ccdas.evaluate.reference.Content;
import org.ccdas.evaluate.reference.LandUseEmissions;
import org.ccdas.evaluate.reference.Quantity;
import org.ccdas.evaluate.reference.RegionSeries;
import org.ccdas.evaluate.reference.StandardRegions;
import org.ccdas.inputs.time.MonthAxis;

/**
 * Makes a net flux of the land mean what the NEP of a run means: without land-use change, which a
 * run prescribes as a flux of its own, and with the carbon that rivers carry to the sea, which the
 * atmosphere sees as uptake by the land.
 *
 * @param emissions by land-use change, when they are known
 */
record SameMeaning(Optional<LandUseEmissions> emissions) {
  /** Carbon that rivers carry to the sea, PgC yr-1, as the experiments' ocean flux has it. */
  static final double RIVERS = 0.6;

  /** The values of a series on the months of its own, and what was done in words. */
  record Adjusted(double[] values, String words) {}

  Adjusted of(RegionSeries series) {
    double[] values = series.values().clone();
    if (series.quantity() != Quantity.NEP) {
      return new Adjusted(values, "");
    }
    List<String> words = new ArrayList<>();
    Content content = series.content();
    if (content.landUse()) {
      Optional<double[]> losses =
          emissions.flatMap(known -> known.of(series.region(), series.months()));
      if (losses.isPresent()) {
        double[] loss = each(losses.get(), series.monthsEach());
        // NEP = net uptake + emissions by land-use change
        Arrays.setAll(values, i -> values[i] + loss[i]);
        words.add("land-use emissions of GCB2020 taken out");
      } else {
        words.add("land-use emissions are still in it");
      }
    }
    if (!content.rivers()) {
      if (series.region().equals(StandardRegions.GLOBE)) {
        Arrays.setAll(values, i -> values[i] + RIVERS);
        words.add(RIVERS + " PgC yr-1 of rivers added");
      } else {
        words.add("without the uptake that rivers carry to the sea");
      }
    }
    return new Adjusted(values, String.join("; ", words));
  }

  /** Means of so many months each. */
  private static double[] each(double[] monthly, int months) {
    double[] means = new double[monthly.length / months];
    Arrays.setAll(
        means,
        i -> Arrays.stream(monthly, i * months, (i + 1) * months).average().orElse(Double.NaN));
    return means;
  }

  /** Values on the months of a window, NaN outside. */
  static double[] on(MonthAxis window, MonthAxis months, double[] values) {
    double[] placed = new double[window.count()];
    Arrays.setAll(
        placed,
        m -> months.contains(window.at(m)) ? values[months.indexOf(window.at(m))] : Double.NaN);
    return placed;
  }
}
