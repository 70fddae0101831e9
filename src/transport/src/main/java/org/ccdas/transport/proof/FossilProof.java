package org.ccdas.transport.proof;

import java.util.List;
import org.ccdas.inputs.file.CsvTable;
import org.ccdas.inputs.station.Station;
import org.ccdas.inputs.station.StationTable;
import org.ccdas.transport.CarbonUnits;
import org.ccdas.transport.CellRegions;
import org.ccdas.transport.FluxPattern;
import org.ccdas.transport.surface.LandFraction;
import org.ccdas.transport.surface.Raster;
import org.ccdas.transport.tracer.TracerGrid;
import org.ccdas.transport.tracer.TracerModel;

/** An atmosphere of fossil carbon only, 9.4 PgC a year, after six years. */
public final class FossilProof {
  private static final double TOTAL = 9.4;
  private static final int YEARS = 6;

  /**
   * Differences of the last year's means, ppm.
   *
   * @param brwSpo Barrow less South Pole
   * @param mloSpo Mauna Loa less South Pole
   */
  public record Result(String name, double brwSpo, double mloSpo) {}

  /**
   * The tracer model's air from 45 to 52.5 N in January and July, less that at the South Pole's
   * latitude near the ground, ppm.
   *
   * @param sigma of the layers
   * @param land by season (January, July) and layer, columns with more land than sea
   * @param sea the same for the others
   */
  public record Profile(double[] sigma, double[][] land, double[][] sea) {}

  private final double[] flux;

  /** With the shipped shares of bands of latitude and centres along longitude. */
  public FossilProof() {
    List<CsvTable.Row> bands =
        CsvTable.resource(FluxPattern.class, "fossil-bands.csv", "lat_south", "lat_north", "share")
            .rows();
    double[] edges = new double[bands.size() + 1];
    double[] totals = new double[bands.size()];
    for (int band = 0; band < totals.length; band++) {
      edges[band] = bands.get(band).number("lat_south");
      edges[band + 1] = bands.get(band).number("lat_north");
      totals[band] = bands.get(band).number("share") * TOTAL / CarbonUnits.PGC_PER_PPM;
    }
    this.flux = Raster.spread(edges, totals, Raster.fossil());
  }

  /** Runs a model. */
  public Result of(TransportModel model) {
    StationTable table = StationTable.standard();
    List<Station> stations =
        List.of(table.station("BRW"), table.station("MLO"), table.station("SPO"));
    double[][] means = model.run(month -> flux, 12 * YEARS, stations);
    double[] year = new double[3];
    for (int s = 0; s < year.length; s++) {
      year[s] = Series.yearMean(means[s], means[s], 12 * (YEARS - 1));
    }
    return new Result(model.name(), year[0] - year[2], year[1] - year[2]);
  }

  /** The vertical profile of a tracer model. */
  public Profile profile(TracerModel model) {
    TracerGrid grid = model.grid();
    LandFraction land = LandFraction.standard();
    double[] rise =
        CellRegions.of("the tracer model", Raster.boxes(), model.regions()).toRegions(flux, 1);
    double[] state = new double[grid.cells()];
    double[][][] profiles = new double[2][2][grid.layers()];
    for (int k = 0; k < 12 * YEARS; k++) {
      double[] mean = model.advance(k % 12 + 1, state, rise, 1);
      int season = k % 12 == 0 ? 0 : 1;
      if (k >= 12 * (YEARS - 1) && (k % 12 == 0 || k % 12 == 6)) {
        double base = mean[grid.cell(grid.column(0, 0), 0)];
        int row = grid.row(48);
        for (int layer = 0; layer < grid.layers(); layer++) {
          double[] sum = new double[2];
          int[] count = new int[2];
          for (int i = 0; i < grid.columns(row); i++) {
            int column = grid.column(row, i);
            int kind = land.in(grid.box(column)) > 0.5 ? 0 : 1;
            sum[kind] += mean[grid.cell(column, layer)] - base;
            count[kind]++;
          }
          profiles[0][season][layer] = sum[0] / count[0];
          profiles[1][season][layer] = sum[1] / count[1];
        }
      }
    }
    double[] sigma = new double[grid.layers()];
    for (int layer = 0; layer < sigma.length; layer++) {
      sigma[layer] = grid.middle(layer);
    }
    return new Profile(sigma, profiles[0], profiles[1]);
  }
}
