package org.ccdas.observe.local;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.ccdas.bethy.lane.BlockModel;
import org.ccdas.bethy.lane.DailyRows;
import org.ccdas.bethy.lane.LaneForcing;
import org.ccdas.bethy.lane.ModelSeries;
import org.ccdas.observe.block.BlockLanes;
import org.ccdas.observe.normal.LowerTriangle;
import org.ccdas.observe.stream.BlockOperator;

/**
 * Forms the normal systems of a block's cells while a run advances day by day. Rows have the
 * parameters that act on a tile of the cell only. Not thread-safe.
 */
final class LocalRows implements BlockOperator.Linearisation {
  private final LocalBlock block;
  private final BlockLanes lanes;
  private final ModelSeries series;
  private final double[] derivative;
  private final List<CellRows> cells;

  /** The rows of one cell: which parameter stands in which column, and the next day to come. */
  private final class CellRows {
    final CellView view;
    final int[] controls;
    final int[] columnOf;
    final double[] row;
    final LocalNormal normal;
    double modelled;
    int observation;
    int next;

    CellRows(CellView view) {
      this.view = view;
      this.controls = controls(view);
      this.columnOf = new int[derivative.length];
      Arrays.fill(columnOf, -1);
      for (int column = 0; column < controls.length; column++) {
        columnOf[controls[column]] = column;
      }
      this.row = new double[controls.length];
      int[] years = block.operator().years();
      int[] days = view.term().series().days();
      this.normal =
          new LocalNormal(
              view.term(), Arrays.stream(days).map(day -> years[day]).toArray(), controls.length);
      begin();
    }

    /** Goes to the first day of the next observation in the misfit. */
    private void begin() {
      if (observation < view.assimilated().length) {
        next = view.seen().begin()[view.assimilated()[observation]];
        modelled = 0;
        Arrays.fill(row, 0);
      }
    }

    void day(int day, List<DailyRows> groups) {
      if (observation < view.assimilated().length && view.seen().days()[next] == day) {
        add(groups);
        next++;
        if (next == view.seen().begin()[view.assimilated()[observation] + 1]) {
          normal.push(modelled, row);
          observation++;
          begin();
        }
      }
    }

    private void add(List<DailyRows> groups) {
      for (int t = 0; t < view.groups().length; t++) {
        double weight = view.weight(next, t);
        if (weight > 0) {
          DailyRows group = groups.get(view.groups()[t]);
          int lane = view.lanes()[t];
          modelled += weight * group.value(series)[lane];
          double[][] derivatives = group.derivatives(series);
          for (int d = 0; d < group.components().length; d++) {
            int control = lanes.controlIndex(view.groups()[t], lane, group.components()[d]);
            if (control >= 0) {
              // K_i += weight ds/dp dp/dx_i
              row[columnOf[control]] += weight * derivatives[d][lane] * derivative[control];
            }
          }
        }
      }
    }
  }

  LocalRows(LocalBlock block, double[] x) {
    this.block = block;
    this.lanes = block.view().lanes();
    this.series = block.operator().quantity().series();
    this.derivative = lanes.derivative(x);
    this.cells = block.cells().stream().map(CellRows::new).toList();
  }

  private int[] controls(CellView view) {
    boolean[] acts = new boolean[derivative.length];
    for (int t = 0; t < view.groups().length; t++) {
      for (int component = 0; component < LaneForcing.PARAMETERS; component++) {
        int control = lanes.controlIndex(view.groups()[t], view.lanes()[t], component);
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
  public Set<ModelSeries> monthly() {
    return EnumSet.noneOf(ModelSeries.class);
  }

  @Override
  public void day(int day, List<DailyRows> groups) {
    for (CellRows rows : cells) {
      rows.day(day, groups);
    }
  }

  /** For each of {@link LocalOperator#groups} cost, gradient and Hessian. */
  @Override
  public double[] jacobian(BlockModel.Jacobian run) {
    double[] share = new double[block.operator().jacobianLength(derivative.length)];
    for (CellRows rows : cells) {
      add(rows, share);
    }
    return share;
  }

  private void add(CellRows rows, double[] share) {
    int n = derivative.length;
    int first = block.view().window().first().getYear();
    int years = block.view().window().last().getYear() - first + 1;
    int region = block.operator().misfit().regions().of(rows.view.id());
    for (LocalNormal.Part part : rows.normal.parts()) {
      int at = (region * years + part.year() - first) * LocalOperator.systemLength(n);
      share[at] += part.cost();
      int next = 0;
      for (int i = 0; i < rows.controls.length; i++) {
        share[at + 1 + rows.controls[i]] += part.gradient()[i];
        for (int j = 0; j <= i; j++) {
          share[at + 1 + n + LowerTriangle.index(rows.controls[i], rows.controls[j])] +=
              part.hessian()[next++];
        }
      }
    }
  }
}
