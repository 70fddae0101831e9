package org.ccdas.assimilate.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ccdas.bethy.lane.DailyRows;
import org.ccdas.bethy.lane.LaneForcing;
import org.ccdas.bethy.lane.ModelSeries;
import org.ccdas.observe.moisture.MoistureNormal;
import org.ccdas.observe.normal.LowerTriangle;

/**
 * Forms the normal systems of a block's soil moisture while a run advances day by day. Rows have
 * the parameters that act on a tile of the cell only. Not thread-safe.
 */
final class MoistureJacobian implements DailyRows.Observer {
  private final BlockMoisture moisture;
  private final BlockLanes lanes;
  private final double[] derivative;
  private final List<CellRows> cells = new ArrayList<>();

  /** The rows of one cell: which parameter stands in which column, and the next day to come. */
  private static final class CellRows {
    final int[] days;
    final int[] controls;
    final int[] columnOf;
    final double[] row;
    final MoistureNormal normal;
    int next;

    CellRows(int[] days, int[] controls, int[] columnOf, MoistureNormal normal) {
      this.days = days;
      this.controls = controls;
      this.columnOf = columnOf;
      this.row = new double[controls.length];
      this.normal = normal;
    }
  }

  MoistureJacobian(BlockMoisture moisture, BlockLanes lanes, double[] x) {
    this.moisture = moisture;
    this.lanes = lanes;
    this.derivative = lanes.derivative(x);
    for (int cell = 0; cell < moisture.cells(); cell++) {
      int[] controls = controls(cell);
      int[] columnOf = new int[x.length];
      Arrays.fill(columnOf, -1);
      for (int column = 0; column < controls.length; column++) {
        columnOf[controls[column]] = column;
      }
      cells.add(
          new CellRows(
              moisture.term(cell).series().days(),
              controls,
              columnOf,
              moisture.normal(cell, controls.length)));
    }
  }

  /** Bytes of the sums of a cell's years, for each number of parameters that act on it. */
  static long bytes(int cells, int years, int parameters) {
    return (long) Double.BYTES
        * cells
        * years
        * (LowerTriangle.length(parameters) + 3L * parameters);
  }

  private int[] controls(int cell) {
    int[][] places = moisture.lanes(cell);
    boolean[] acts = new boolean[derivative.length];
    for (int t = 0; t < places[0].length; t++) {
      for (int component = 0; component < LaneForcing.PARAMETERS; component++) {
        int control = lanes.controlIndex(places[0][t], places[1][t], component);
        if (control >= 0) {
          acts[control] = true;
        }
      }
    }
    int[] controls = new int[acts.length];
    int count = 0;
    for (int control = 0; control < acts.length; control++) {
      if (acts[control]) {
        controls[count++] = control;
      }
    }
    return Arrays.copyOf(controls, count);
  }

  @Override
  public void day(int day, List<DailyRows> groups) {
    for (int cell = 0; cell < cells.size(); cell++) {
      CellRows rows = cells.get(cell);
      if (rows.next < rows.days.length && rows.days[rows.next] == day) {
        push(cell, rows, groups);
      }
    }
  }

  private void push(int cell, CellRows rows, List<DailyRows> groups) {
    int[][] places = moisture.lanes(cell);
    double modelled = 0;
    Arrays.fill(rows.row, 0);
    for (int t = 0; t < places[0].length; t++) {
      double weight = moisture.weight(cell, rows.next, t);
      if (weight > 0) {
        DailyRows group = groups.get(places[0][t]);
        int lane = places[1][t];
        modelled += weight * group.value(ModelSeries.TOP_MOISTURE)[lane];
        double[][] derivatives = group.derivatives(ModelSeries.TOP_MOISTURE);
        for (int d = 0; d < group.components().length; d++) {
          int control = lanes.controlIndex(places[0][t], lane, group.components()[d]);
          if (control >= 0) {
            // K_i += weight dtheta1/dp dp/dx_i
            rows.row[rows.columnOf[control]] += weight * derivatives[d][lane] * derivative[control];
          }
        }
      }
    }
    rows.normal.push(modelled, rows.row);
    rows.next++;
  }

  /** Adds all normal systems to the share of the block, see {@link BlockMoisture#add}. */
  void addTo(double[] share, int from) {
    for (int cell = 0; cell < cells.size(); cell++) {
      CellRows rows = cells.get(cell);
      moisture.add(cell, rows.normal.parts(), rows.controls, share, from, derivative.length);
    }
  }
}
