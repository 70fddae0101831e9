package org.ccdas.transport.proof;

import java.util.List;
import java.util.function.IntFunction;
import org.ccdas.inputs.station.Station;
import org.ccdas.transport.CarbonUnits;
import org.ccdas.transport.CellRegions;
import org.ccdas.transport.Receptor;
import org.ccdas.transport.TransportRegion;
import org.ccdas.transport.ZonalBox;
import org.ccdas.transport.surface.Raster;
import org.ccdas.transport.tracer.TracerModel;

/** A transport model that runs forward from an atmosphere without the tracer, from a January on. */
public interface TransportModel {
  /** Short name. */
  String name();

  /**
   * Monthly means at stations.
   *
   * @param fluxes by month: the rise of the global mean by the flux of each cell of the {@link
   *     Raster}, yr-1
   * @param months number of months
   * @param stations where
   * @return by station and month, in the unit of the rise
   */
  double[][] run(IntFunction<double[]> fluxes, int months, List<Station> stations);

  /** The zonal box model. */
  static TransportModel zonalBox() {
    ZonalBox box = new ZonalBox();
    CellRegions bands = onto(ZonalBox.regions());
    return new TransportModel() {
      @Override
      public String name() {
        return "zonal box";
      }

      @Override
      public double[][] run(IntFunction<double[]> fluxes, int months, List<Station> stations) {
        double[][] sources = new double[months][];
        for (int k = 0; k < months; k++) {
          sources[k] = bands.toRegions(fluxes.apply(k), 1);
          for (int band = 0; band < sources[k].length; band++) {
            sources[k][band] *= CarbonUnits.PGC_PER_PPM;
          }
        }
        return box.run(sources, 1, stations).concentrations();
      }
    };
  }

  /** A tracer model. */
  static TransportModel tracer(TracerModel model) {
    CellRegions columns = onto(model.regions());
    return new TransportModel() {
      @Override
      public String name() {
        return "tracer model";
      }

      @Override
      public double[][] run(IntFunction<double[]> fluxes, int months, List<Station> stations) {
        List<double[]> weights =
            stations.stream().map(station -> model.weights(Receptor.of(station))).toList();
        double[] state = new double[model.grid().cells()];
        double[][] means = new double[stations.size()][months];
        for (int k = 0; k < months; k++) {
          double[] mean =
              model.advance(k % 12 + 1, state, columns.toRegions(fluxes.apply(k), 1), 1);
          for (int s = 0; s < means.length; s++) {
            means[s][k] = dot(weights.get(s), mean);
          }
        }
        return means;
      }
    };
  }

  private static CellRegions onto(List<TransportRegion> regions) {
    return CellRegions.of("the transport model", Raster.boxes(), regions);
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}
