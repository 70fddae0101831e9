package org.ccdas.evaluate.reference;

import java.util.regex.Pattern;
import org.ccdas.inputs.netcdf.NetcdfInput;
import org.ccdas.inputs.netcdf.NetcdfVariable;

/**
 * GLDAS-2.1 Noah (Rodell et al. 2004, Bulletin of the American Meteorological Society 85, 381-394):
 * monthly moisture of the uppermost 10 cm, {@value #VARIABLE}, kg m-2. A model's, not observed: its
 * anomalies follow real rain, its level is its own.
 */
public final class GldasMoisture extends GriddedMonths {
  private static final String VARIABLE = "SoilMoi0_10cm_inst";

  /** Water of a layer of 0.1 m that is nothing but water, kg m-2. */
  private static final double FULL = 100;

  /** For the service loader. */
  public GldasMoisture() {
    super(
        "GLDAS 2.1",
        Kind.LAND_SURFACE,
        Quantity.SOIL_MOISTURE,
        Pattern.compile("(?i)gldas.*(noah10_m\\.A\\d{6}|monthly).*\\.nc4?"));
  }

  @Override
  public String name() {
    return "gldas-moisture";
  }

  @Override
  public String title() {
    return "GLDAS-2.1 Noah (Rodell et al. 2004): monthly moisture of the uppermost 10 cm, modelled";
  }

  @Override
  NetcdfVariable variable(NetcdfInput input) {
    return input.variable(VARIABLE);
  }

  @Override
  NetcdfVariable inUnit(NetcdfVariable variable) {
    return variable.in("kg m-2");
  }

  @Override
  double value(double mean, double share, int days, NetcdfVariable variable) {
    return mean / FULL;
  }
}
