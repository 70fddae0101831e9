package org.ccdas.observe.co2;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.ccdas.bethy.kernel.LaneKernel;
import org.ccdas.bethy.lane.BlockModel;
import org.ccdas.bethy.lane.DailyRows;
import org.ccdas.bethy.lane.LaneGroup;
import org.ccdas.bethy.lane.LaneSeries;
import org.ccdas.bethy.lane.ModelSeries;
import org.ccdas.inputs.control.TileSymbols;
import org.ccdas.inputs.time.MonthAxis;
import org.ccdas.observe.block.BlockCell;
import org.ccdas.observe.block.BlockPart;
import org.ccdas.observe.block.BlockTile;
import org.ccdas.observe.stream.BlockOperator;
import org.ccdas.observe.stream.BlockView;
import org.ccdas.transport.CarbonUnits;
import org.ccdas.transport.TransportOperator;

/**
 * CO2 on one block: from the monthly fluxes of its tiles to the stations, and back. NEP = NPP -
 * beta R: where the factor beta of a tile is estimated, its NPP belongs to the base and R to the
 * column of the factor ({@link RespirationColumns}); else its NEP belongs to the base.
 */
final class Co2Block implements BlockOperator {
  static final int FACTOR = TileSymbols.COMPONENTS.indexOf(ModelSeries.RESPIRATION_FACTOR);

  private final BlockView view;
  private final CellTransport cells;
  private final TransportOperator transport;
  private final RespirationColumns columns;

  /**
   * The factors that act on a tile of the block, rising; and the place of each among them, or -1.
   */
  private final int[] present;

  private final int[] placeOf;

  /** For each group and lane the place of its factor among those present; -1 without one. */
  private final List<int[]> places = new ArrayList<>();

  Co2Block(BlockView view) {
    this.view = view;
    this.cells = view.block().part(Co2Operator.NAME, CellTransport.class);
    this.transport = new TransportOperator(cells.response(), view.fluxMonths(), view.window());
    this.columns = RespirationColumns.of(view.lanes().control());
    SortedSet<Integer> found = new TreeSet<>();
    forEachLane((g, lane) -> found.add(column(g, lane)));
    found.remove(-1);
    this.present = found.stream().mapToInt(k -> k).toArray();
    this.placeOf = new int[columns.count()];
    Arrays.setAll(placeOf, k -> Math.max(-1, Arrays.binarySearch(present, k)));
    view.lanes().groups().forEach(group -> places.add(new int[group.lanes()]));
    forEachLane(
        (g, lane) -> places.get(g)[lane] = column(g, lane) < 0 ? -1 : placeOf[column(g, lane)]);
  }

  private int column(int group, int lane) {
    int element = view.lanes().controlIndex(group, lane, FACTOR);
    return element < 0 ? -1 : columns.column(element);
  }

  private void forEachLane(LaneVisitor visitor) {
    List<LaneGroup> groups = view.lanes().groups();
    for (int g = 0; g < groups.size(); g++) {
      for (int lane = 0; lane < groups.get(g).lanes(); lane++) {
        visitor.visit(g, lane);
      }
    }
  }

  /** Takes a lane of a group. */
  private interface LaneVisitor {
    void visit(int group, int lane);
  }

  @Override
  public double[] share(double[] x, List<LaneSeries> run) {
    List<double[]> parameters = view.lanes().parameters(x);
    double[][] flux = new double[transport.fluxSize()][1 + present.length];
    forEach(
        (g, lane, step, at, factor) -> {
          double nep = run.get(g).of(ModelSeries.NEP)[step];
          int place = places.get(g)[lane];
          if (place < 0) {
            flux[at][0] += factor * nep;
          } else {
            double npp = run.get(g).of(ModelSeries.NPP)[step];
            flux[at][0] += factor * npp;
            // -R = (NEP - NPP) / beta
            flux[at][1 + place] += factor * (nep - npp) / beta(parameters, g, lane);
          }
        });
    return spread(transport.concentrations(flux));
  }

  private static double beta(List<double[]> parameters, int group, int lane) {
    return parameters.get(group)[FACTOR * LaneKernel.LANES + lane];
  }

  /** From {@code [concentration][base, columns present]} to base and all columns. */
  private double[] spread(double[][] concentrations) {
    int length = concentrations.length;
    double[] share = new double[length * (1 + columns.count())];
    for (int c = 0; c < length; c++) {
      share[c] = concentrations[c][0];
      for (int p = 0; p < present.length; p++) {
        share[(1 + present[p]) * length + c] = concentrations[c][1 + p];
      }
    }
    return share;
  }

  @Override
  public double[] shareTangent(
      double[] x, double[] direction, List<LaneSeries> run, List<LaneSeries> dots) {
    List<double[]> parameters = view.lanes().parameters(x);
    List<double[]> parameterDots = view.lanes().tangent(x, direction);
    double[][] flux = new double[transport.fluxSize()][1 + present.length];
    forEach(
        (g, lane, step, at, factor) -> {
          double nepDot = dots.get(g).of(ModelSeries.NEP)[step];
          int place = places.get(g)[lane];
          if (place < 0) {
            flux[at][0] += factor * nepDot;
          } else {
            double nppDot = dots.get(g).of(ModelSeries.NPP)[step];
            double difference =
                run.get(g).of(ModelSeries.NEP)[step] - run.get(g).of(ModelSeries.NPP)[step];
            double beta = beta(parameters, g, lane);
            flux[at][0] += factor * nppDot;
            // d(-R) = (dNEP - dNPP - (NEP - NPP) dbeta / beta) / beta
            flux[at][1 + place] +=
                factor
                    * (nepDot - nppDot - difference * beta(parameterDots, g, lane) / beta)
                    / beta;
          }
        });
    return spread(transport.concentrations(flux));
  }

