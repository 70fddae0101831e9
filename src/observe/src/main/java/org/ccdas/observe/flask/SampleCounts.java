package org.ccdas.observe.flask;

import java.io.Serializable;

/**
 * What became of the samples of a file.
 *
 * @param read lines of data
 * @param missing without a value
 * @param rejected by the first column of the quality flag
 * @param notBackground by the second column of the flag: good, but not of well-mixed air
 * @param outliers by {@link OutlierRule}
 */
public record SampleCounts(int read, int missing, int rejected, int notBackground, int outliers)
    implements Serializable {
  /** Samples in the monthly means. */
  public int used() {
    return read - missing - rejected - notBackground - outliers;
  }
}
