package org.ccdas.evaluate.reference;

import java.util.regex.Pattern;

/**
 * FLUXCOM (Jung et al. 2020, Biogeosciences 17, 1343-1365): gross primary production of eddy
 * towers, scaled up by machine learning. Files with {@code GPP} and {@code FLUXCOM}, {@code RS}, or
 * {@code RS_METEO} in their names, or {@code GPP.METHOD....monthly.YEAR.nc}.
 */
public final class FluxcomGpp extends GriddedGpp {
  /** For the service loader. */
  public FluxcomGpp() {
    super(
        "FLUXCOM",
        Kind.UPSCALED,
        Pattern.compile(
            "(?i)(.*fluxcom.*gpp.*|.*gpp.*fluxcom.*|GPP\\.(RS|RS_METEO|ANN|MARS|RF|HB)[._].*monthly.*)\\.nc4?"));
  }

  @Override
  public String name() {
    return "fluxcom-gpp";
  }

  @Override
  public String title() {
    return "FLUXCOM (Jung et al. 2020): up-scaled eddy covariance, monthly GPP";
  }
}
