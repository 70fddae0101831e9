package org.ccdas.observe.co2;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.ccdas.bethy.lane.BlockModel;
import org.ccdas.bethy.lane.DailyRows;
import org.ccdas.bethy.lane.LaneGroup;
import org.ccdas.bethy.lane.LaneJacobian;
import org.ccdas.bethy.lane.LaneSeries;
import org.ccdas.bethy.lane.ModelSeries;
import org.ccdas.inputs.time.MonthAxis;
import org.ccdas.observe.block.BlockCell;
import org.ccdas.observe.block.BlockPart;
import org.ccdas.observe.block.BlockTile;
import org.ccdas.observe.stream.BlockOperator;
import org.ccdas.observe.stream.BlockView;
import org.ccdas.transport.CarbonUnits;
import org.ccdas.transport.TransportOperator;

/** CO2 on one block: from the monthly NEP of its tiles to the stations, and back. */
final class Co2Block implements BlockOperator {
  private final BlockView view;
  private final CellTransport cells;
  private final TransportOperator transport;

  Co2Block(BlockView view) {
    this.view = view;
    this.cells = view.block().part(Co2Operator.NAME, CellTransport.class);
    this.transport = new TransportOperator(cells.response(), view.fluxMonths(), view.window());
  }

  @Override
  public double[] share(List<LaneSeries> run) {
    return transport.concentrations(regionFlux(run));
  }

  @Override
  public double[] shareTangent(List<LaneSeries> run, List<LaneSeries> dots) {
    return transport.concentrations(regionFlux(dots));
  }

  /**
   * Calls back for every tile, region and month.
   *
   * @param visitor is given the lane group, the place of the value in its series, the place in the
   *     fluxes of the regions, and the factor between them
   */
  private void forEach(Visitor visitor) {
    MonthAxis fluxMonths = view.fluxMonths();
    int months = fluxMonths.count();
    List<LaneGroup> groups = view.lanes().groups();
    for (int g = 0; g < groups.size(); g++) {
      LaneGroup group = groups.get(g);
      for (int lane = 0; lane < group.lanes(); lane++) {
        BlockTile tile = view.block().tiles().get(group.tiles()[lane]);
        BlockCell cell = view.block().cells().get(tile.cell());
        int[] regions = cells.regions().get(tile.cell());
        double[] shares = cells.shares().get(tile.cell());
        for (int r = 0; r < regions.length; r++) {
          for (int month = 0; month < months; month++) {
            visitor.visit(
                g,
                lane,
                month * group.lanes() + lane,
                regions[r] * months + month,
                fluxPerNep(cell, tile, shares[r], fluxMonths, month));
          }
        }
      }
    }
  }

  /** Takes a tile's part in the flux of a region and month. */
  private interface Visitor {
    void visit(int group, int lane, int nep, int flux, double factor);
  }

  /** kgC yr-1 to the atmosphere of a region for 1 gC m-2 of uptake by a tile in a month. */
  private static double fluxPerNep(
      BlockCell cell, BlockTile tile, double share, MonthAxis fluxMonths, int month) {
    // F = -NEP area fraction share 1e-3 365/days
    return -cell.area() * tile.fraction() * share * 1e-3 / CarbonUnits.years(fluxMonths, month);
  }

  private double[] regionFlux(List<LaneSeries> run) {
    double[] flux = new double[transport.fluxSize()];
    forEach((g, lane, nep, at, factor) -> flux[at] += factor * run.get(g).of(ModelSeries.NEP)[nep]);
    return flux;
  }

  @Override
  public void addSensitivities(List<LaneSeries> run, double[] bar, List<LaneSeries> bars) {
    double[] fluxBar = transport.adjoint(bar);
    forEach(
        (g, lane, nep, at, factor) -> bars.get(g).of(ModelSeries.NEP)[nep] += factor * fluxBar[at]);
  }

  @Override
  public Linearisation linearise(double[] x) {
    return new Linearisation() {
      @Override
      public Set<ModelSeries> monthly() {
        return EnumSet.of(ModelSeries.NEP);
      }

      @Override
      public void day(int day, List<DailyRows> groups) {
        // concentrations are monthly
      }

      @Override
      public double[] jacobian(BlockModel.Jacobian run) {
        return Co2Block.this.jacobian(x, run);
      }
    };
  }

  /**
   * Where the monthly flux Jacobians of the tiles meet the transport response: the derivative of
   * the share by the control vector, {@code [parameter * concentrations + concentration]}, ppm.
   */
  private double[] jacobian(double[] x, BlockModel.Jacobian run) {
    // only the parameters that act on a tile of the block are carried through the transport
    int[] columnOf = new int[x.length];
    Arrays.fill(columnOf, -1);
    int columns = 0;
    for (int g = 0; g < run.jacobians().size(); g++) {
      for (int lane = 0; lane < run.jacobians().get(g).lanes(); lane++) {
        for (int component : run.jacobians().get(g).components()) {
          int control = view.lanes().controlIndex(g, lane, component);
          if (control >= 0 && columnOf[control] < 0) {
            columnOf[control] = columns++;
          }
        }
      }
    }
    double[][] concentrations = transport.concentrations(flux(x, run, columnOf, columns));
    double[] result = new double[x.length * concentrations.length];
    for (int i = 0; i < x.length; i++) {
      for (int c = 0; columnOf[i] >= 0 && c < concentrations.length; c++) {
        result[i * concentrations.length + c] = concentrations[c][columnOf[i]];
      }
    }
    return result;
  }

  private double[][] flux(double[] x, BlockModel.Jacobian run, int[] columnOf, int columns) {
    double[] derivative = view.lanes().derivative(x);
    double[][] flux = new double[transport.fluxSize()][columns];
    forEach(
        (g, lane, nep, at, factor) -> {
          LaneJacobian jacobian = run.jacobians().get(g);
          double[][] byDirection = jacobian.of(ModelSeries.NEP);
          double[] row = flux[at];
          for (int d = 0; d < byDirection.length; d++) {
            int control = view.lanes().controlIndex(g, lane, jacobian.components()[d]);
            if (control >= 0) {
              // dF/dx_i += dF/dNEP dNEP/dp dp/dx_i
              row[columnOf[control]] += factor * byDirection[d][nep] * derivative[control];
            }
          }
        });
    return flux;
  }

  /** Rows of fluxes and concentrations, and the result. */
  @Override
  public long linearisationBytes() {
    long rows = transport.fluxSize() + 2L * transport.concentrationSize();
    return Double.BYTES * view.lanes().controls() * rows;
  }

  /** The concentrations say all; they close outside the blocks. */
  @Override
  public byte[] fit(List<LaneSeries> run) {
    return new byte[0];
  }

  @Override
  public BlockPart observed(List<LaneSeries> truth, OptionalLong seed) {
    return cells;
  }
}
