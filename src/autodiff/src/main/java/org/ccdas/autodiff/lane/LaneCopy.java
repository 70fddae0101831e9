package org.ccdas.autodiff.lane;

/** Copies slots between the arrays of a caller and the workspace of a kernel. */
public final class LaneCopy {
  /** Distance of one slot from the next in the arrays of the caller. */
  private static final int LANES = 64;

  /** The same in the workspace: lanes that are computed. */
  private static final int COMPUTED = 64;

  private LaneCopy() {}

  /**
   * Copies slots into the workspace. Lanes that are not asked for are filled with the first, so
   * that they are computed without harm.
   */
  public static void in(double[] from, int slot, double[] work, int target, int slots, int lanes) {
    if (lanes == LANES) {
      System.arraycopy(from, slot * LANES, work, target * COMPUTED, slots * LANES);
      return;
    }
    for (int s = 0; s < slots; s++) {
      int source = (slot + s) * LANES;
      int sink = (target + s) * COMPUTED;
      System.arraycopy(from, source, work, sink, lanes);
      for (int l = lanes; l < COMPUTED; l++) {
        work[sink + l] = from[source];
      }
    }
  }

  /** Copies slots out of the workspace: those lanes that are asked for, and no others. */
  public static void out(double[] work, int slot, double[] to, int target, int slots, int lanes) {
    if (lanes == LANES) {
      System.arraycopy(work, slot * COMPUTED, to, target * LANES, slots * LANES);
      return;
    }
    for (int s = 0; s < slots; s++) {
      System.arraycopy(work, (slot + s) * COMPUTED, to, (target + s) * LANES, lanes);
    }
  }
}
