package org.ccdas.evaluate.judge;

import org.ccdas.evaluate.reference.Kind;
import org.ccdas.evaluate.reference.Quantity;
import org.ccdas.evaluate.score.Agreement;
import org.ccdas.evaluate.score.Scores;
import org.ccdas.inputs.region.Region;
import org.ccdas.inputs.time.MonthAxis;

/**
 * A flux of a run beside a reference.
 *
 * @param source who made the reference
 * @param kind how it came about
 * @param ensemble whether it is the mean of several
 * @param quantity which flux
 * @param place where
 * @param unit of all numbers
 * @param monthsEach months that a value is of: 1 or 12
 * @param adjustment what was added to the reference so that it means the same, in words
 * @param months those of the values
 * @param reference its values, NaN where there is none
 * @param referenceSigma standard deviations of their errors, NaN where none is known
 * @param meanSigma that of the mean of the reference over the window, NaN where none is known
 * @param own standard deviation of the run's own mean over the window
 * @param prior the run's values
 * @param posterior the run's values
 * @param priorScores agreement of the prior
 * @param posteriorScores agreement of the posterior
 */
public record Comparison(
    String source,
    Kind kind,
    boolean ensemble,
    Quantity quantity,
    Place place,
    String unit,
    int monthsEach,
    String adjustment,
    MonthAxis months,
    double[] reference,
    double[] referenceSigma,
    double meanSigma,
    FluxUncertainty.Sigma own,
    double[] prior,
    double[] posterior,
    Scores priorScores,
    Scores posteriorScores) {

  /**
   * Where two series are compared.
   *
   * @param set of regions, or {@code site}
   * @param name of region or site
   * @param type vegetation of a site (IGBP), else empty
   * @param lat degrees north of a site, else NaN
   * @param lon degrees east of a site, else NaN
   */
  public record Place(String set, String name, String type, double lat, double lon) {
    /** Set of the sites. */
    public static final String SITES = "site";

    /** A region. */
    public static Place of(Region region) {
      return new Place(region.set(), region.name(), "", Double.NaN, Double.NaN);
    }
  }

  /** The run's values. */
  public double[] values(Stage stage) {
    return stage == Stage.PRIOR ? prior : posterior;
  }

  /** The agreement. */
  public Scores scores(Stage stage) {
    return stage == Stage.PRIOR ? priorScores : posteriorScores;
  }

  /** The agreement of the values as they are compared, months or years. */
  public Agreement agreement(Stage stage) {
    return monthsEach == 1 ? scores(stage).months() : scores(stage).years();
  }

  /**
   * The difference of the means over both standard deviations together; NaN where that of the
   * reference is not known, as for a single model: the run's own alone would make too much of it.
   */
  public double standardised(Stage stage) {
    double ours = Double.isNaN(own.of(stage)) ? 0 : own.of(stage);
    return agreement(stage).bias() / Math.hypot(meanSigma, ours);
  }

  /** Whether this is over a region and not at a site. */
  public boolean isRegional() {
    return !place.set().equals(Place.SITES);
  }
}
