package org.ccdas.observe.satellite;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** Retrievals and which criteria each of them failed. */
public final class ScreenedRetrievals implements Serializable {
  /** In {@link #failed}: nothing was retrieved. */
  public static final int NO_RETRIEVAL = 1 << 31;

  private static final long serialVersionUID = 1L;

  private static final float HOURS_OF_DAY = 24;
  private static final float FURTHEST_HOURS = 48;

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

  /** The same with these retrievals in the place of those screened, such as with one layer more. */
  ScreenedRetrievals of(Retrievals others) {
    return new ScreenedRetrievals(others, reasons, notApplied, pixels, failed);
  }

  /**
   * The retrievals by the day that they count for, in the order of days: all on the day of the
   * file, or each on that of its acquisition; those without a time on the day of the file. At least
   * one day.
   */
  public List<ScreenedRetrievals> days() {
    if (!retrievals.isDatedByAcquisition()) {
      return List.of(this);
    }
    float[] hours = retrievals.values(Layer.ACQUISITION_HOURS);
    TreeMap<Integer, Integer> counts = new TreeMap<>();
    for (int pixel : pixels) {
      counts.merge(day(hours[pixel]), 1, Integer::sum);
    }
    LocalDate date = retrievals.identity().date();
    if (counts.isEmpty()) {
      return List.of(of(retrievals.on(date)));
    }
    List<ScreenedRetrievals> days = new ArrayList<>();
    counts.forEach(
        (day, count) -> {
          int[] some = new int[count];
          int at = 0;
          for (int pixel : pixels) {
            if (day(hours[pixel]) == day) {
              some[at++] = pixel;
            }
          }
          Retrievals ofDay = retrievals.on(date.plusDays(day));
          days.add(new ScreenedRetrievals(ofDay, reasons, notApplied, some, failed));
        });
    return days;
  }

  /** Days from that of the file; what is absurdly far off was rejected or is none of any day. */
  private static int day(float hours) {
    return Math.abs(hours) < FURTHEST_HOURS ? (int) Math.floor(hours / HOURS_OF_DAY) : 0;
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
