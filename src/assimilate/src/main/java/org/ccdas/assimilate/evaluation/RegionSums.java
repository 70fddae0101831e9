package org.ccdas.assimilate.evaluation;

import java.util.List;
import org.ccdas.assimilate.posterior.Target.Quantity;
import org.ccdas.bethy.lane.LaneGroup;
import org.ccdas.bethy.lane.LaneJacobian;
import org.ccdas.bethy.lane.LaneSeries;
import org.ccdas.bethy.lane.ModelSeries;
import org.ccdas.inputs.time.MonthAxis;
import org.ccdas.observe.block.Block;
import org.ccdas.observe.block.BlockCell;
import org.ccdas.observe.block.BlockLanes;
import org.ccdas.observe.block.BlockTile;

/**
 * A block's share of the fluxes of regions and years and of their derivatives by the control
 * vector, kg of carbon or water: sums over tiles of area, fraction, share and flux.
 */
final class RegionSums {
  private final Block block;
  private final BlockLanes lanes;
  private final TargetLayout layout;
  private final int before;

  RegionSums(Block block, BlockLanes lanes, MonthAxis fluxMonths, TargetLayout layout) {
    this.block = block;
    this.lanes = lanes;
    this.layout = layout;
    this.before = fluxMonths.indexOf(layout.window().first());
  }

  /** The sums, in the order of the layout. */
  double[] of(List<LaneSeries> run) {
    double[] sums = new double[layout.size()];
    for (int g = 0; g < run.size(); g++) {
      LaneSeries flux = run.get(g);
      for (int lane = 0; lane < flux.lanes(); lane++) {
        add(g, lane, Quantity.NEP, flux.of(ModelSeries.NEP), 1, sums, 0);
        add(g, lane, Quantity.NPP, flux.of(ModelSeries.NPP), 1, sums, 0);
        add(g, lane, Quantity.GPP, flux.of(ModelSeries.GPP), 1, sums, 0);
        add(g, lane, Quantity.ET, flux.of(ModelSeries.EVAPOTRANSPIRATION), 1, sums, 0);
      }
    }
    return sums;
  }

  /** The derivatives of the sums, {@code [parameter * size + index]}. */
  double[] derivatives(double[] x, List<LaneJacobian> jacobians) {
    double[] derivative = lanes.derivative(x);
    double[] sums = new double[x.length * layout.size()];
    for (int g = 0; g < jacobians.size(); g++) {
      LaneJacobian flux = jacobians.get(g);
      for (int lane = 0; lane < flux.lanes(); lane++) {
        for (int d = 0; d < flux.components().length; d++) {
          int control = lanes.controlIndex(g, lane, flux.components()[d]);
          if (control >= 0) {
            double scale = derivative[control];
            int from = control * layout.size();
            add(g, lane, Quantity.NEP, flux.of(ModelSeries.NEP)[d], scale, sums, from);
            add(g, lane, Quantity.NPP, flux.of(ModelSeries.NPP)[d], scale, sums, from);
            add(g, lane, Quantity.GPP, flux.of(ModelSeries.GPP)[d], scale, sums, from);
            add(
                g,
                lane,
                Quantity.ET,
                flux.of(ModelSeries.EVAPOTRANSPIRATION)[d],
                scale,
                sums,
                from);
          }
        }
      }
    }
    return sums;
  }

  /** Adds the monthly values of a lane, each times the scale. */
  private void add(
      int g, int lane, Quantity quantity, double[] monthly, double scale, double[] sums, int from) {
    LaneGroup group = lanes.groups().get(g);
    BlockTile tile = block.tiles().get(group.tiles()[lane]);
    BlockCell cell = block.cells().get(tile.cell());
    double[] shares = layout.regions().shares(cell.id());
    // gC m-2 to kgC m-2; mm is kg m-2
    double perArea = quantity == Quantity.ET ? 1 : 1e-3;
    for (int r = 0; r < shares.length; r++) {
      double weight = scale * perArea * cell.area() * tile.fraction() * shares[r];
      for (int month = 0; weight != 0 && month < layout.window().count(); month++) {
        sums[from + layout.index(r, quantity, month)] +=
            weight * monthly[(before + month) * group.lanes() + lane];
      }
    }
  }
}
