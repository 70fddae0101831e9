package org.ccdas.transport;

import java.util.List;
import org.ccdas.inputs.InputException;
import org.ccdas.inputs.grid.LatLonBox;

/** Spreads fluxes of latitude bands evenly over the transport regions that cover them. */
final class BandOverlap {
  private static final double COVERED = 1e-6;

  private final double[][] fractions;

  private BandOverlap(double[][] fractions) {
    this.fractions = fractions;
  }

  /**
   * Overlaps bands with regions by area.
   *
   * @param file file of the bands, for errors
   * @throws InputException when a band is not wholly covered, since carbon would be lost
   */
  static BandOverlap of(
      String file, double[] south, double[] north, List<TransportRegion> regions) {
    double[][] fractions = new double[south.length][regions.size()];
    for (int band = 0; band < south.length; band++) {
      LatLonBox box = new LatLonBox(south[band], north[band], -180, 180);
      double sum = 0;
      for (int region = 0; region < regions.size(); region++) {
        fractions[band][region] = box.overlap(regions.get(region).box());
        sum += fractions[band][region];
      }
      if (Math.abs(sum / box.area() - 1) > COVERED) {
        throw new InputException(
            file,
            "latitudes " + south[band] + " to " + north[band],
            "The transport regions cover " + sum / box.area() + " of this band, not all of it once",
            "Use transport regions that cover the globe, or a file with fluxes by region");
      }
      for (int region = 0; region < regions.size(); region++) {
        fractions[band][region] /= sum;
      }
    }
    return new BandOverlap(fractions);
  }

  double[] toRegions(double[] bandFlux) {
    double[] flux = new double[fractions[0].length];
    for (int band = 0; band < bandFlux.length; band++) {
      for (int region = 0; region < flux.length; region++) {
        flux[region] += fractions[band][region] * bandFlux[band];
      }
    }
    return flux;
  }
}
