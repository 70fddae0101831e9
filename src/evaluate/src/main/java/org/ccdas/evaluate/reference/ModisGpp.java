package org.ccdas.evaluate.reference;

import java.util.regex.Pattern;

/**
 * MODIS MOD17 (Running et al. 2004, BioScience 54, 547-560): gross primary production from absorbed
 * light. Monthly files with {@code MOD17} or {@code MODIS} and {@code GPP} in their names.
 */
public final class ModisGpp extends GriddedGpp {
  /** For the service loader. */
  public ModisGpp() {
    super(
        "MODIS MOD17",
        Kind.SATELLITE,
        Pattern.compile("(?i).*(m[oy]d17.*|modis.*gpp.*|gpp.*modis.*)\\.nc4?"));
  }

  @Override
  public String name() {
    return "modis-gpp";
  }

  @Override
  public String title() {
    return "MODIS MOD17 (Running et al. 2004): monthly GPP";
  }
}
