package org.ccdas.assimilate.evaluation;

import java.io.Serializable;
import org.ccdas.inputs.random.NormalStream;
import org.ccdas.observe.moisture.BiasTreatment;
import org.ccdas.observe.moisture.DailySoilMoisture;
import org.ccdas.observe.moisture.MoistureSeries;

/**
 * Soil moisture that a truth would give: the operator's values on the days that are observed and
 * that the mask allows, either as they are, or {@code d = a + g H(x_t) + e} with the bias drawn
 * from the prior that the assimilation assumes and errors drawn from the covariance that it
 * assumes. Spec sections 17.3, 17.4 and 18.8.
 *
 * <p>What is drawn for a cell depends on the seed and the number of the cell only, not on blocks.
 * Nothing is cut to 0..1, which would give the errors another distribution than is assumed.
 *
 * @param assumed error and bias of the assimilation; no matching
 * @param noisy whether bias and errors are drawn
 * @param seed of the draw
 */
public record TwinMoisture(MoistureSetup assumed, boolean noisy, long seed)
    implements Serializable {
  /** Key of soil moisture within a draw. */
  private static final long STREAM = 2;

  /** Refuses observations that are matched to the prior run: no truth gives them. */
  public TwinMoisture {
    if (assumed.bias().kind().isMatched()) {
      throw new IllegalArgumentException(
          "Twins know no matching of observations: " + assumed.bias().kind());
    }
  }

  /** Observations without bias and errors. */
  public static TwinMoisture perfect(MoistureSetup assumed) {
    return new TwinMoisture(assumed, false, 0);
  }

  /** Observations with bias and errors. */
  public static TwinMoisture noisy(MoistureSetup assumed, long seed) {
    return new TwinMoisture(assumed, true, seed);
  }

  /**
   * The block with these observations in the place of its own.
   *
   * @param truth what the run at the truth says of the block, with the mask decided
   */
  public Block observed(Block block, BlockMoistureFit truth) {
    DailySoilMoisture real = block.moisture();
    DailySoilMoisture twin = DailySoilMoisture.missing(real.cells(), real.first(), real.days());
    for (int cell = 0; cell < truth.observed().size(); cell++) {
      MoistureSeries series = truth.observed().get(cell);
      double[] value = observed(block.cells().get(cell).id(), series, truth.modelled().get(cell));
      for (int k = 0; k < value.length; k++) {
        int day = series.days()[k];
        twin.value()[cell][day] = (float) value[k];
        twin.standardError()[cell][day] = real.standardError()[cell][day];
      }
    }
    return block.withMoisture(twin);
  }

  private double[] observed(int cell, MoistureSeries series, double[] modelled) {
    if (!noisy) {
      return modelled;
    }
    NormalStream random = NormalStream.of(seed, STREAM, cell);
    BiasTreatment bias = assumed.bias();
    // a ~ N(0, sigma_a^2), g ~ N(1, sigma_g^2)
    boolean offset = bias.kind() != BiasTreatment.Kind.NONE;
    double a = offset ? bias.offsetSigma() * random.next() : 0;
    boolean gain = bias.kind() == BiasTreatment.Kind.OFFSET_GAIN;
    double g = gain ? 1 + bias.gainSigma() * random.next() : 1;
    double[] errors = assumed.error().whitening(series).colour(random.next(series.count()));
    double[] value = new double[modelled.length];
    for (int k = 0; k < value.length; k++) {
      // d = a + g H(x_t) + e
      value[k] = a + g * modelled[k] + errors[k];
    }
    return value;
  }
}
