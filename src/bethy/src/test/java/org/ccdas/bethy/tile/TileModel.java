package org.ccdas.bethy.tile;

import org.ccdas.bethy.process.Observables;
import org.ccdas.bethy.process.ObservedDay;
import org.ccdas.bethy.process.Soil;
import org.ccdas.bethy.process.SoilConstants;
import org.ccdas.bethy.process.StartState;
import org.ccdas.bethy.process.TileParameters;
import org.ccdas.bethy.process.TileState;
import org.ccdas.bethy.process.TileTraits;
import org.ccdas.bethy.table.Pathway;
import org.ccdas.bethy.table.PlantFunctionalType;
import org.ccdas.bethy.table.PriorParameters;
import org.ccdas.bethy.table.SoilTexture;

/**
 * A tile with its parameters: all that a run needs besides weather and states.
 *
 * @param c4 whether its photosynthesis is C4
 * @param traits by plant functional type and soil
 * @param parameters in physical units
 * @param soil constants that follow from traits and parameters
 */
public record TileModel(
    boolean c4, TileTraits traits, TileParameters parameters, SoilConstants soil) {
  /** A tile with its parameters at their prior values. */
  public static TileModel prior(PlantFunctionalType pft, SoilTexture texture) {
    return of(pft, texture, PriorParameters.of(pft));
  }

  /** A tile with these parameters. */
  public static TileModel of(
      PlantFunctionalType pft, SoilTexture texture, TileParameters parameters) {
    TileTraits traits = pft.traits(texture);
    return new TileModel(
        pft.pathway() == Pathway.C4, traits, parameters, Soil.constants(parameters, traits));
  }

  /** What satellites see of the states of an evening. */
  public ObservedDay observed(TileState evening) {
    return Observables.evening(evening, parameters, soil, traits);
  }

  /** The states at the start of a run. Spec section 13.2. */
  public TileState start() {
    return StartState.of(parameters, soil, traits);
  }
}
