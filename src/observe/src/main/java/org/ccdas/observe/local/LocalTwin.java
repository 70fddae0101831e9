package org.ccdas.observe.local;

import java.util.List;
import java.util.OptionalLong;
import org.ccdas.bethy.lane.LaneSeries;
import org.ccdas.inputs.random.NormalStream;

/**
 * Observations of cells that a truth would give: the operator's values where something is observed
 * and the mask allows it, either as they are, or {@code d = a + g H(x_t) + e} with the bias drawn
 * from the prior that the assimilation assumes and errors drawn from the covariance that it
 * assumes. Spec sections 17.3, 17.4 and 18.8.
 *
 * <p>What is drawn for a cell depends on the seed, the stream and the number of the cell only, not
 * on blocks. Nothing is cut to a physical range, which would give the errors another distribution
 * than is assumed.
 *
 * @param quantity what is observed
 * @param assumed error and bias of the assimilation; no matching
 * @param seed of the draw; empty for observations without bias and errors
 */
record LocalTwin(LocalQuantity quantity, LocalMisfit assumed, OptionalLong seed) {
  /** Refuses observations that are matched to the prior run: no truth gives them. */
  LocalTwin {
    if (assumed.bias().kind().isMatched()) {
      throw new IllegalArgumentException(
          "Twins know no matching of observations: " + assumed.bias().kind());
    }
  }

  /**
   * The field with these observations in the place of its own.
   *
   * @param real the observations whose places, days and errors are taken
   * @param cells of the block
   * @param truth run at the truth
   */
  ObservedField observed(ObservedField real, List<CellView> cells, List<LaneSeries> truth) {
    ObservedField twin = ObservedField.missing(real.cells(), real.first(), real.from(), real.to());
    for (int cell = 0; cell < cells.size(); cell++) {
      CellView view = cells.get(cell);
      double[] value = observed(view, view.seen(quantity.series(), truth));
      int[] middle = view.seen().series().days();
      int interval = 0;
      for (int k = 0; k < value.length; k++) {
        while (real.to()[interval] < middle[k]) {
          interval++;
        }
        twin.value()[cell][interval] = (float) value[k];
        twin.standardError()[cell][interval] = real.standardError()[cell][interval];
      }
    }
    return twin;
  }

  private double[] observed(CellView view, double[] modelled) {
    if (seed.isEmpty()) {
      return modelled;
    }
    NormalStream random = NormalStream.of(seed.getAsLong(), key(), view.id());
    BiasTreatment bias = assumed.bias();
    // a ~ N(0, sigma_a^2), g ~ N(1, sigma_g^2)
    boolean offset = bias.kind() != BiasTreatment.Kind.NONE;
    double a = offset ? bias.offsetSigma() * random.next() : 0;
    boolean gain = bias.kind() == BiasTreatment.Kind.OFFSET_GAIN;
    double g = gain ? 1 + bias.gainSigma() * random.next() : 1;
    LocalSeries seen = view.seen().series();
    double[] errors = assumed.error().whitening(seen).colour(random.next(seen.count()));
    double[] value = new double[modelled.length];
    for (int k = 0; k < value.length; k++) {
      // d = a + g H(x_t) + e
      value[k] = a + g * modelled[k] + errors[k];
    }
    return value;
  }

  /** Each stream has its own draws, also of one series; beyond the keys of summed streams. */
  private long key() {
    return (1L << 32) + Integer.toUnsignedLong(quantity.stream().hashCode());
  }
}
