package org.ccdas.pipelines.results;

import java.util.ArrayList;
import java.util.List;
import org.ccdas.inputs.control.ControlVector;
import org.ccdas.inputs.control.Parameter;

/**
 * A check whether the land of a run is plausible (spec section 14, global gates).
 *
 * @param name of the quantity
 * @param unit its unit
 * @param experiment {@code prior} or {@code posterior}
 * @param value found; NaN when there is nothing to find it from, which fails the gate
 * @param range lower and upper end of what is plausible, both included
 */
record Gate(String name, String unit, String experiment, double value, List<Double> range) {
  /** Gates of spec section 14 that need quantities which a run does not keep. */
  static final List<String> NOT_CHECKED =
      List.of(
          "mean leaf area index of the vegetated area (1.5 to 3.5)",
          "share of GPP of the tiles without carbon before they are set to zero (at most 0.01)");

  static final String PRIOR = "prior";
  static final String POSTERIOR = "posterior";
  static final String GPP = "gpp";
  static final String EVAPOTRANSPIRATION = "evapotranspiration";
  static final String TOP_MOISTURE = "topMoisture";
  static final String AREA_WITHOUT_CARBON = "areaWithoutCarbon";
  static final String CLOSURE = "closure";

  /** Name of the gate of a plant functional type. */
  static String nppOverGpp(String code) {
    return "nppOverGpp " + code;
  }

  private static Gate of(
      String name, String unit, String experiment, double value, double least, double most) {
    return new Gate(name, unit, experiment, value, List.of(least, most));
  }

  /** Whether the value is within the range. */
  boolean passed() {
    return value >= range.get(0) && value <= range.get(1);
  }

  /** All gates, those of the prior first. */
  static List<Gate> of(ControlVector control, LandFluxes prior, LandFluxes posterior) {
    List<Gate> gates = new ArrayList<>(of(PRIOR, prior));
    Land land = prior.land();
    gates.add(of(AREA_WITHOUT_CARBON, "1", PRIOR, land.shareWithoutCarbon(), 0, 0.15));
    if (isNeutral(control)) {
      LandBudget mean = LandBudget.mean(prior);
      // at beta = 1 the closure gives |sum NEP| < 1e-9 sum NPP   (12.2)
      gates.add(of(CLOSURE, "1", PRIOR, Math.abs(mean.nep()) / mean.npp(), 0, 1e-9));
    }
    gates.addAll(of(POSTERIOR, posterior));
    return gates;
  }

  private static List<Gate> of(String experiment, LandFluxes fluxes) {
    LandBudget mean = LandBudget.mean(fluxes);
    List<Gate> gates = new ArrayList<>();
    gates.add(of(GPP, "PgC yr-1", experiment, mean.gpp(), 110, 175));
    gates.add(of(EVAPOTRANSPIRATION, "mm yr-1", experiment, mean.evapotranspiration(), 400, 650));
    gates.add(of(TOP_MOISTURE, "m3 m-3", experiment, fluxes.meanTopMoisture(), 0.10, 0.35));
    LandBudget.nppOverGpp(fluxes)
        .forEach(
            (pft, ratio) ->
                gates.add(
                    of(nppOverGpp(LandBudget.code(pft)), "1", experiment, ratio, 0.30, 0.72)));
    return gates;
  }

  /** Whether the prior of every beta is 1, where heterotrophic respiration balances production. */
  private static boolean isNeutral(ControlVector control) {
    return control.parameters().stream()
        .filter(parameter -> parameter.symbol().equals("beta"))
        .mapToDouble(Parameter::prior)
        .allMatch(prior -> prior == 1);
  }
}
