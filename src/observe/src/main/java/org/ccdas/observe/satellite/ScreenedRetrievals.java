package org.ccdas.observe.satellite;

import java.io.Serializable;
import java.util.List;

/** Retrievals and which criteria each of them failed. */
public final class ScreenedRetrievals implements Serializable {
  /** In {@link #failed}: nothing was retrieved. */
  public static final int NO_RETRIEVAL = 1 << 31;

  private static final long serialVersionUID = 1L;

  private final Retrievals retrievals;
  private final List<String> reasons;
  private final List<String> notApplied;
  private final int[] pixels;
  private final int[] failed;

  ScreenedRetrievals(
      Retrievals retrievals,
      List<String> reasons,
      List<String> notApplied,
      int[] pixels,
      int[] failed) {
    this.retrievals = retrievals;
    this.reasons = List.copyOf(reasons);
    this.notApplied = List.copyOf(notApplied);
    this.pixels = pixels;
    this.failed = failed;
  }

  /** What was screened. */
  public Retrievals retrievals() {
    return retrievals;
  }

  /** Reasons of the criteria; bit {@code i} of {@link #failed} belongs to element {@code i}. */
  public List<String> reasons() {
    return reasons;
  }

  /** Reasons of criteria whose layer the file does not have. */
  public List<String> notApplied() {
    return notApplied;
  }

  /** Whether the retrieval of a pixel is there and met all criteria. */
  public boolean isAccepted(int pixel) {
    return failed[pixel] == 0;
  }

  /**
   * Bits of the criteria that a pixel failed; {@link #NO_RETRIEVAL} where nothing was retrieved.
   */
  public int failed(int pixel) {
    return failed[pixel];
  }

  /** All of {@link #failed(int)}; nobody changes them. */
  int[] failed() {
    return failed;
  }

  /** The pixels that have a retrieval, rising. */
  int[] pixels() {
    return pixels;
  }

  /** Number of retrievals that met all criteria. */
  public int accepted() {
    int accepted = 0;
    for (int pixel : pixels) {
      accepted += failed[pixel] == 0 ? 1 : 0;
    }
    return accepted;
  }

  /** The counts by reason. */
  public RejectionCounts counts() {
    long[] rejected = new long[reasons.size()];
    long[] alone = new long[reasons.size()];
    long accepted = 0;
    for (int pixel : pixels) {
      int bits = failed[pixel];
      if (bits == 0) {
        accepted++;
      } else if ((bits & (bits - 1)) == 0) {
        rejected[Integer.numberOfTrailingZeros(bits)]++;
        alone[Integer.numberOfTrailingZeros(bits)]++;
      } else {
        for (; bits != 0; bits &= bits - 1) {
          rejected[Integer.numberOfTrailingZeros(bits)]++;
        }
      }
    }
    return new RejectionCounts(
        retrievals.identity().product(), reasons, rejected, alone, pixels.length, accepted, 1);
  }
}
