package org.ccdas.assimilate.evaluation;

import java.util.Arrays;
import java.util.List;
import org.ccdas.bethy.lane.LaneGroup;
import org.ccdas.bethy.lane.LaneJacobian;
import org.ccdas.bethy.lane.ModelSeries;
import org.ccdas.transport.TransportOperator;

/**
 * Where the monthly flux Jacobians of a block's tiles meet the transport response: the block's
 * share of the derivative of the station concentrations by the control vector.
 */
final class StationJacobian {
  private final Block block;
  private final BlockLanes lanes;
  private final TransportOperator transport;

  StationJacobian(Block block, BlockLanes lanes, TransportOperator transport) {
    this.block = block;
    this.lanes = lanes;
    this.transport = transport;
  }

  /** Bytes of the rows of fluxes and concentrations, and of the result. */
  static long bytes(TransportOperator transport, int parameters) {
    long rows = transport.fluxSize() + 2L * transport.concentrationSize();
    return Double.BYTES * parameters * rows;
  }

  /**
   * The derivative, {@code [parameter * concentrations + concentration]}, ppm.
   *
   * @param x control vector
   * @param jacobians of every lane group
   */
  double[] of(double[] x, List<LaneJacobian> jacobians) {
    // only the parameters that act on a tile of the block are carried through the transport
    int[] columnOf = new int[x.length];
    Arrays.fill(columnOf, -1);
    int columns = 0;
    for (int g = 0; g < jacobians.size(); g++) {
      for (int lane = 0; lane < jacobians.get(g).lanes(); lane++) {
        for (int component : jacobians.get(g).components()) {
          int control = lanes.controlIndex(g, lane, component);
          if (control >= 0 && columnOf[control] < 0) {
            columnOf[control] = columns++;
          }
        }
      }
    }
    double[][] concentrations = transport.concentrations(flux(x, jacobians, columnOf, columns));
    double[] result = new double[x.length * concentrations.length];
    for (int i = 0; i < x.length; i++) {
      for (int c = 0; columnOf[i] >= 0 && c < concentrations.length; c++) {
        result[i * concentrations.length + c] = concentrations[c][columnOf[i]];
      }
    }
    return result;
  }

  private double[][] flux(double[] x, List<LaneJacobian> jacobians, int[] columnOf, int columns) {
    double[] derivative = lanes.derivative(x);
    int months = transport.fluxMonths().count();
    double[][] flux = new double[transport.fluxSize()][columns];
    for (int g = 0; g < jacobians.size(); g++) {
      LaneGroup group = lanes.groups().get(g);
      LaneJacobian jacobian = jacobians.get(g);
      double[][] nep = jacobian.of(ModelSeries.NEP);
      for (int lane = 0; lane < group.lanes(); lane++) {
        BlockTile tile = block.tiles().get(group.tiles()[lane]);
        BlockCell cell = block.cells().get(tile.cell());
        for (int r = 0; r < cell.regions().length; r++) {
          for (int month = 0; month < months; month++) {
            double[] row = flux[cell.regions()[r] * months + month];
            double perNep =
                BlockEvaluator.fluxPerNep(
                    cell, tile, cell.shares()[r], transport.fluxMonths(), month);
            for (int d = 0; d < jacobian.components().length; d++) {
              int control = lanes.controlIndex(g, lane, jacobian.components()[d]);
              if (control >= 0) {
                // dF/dx_i += dF/dNEP dNEP/dp dp/dx_i
                row[columnOf[control]] +=
                    perNep * nep[d][month * group.lanes() + lane] * derivative[control];
              }
            }
          }
        }
      }
    }
    return flux;
  }
}
