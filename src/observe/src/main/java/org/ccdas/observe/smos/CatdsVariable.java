package org.ccdas.observe.smos;

import java.util.List;
import java.util.Optional;
import org.ccdas.observe.satellite.Layer;

/**
 * Which variable of a CATDS file holds a layer, and the unit wanted.
 *
 * @param layer name of the layer
 * @param unit as UDUNITS writes it
 * @param names of the variable, the first found is taken
 */
record CatdsVariable(String layer, String unit, List<String> names) {
  static final String SOIL_MOISTURE = "Soil_Moisture";
  static final String STANDARD_ERROR = "Soil_Moisture_Dqx";
  static final String SCIENCE_FLAGS = "Science_Flags";
  static final String PROCESSING_FLAGS = "Processing_Flags";
  static final String ACQUISITION_DAYS = "Mean_Acq_Time_Days";
  static final String ACQUISITION_SECONDS = "Mean_Acq_Time_Seconds";

  private static final List<CatdsVariable> NUMBERS =
      List.of(
          new CatdsVariable(Layer.RFI_PROBABILITY, "1", List.of("Rfi_Prob")),
          new CatdsVariable(Layer.CHI2, "1", List.of("Chi_2")),
          new CatdsVariable(Layer.CHI2_PROBABILITY, "1", List.of("Chi_2_P")),
          new CatdsVariable(Layer.SWATH_POSITION, "km", List.of("X_Swath")));

  CatdsVariable {
    names = List.copyOf(names);
  }

  /** The variable of a layer of numbers. */
  static Optional<CatdsVariable> of(String layer) {
    return NUMBERS.stream().filter(variable -> variable.layer().equals(layer)).findFirst();
  }
}
