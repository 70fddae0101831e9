package org.ccdas.assimilate.evaluation;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * On which days the soil of each tile can be seen by the satellite: not under snow and not frozen
 * (spec section 17.1). Decided once by the run at the prior, then frozen, so that the cost stays
 * smooth. A tile's days are kept as the days on which they change.
 *
 * @param changes for each block and tile the days of the window on which the tile turns from
 *     visible to hidden (first) or back, rising; empty list before the decision
 */
public record MoistureMask(List<int[][]> changes) implements Serializable {
  /** Most snow on a visible tile, mm. */
  public static final double MOST_SNOW = 5;

  /** Least unfrozen share phi_f of a visible tile. */
  public static final double LEAST_UNFROZEN = 0.9;

  /** Least share of the tile area of a cell that must be visible. */
  public static final double LEAST_VISIBLE = 0.7;

  /** Copies the list. */
  public MoistureMask {
    changes = new ArrayList<>(changes);
  }

  /** Before the decision. */
  public static MoistureMask undecided() {
    return new MoistureMask(List.of());
  }

  /** The decision of the run at the prior: what its fluxes say of every block, in order. */
  public static MoistureMask decide(List<BlockFluxes> prior) {
    return new MoistureMask(prior.stream().map(fluxes -> fluxes.moisture().hidden()).toList());
  }

  /** Whether it has been decided. */
  public boolean isDecided() {
    return !changes.isEmpty();
  }

  /** The changes of the tiles of a block. */
  int[][] of(int block) {
    return changes.get(block);
  }

  /** Days on which a tile with this snow (mm) and unfrozen share changes. */
  static int[] changes(double[] snow, double[] unfrozen) {
    int[] found = new int[snow.length];
    int count = 0;
    boolean visible = true;
    for (int day = 0; day < snow.length; day++) {
      boolean now = snow[day] <= MOST_SNOW && unfrozen[day] >= LEAST_UNFROZEN;
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
