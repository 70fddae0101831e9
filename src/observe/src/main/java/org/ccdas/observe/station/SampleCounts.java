package org.ccdas.observe.station;

import java.io.Serializable;

/**
 * What became of the samples of a file.
 *
 * @param read lines of data
 * @param repeated lines that repeat another one and were counted once
 * @param missing without a value
 * @param rejected by their flag, or because nothing explains it
 * @param notBackground good by their flag, but not of well-mixed air
 * @param outliers by {@link OutlierRule}
 */
public record SampleCounts(
    int read, int repeated, int missing, int rejected, int notBackground, int outliers)
    implements Serializable {
  /** Samples in the monthly means. */
  public int used() {
    return read - repeated - missing - rejected - notBackground - outliers;
  }
}
