package org.ccdas.observe.local;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * On which days each tile can be seen by the instrument (spec section 17.1), see {@link
 * Visibility}. Decided once by the run at the prior, then frozen, so that the cost stays smooth. A
 * tile's days are kept as the days on which they change.
 *
 * @param changes for each block and tile the days of the window on which the tile turns from
 *     visible to hidden (first) or back, rising; empty list before the decision
 */
public record DayMask(List<int[][]> changes) implements Serializable {
  /** Copies the list. */
  public DayMask {
    changes = new ArrayList<>(changes);
  }

  /** Before the decision. */
  public static DayMask undecided() {
    return new DayMask(List.of());
  }

  /** Whether it has been decided. */
  public boolean isDecided() {
    return !changes.isEmpty();
  }

  /** The changes of the tiles of a block. */
  int[][] of(int block) {
    return changes.get(block);
  }

  /**
   * Days on which a tile changes.
   *
   * @param rule when it is visible
   * @param snow mm, by day
   * @param unfrozen share of its soil, by day
   */
  static int[] changes(Visibility rule, double[] snow, double[] unfrozen) {
    int[] found = new int[snow.length];
    int count = 0;
    boolean visible = true;
    for (int day = 0; day < snow.length; day++) {
      boolean now = snow[day] <= rule.mostSnow() && unfrozen[day] >= rule.leastUnfrozen();
      if (now != visible) {
        found[count++] = day;
        visible = now;
      }
    }
    return Arrays.copyOf(found, count);
  }

  /** Whether a tile with these changes is visible, for each day. */
  static boolean[] visible(int[] changes, int days) {
    boolean[] visible = new boolean[days];
    int next = 0;
    boolean now = true;
    for (int day = 0; day < days; day++) {
      if (next < changes.length && changes[next] == day) {
        now = !now;
        next++;
      }
      visible[day] = now;
    }
    return visible;
  }
}
