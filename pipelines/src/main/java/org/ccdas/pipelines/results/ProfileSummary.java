package org.ccdas.pipelines.results;

import java.util.List;
import org.ccdas.assimilate.posterior.Profile;

/**
 * What {@code summary.json} says of the cost around the minimum.
 *
 * @param points that were evaluated
 * @param beyondBound points that were not, since an element of the control vector is too large
 * @param bound of the elements, in prior standard deviations
 * @param flagged directions whose rise is not within 20 percent of 1/2
 * @param lowest the smallest rise of the cost, 1/2 for a quadratic one
 * @param highest the largest rise
 */
record ProfileSummary(
    int points, int beyondBound, double bound, int flagged, double lowest, double highest) {
  static ProfileSummary of(Profile profile) {
    double[] rises = rises(profile);
    double lowest = Double.POSITIVE_INFINITY;
    double highest = Double.NEGATIVE_INFINITY;
    for (double rise : rises) {
      // NaN, of a cost without a value, stays
      lowest = Math.min(lowest, rise);
      highest = Math.max(highest, rise);
    }
    return new ProfileSummary(
        profile.evaluated(), profile.beyond(), profile.bound(), profile.flagged(), lowest, highest);
  }

  private static double[] rises(Profile profile) {
    return profile.directions().stream()
        .flatMap(direction -> List.of(direction.below(), direction.above()).stream())
        .filter(Profile.Trial::evaluated)
        .mapToDouble(Profile.Trial::rise)
        .toArray();
  }
}
