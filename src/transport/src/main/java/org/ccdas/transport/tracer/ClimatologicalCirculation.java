package org.ccdas.transport.tracer;

/**
 * The built-in circulation of the twelve months: the zonal mean overturning ({@link
 * MeridionalCells}), the zonal mean zonal wind ({@link ZonalJets}) and the standing highs and lows
 * of the lower troposphere ({@link PressureCentres}); spec section 16.7.
 */
public record ClimatologicalCirculation() implements Circulation {
  private static final long serialVersionUID = 1L;

  @Override
  public String name() {
    return "built-in climatological circulation";
  }

  @Override
  public Winds winds(int month) {
    MeridionalCells cells = new MeridionalCells(month);
    ZonalJets jets = new ZonalJets(month);
    PressureCentres centres = new PressureCentres(month);
    return new Winds() {
      @Override
      public double eastward(double lat, double lon, double bottom, double top) {
        double sigma = (bottom + top) / 2;
        return jets.eastward(lat, sigma) + centres.eastward(lat, lon, sigma);
      }

      @Override
      public double northward(double lat, double lon, double bottom, double top) {
        return cells.northward(lat, bottom, top) + centres.northward(lat, lon, (bottom + top) / 2);
      }
    };
  }
}
