package org.ccdas.observe.co2;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ccdas.bethy.lane.LaneJacobian;
import org.ccdas.observe.block.BlockLanes;

/**
 * The rows of the Jacobian of the concentrations that a block has something for: only these are
 * carried through the transport. Rows are those of {@link Co2Operator#jacobianLength}: one for each
 * element of the control vector, then one for each pair of factor and parameter.
 */
final class Co2Rows {
  private final int total;
  private final int[] placeOf;
  private final List<int[][]> elements = new ArrayList<>();
  private final List<int[][]> base = new ArrayList<>();
  private final List<int[][]> pairs = new ArrayList<>();
  private int count;

  /**
   * The rows of a block.
   *
   * @param jacobians of every lane group, for their directions
   */
  Co2Rows(BlockLanes lanes, RespirationColumns columns, List<LaneJacobian> jacobians) {
    int controls = lanes.controls();
    this.total = controls + columns.pairs();
    this.placeOf = new int[total];
    Arrays.fill(placeOf, -1);
    int factor = Co2Block.FACTOR;
    for (int g = 0; g < jacobians.size(); g++) {
      int[] components = jacobians.get(g).components();
      int size = jacobians.get(g).lanes();
      elements.add(new int[size][components.length]);
      base.add(new int[size][components.length]);
      pairs.add(new int[size][components.length]);
      for (int lane = 0; lane < size; lane++) {
        int own = lanes.controlIndex(g, lane, factor);
        int column = own < 0 ? -1 : columns.column(own);
        for (int d = 0; d < components.length; d++) {
          int element = lanes.controlIndex(g, lane, components[d]);
          elements.get(g)[lane][d] = element;
          base.get(g)[lane][d] = element < 0 ? -1 : place(element);
          int pair = element < 0 || column < 0 ? -1 : columns.pair(column, element);
          pairs.get(g)[lane][d] = pair < 0 ? -1 : place(controls + pair);
        }
      }
    }
  }

  private int place(int row) {
    if (placeOf[row] < 0) {
      placeOf[row] = count++;
    }
    return placeOf[row];
  }

  /** Number of rows. */
  int count() {
    return count;
  }

  /** For each direction of a lane the element of the control vector; -1 where it has none. */
  int[] elements(int group, int lane) {
    return elements.get(group)[lane];
  }

  /** For each direction of a lane the place of its element's row; -1 where it has none. */
  int[] base(int group, int lane) {
    return base.get(group)[lane];
  }

  /** For each direction the place of its pair's row; -1 where there is none, as of the factor. */
  int[] pairs(int group, int lane) {
    return pairs.get(group)[lane];
  }

  /** From {@code [concentration][row of the block]} to {@code [row * concentrations + ...]}. */
  double[] spread(double[][] concentrations) {
    int length = concentrations.length;
    double[] all = new double[total * length];
    for (int row = 0; row < total; row++) {
      for (int c = 0; placeOf[row] >= 0 && c < length; c++) {
        all[row * length + c] = concentrations[c][placeOf[row]];
      }
    }
    return all;
  }
}
