package org.ccdas.observe.smos;

import java.util.Locale;

/**
 * The bits of {@code Science_Flags}, as SMOS Level 2 defines them (spec section 19.1); bit number =
 * ordinal.
 */
public enum ScienceFlag {
  /** Other than nominal soil. */
  NON_NOMINAL,
  /** Any scene flag is set. */
  ANY_SCENE,
  /** Rocks. */
  BARREN,
  /** Strong topography. */
  STRONG_TOPOGRAPHY,
  /** Moderate topography. */
  MODERATE_TOPOGRAPHY,
  /** Open water. */
  OPEN_WATER,
  /** Mixed snow. */
  MIXED_SNOW,
  /** Wet snow. */
  WET_SNOW,
  /** Significant dry snow. */
  DRY_SNOW,
  /** Forest. */
  FOREST,
  /** Nominal soil. */
  NOMINAL,
  /** Frozen ground. */
  FROST,
  /** Permanent ice or snow. */
  ICE,
  /** Wetlands. */
  WETLANDS,
  /** Risk of flooding. */
  FLOOD_RISK,
  /** Limited urban area. */
  URBAN_LOW,
  /** Large urban area. */
  URBAN_HIGH,
  /** High sand fraction. */
  SAND,
  /** Sea ice. */
  SEA_ICE,
  /** Tidal coast. */
  COAST,
  /** Any occurrence flag is set. */
  ANY_OCCURRENCE,
  /** Litter suspected. */
  LITTER,
  /** Interception suspected from the polarisation ratio. */
  POLARISATION_RATIO,
  /** Interception in the weather forecast. */
  INTERCEPTION,
  /** Any external flag is set. */
  EXTERNAL,
  /** Heavy rain suspected. */
  RAIN,
  /** High ionospheric contributions. */
  IONOSPHERE,
  /** Thick forest. */
  THICK_FOREST,
  /** Winter forest. */
  WINTER_FOREST,
  /** Dual retrieval. */
  DUAL_RETRIEVAL;

  /** The bit within {@code Science_Flags}. */
  public int mask() {
    return 1 << ordinal();
  }

  /** The name as a reason of rejection, such as {@code open-water}. */
  public String reason() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