  /**
   * Calls back for every tile, region and month.
   *
   * @param visitor is given the lane group, the lane, the place of the value in its series, the
   *     place in the fluxes of the regions, and the factor between them
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
    void visit(int group, int lane, int step, int flux, double factor);
  }

  /** kgC yr-1 to the atmosphere of a region for 1 gC m-2 of uptake by a tile in a month. */
  private static double fluxPerNep(
      BlockCell cell, BlockTile tile, double share, MonthAxis fluxMonths, int month) {
    // F = -NEP area fraction share 1e-3 365/days
    return -cell.area() * tile.fraction() * share * 1e-3 / CarbonUnits.years(fluxMonths, month);
  }

  /** By beta, through the division: cancels what goes through NEP, as R does not depend on it. */
  @Override
  public void addGradient(double[] x, double[] share, double[] bar, double[] gradient) {
    double[] physical = view.lanes().control().physical(x);
    double[] derivative = view.lanes().derivative(x);
    int length = transport.concentrationSize();
    for (int k : present) {
      double sum = 0;
      for (int i = (1 + k) * length; i < (2 + k) * length; i++) {
        sum += bar[i] * share[i];
      }
      int element = columns.element(k);
      // d((NEP - NPP) / beta) = -r dbeta / beta
      gradient[element] -= sum / physical[element] * derivative[element];
    }
  }

  @Override
  public void addSensitivities(
      double[] x, List<LaneSeries> run, double[] bar, List<LaneSeries> bars) {
    List<double[]> parameters = view.lanes().parameters(x);
    int length = transport.concentrationSize();
    double[] base = transport.adjoint(Arrays.copyOf(bar, length));
    double[][] column = new double[present.length][];
    for (int p = 0; p < column.length; p++) {
      int from = (1 + present[p]) * length;
      column[p] = transport.adjoint(Arrays.copyOfRange(bar, from, from + length));
    }
    forEach(
        (g, lane, step, at, factor) -> {
          int place = places.get(g)[lane];
          if (place < 0) {
            bars.get(g).of(ModelSeries.NEP)[step] += factor * base[at];
          } else {
            double respiration = factor * column[place][at] / beta(parameters, g, lane);
            bars.get(g).of(ModelSeries.NEP)[step] += respiration;
            bars.get(g).of(ModelSeries.NPP)[step] += factor * base[at] - respiration;
          }
        });
  }

  @Override
  public Linearisation linearise(double[] x) {
    return new Linearisation() {
      @Override
      public Set<ModelSeries> monthly() {
        return EnumSet.of(ModelSeries.NEP, ModelSeries.NPP);
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
   * Where the monthly flux Jacobians of the tiles meet the transport response: the derivatives that
   * {@link Co2Operator#jacobianLength} describes, {@code [row * concentrations + concentration]}.
   */
  private double[] jacobian(double[] x, BlockModel.Jacobian run) {
    Co2Rows rows = new Co2Rows(view.lanes(), columns, run.jacobians());
    List<double[]> parameters = view.lanes().parameters(x);
    double[] derivative = view.lanes().derivative(x);
    double[][] flux = new double[transport.fluxSize()][rows.count()];
    forEach(
        (g, lane, step, at, factor) -> {
          double[][] nep = run.jacobians().get(g).of(ModelSeries.NEP);
          double[][] npp = run.jacobians().get(g).of(ModelSeries.NPP);
          int place = places.get(g)[lane];
          double beta = place < 0 ? Double.NaN : beta(parameters, g, lane);
          int[] element = rows.elements(g, lane);
          int[] base = rows.base(g, lane);
          int[] pair = rows.pairs(g, lane);
          double[] row = flux[at];
          for (int d = 0; d < element.length; d++) {
            if (element[d] < 0) {
              continue;
            }
            double chain = factor * derivative[element[d]];
            if (place < 0) {
              // dF/dx_i += dF/dNEP dNEP/dp dp/dx_i
              row[base[d]] += chain * nep[d][step];
            } else if (pair[d] >= 0) {
              row[base[d]] += chain * npp[d][step];
              row[pair[d]] += chain * (nep[d][step] - npp[d][step]) / beta;
            } else {
              // the factor itself: its column
              LaneSeries series = run.series().get(g);
              row[base[d]] +=
                  factor
                      * (series.of(ModelSeries.NEP)[step] - series.of(ModelSeries.NPP)[step])
                      / beta;
            }
          }
        });
    return rows.spread(transport.concentrations(flux));
  }

  /** Rows of fluxes and concentrations, and the result. */
  @Override
  public long linearisationBytes() {
    long rows = transport.fluxSize() + 2L * transport.concentrationSize();
    return Double.BYTES * (view.lanes().controls() + (long) columns.pairs()) * rows;
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
