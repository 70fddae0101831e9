package org.ccdas.bethy.process;

import org.ccdas.bethy.table.PlantFunctionalType;
import org.ccdas.bethy.table.PriorParameters;
import org.ccdas.bethy.table.SoilTexture;

/** An ordinary tile, day and point for tests. */
final class Example {
  static final PlantFunctionalType OAK = PlantFunctionalType.of("TmpDec");
  static final PlantFunctionalType MAIZE = PlantFunctionalType.of("C4Gr");
  static final TileParameters PARAMETERS = PriorParameters.of(OAK);
  static final TileTraits TRAITS = OAK.traits(SoilTexture.of(3));
  static final SoilConstants SOIL = Soil.constants(PARAMETERS, TRAITS);

  private Example() {}

  /** States with this moisture in both layers. */
  static TileState state(double moisture, double snow, double lai) {
    return new TileState(moisture, moisture, snow, lai, lai, lai);
  }

  /** A long day of this temperature (degC) and precipitation (mm d-1). */
  static DayForcing day(double temperature, double precipitation) {
    return new DayForcing(temperature, precipitation, temperature, 1, 16, 0.85, 1200, 0.5);
  }

  /** The point of the stress block of the reference. */
  static PointForcing point(double weight) {
    double temperature = 24;
    double kelvin = temperature + PhysicalConstants.ZERO_CELSIUS;
    double saturation = 610.78 * Math.exp(17.269 * temperature / (237.3 + temperature));
    double slope = 17.269 * 237.3 * saturation / Math.pow(237.3 + temperature, 2);
    double latentHeat = 3.1512e6 - 2380 * kelvin;
    double pressure = 1e5;
    return new PointForcing(
        weight,
        0.8,
        330,
        720,
        0.5,
        0.2,
        temperature,
        saturation,
        slope,
        latentHeat,
        pressure * 1005.46 / (287.05 / 461.51) / latentHeat,
        28.964e-3 * pressure / (8.314 * kelvin),
        pressure,
        390);
  }

  /** The canopy of the stress block of the reference at this relative moisture. */
  static Morning morning(double relativeMoisture) {
    return new Morning(relativeMoisture, 223, 0, 0.15, 4.0, 0.96, 1300);
  }
}
