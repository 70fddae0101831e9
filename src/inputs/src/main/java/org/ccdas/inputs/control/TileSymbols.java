package org.ccdas.inputs.control;

import static java.util.Map.entry;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.ccdas.bethy.lane.Dependence;
import org.ccdas.bethy.lane.ModelSeries;
import org.ccdas.bethy.process.TileParameters;

/** Which component of {@link TileParameters} a symbol of the control vector sets. Spec 18.1. */
public final class TileSymbols {
  /** Component names of {@link TileParameters}, in the order of the record. */
  public static final List<String> COMPONENTS =
      Arrays.stream(TileParameters.class.getRecordComponents())
          .map(RecordComponent::getName)
          .toList();

  /** Acts on C3 tiles only; shares its component with {@link #C4_ONLY}. */
  static final String C3_ONLY = "aJV";

  /** Acts on C4 tiles only. */
  static final String C4_ONLY = "k25";

  private static final Map<String, String> COMPONENT_OF =
      Map.ofEntries(
          entry("Vm25", "vm25"),
          entry(C3_ONLY, "ajv"),
          entry(C4_ONLY, "ajv"),
          entry("alpha_q", "alphaQ"),
          entry("alpha_i", "alphaI"),
          entry("KC25", "kc25"),
          entry("KO25", "ko25"),
          entry("aGamma", "gammaSlope"),
          entry("E_KC", "eKc"),
          entry("E_KO", "eKo"),
          entry("E_Vm", "eVm"),
          entry("E_k", "eK"),
          entry("E_Rd", "eRd"),
          entry("f_leaf", "leafShare"),
          entry("c_g", "growthCost"),
          entry("Q10_f", "q10Fast"),
          entry("Q10_s", "q10Slow"),
          entry("rtau_f", "fastRate"),
          entry("kappa", "kappa"),
          entry("f_s", "slowShare"),
          entry("beta", "beta"),
          entry("Lmax", "maximumLai"),
          entry("T_phi", "leafOnsetTemperature"),
          entry("T_r", "leafOnsetRange"),
          entry("t_c", "leafSheddingDaylength"),
          entry("t_r", "leafSheddingRange"),
          entry("xi", "leafGrowthRate"),
          entry("k_L", "leafSheddingRate"),
          entry("tau_W", "droughtTolerance"),
          entry("s_wc", "storageScale"),
          entry("m_b", "bScale"),
          entry("m_Ks", "conductivityScale"),
          entry("e_soil", "evaporationExponent"),
          entry("c_w", "supplyRate"),
          entry("h_d", "humidityRise"),
          entry("f_ci", "unstressedCi"));

  private TileSymbols() {}

  /** Whether the parameter acts on tiles; others act elsewhere, as the CO2 offset does. */
  public static boolean actsOnTiles(String symbol) {
    return COMPONENT_OF.containsKey(symbol);
  }

  /**
   * How a series of a tile depends on a parameter.
   *
   * @param symbol of the parameter; one that does not act on tiles is seen by no series
   */
  public static Dependence dependence(ModelSeries series, String symbol) {
    String component = COMPONENT_OF.get(symbol);
    return component == null ? Dependence.NONE : series.dependence(component);
  }

  /** All symbols that act on tiles. */
  public static List<String> all() {
    return COMPONENT_OF.keySet().stream().sorted().toList();
  }

  /** Index into {@link #COMPONENTS} of the component that the symbol sets; -1 when none. */
  public static int component(String symbol) {
    String component = COMPONENT_OF.get(symbol);
    return component == null ? -1 : COMPONENTS.indexOf(component);
  }

  /** Whether the symbol means something on a tile of this photosynthetic pathway. */
  static boolean concerns(String symbol, boolean c4) {
    return !symbol.equals(c4 ? C3_ONLY : C4_ONLY);
  }
}
