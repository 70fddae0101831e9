package org.ccdas.pipelines.results;

import java.util.List;
import org.ccdas.assimilate.posterior.Profile;
import org.ccdas.report.run.RunSummary;

/** Makes what the summary of a run says of the cost around the minimum. */
final class ProfileSummary {
  private ProfileSummary() {}

  static RunSummary.Profile of(Profile profile) {
    double[] rises = rises(profile);
    double lowest = Double.POSITIVE_INFINITY;
    double highest = Double.NEGATIVE_INFINITY;
    for (double rise : rises) {
      // NaN, of a cost without a value, stays
      lowest = Math.min(lowest, rise);
      highest = Math.max(highest, rise);
    }
    return new RunSummary.Profile(
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
