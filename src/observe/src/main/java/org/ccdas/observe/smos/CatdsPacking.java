package org.ccdas.observe.smos;

import org.ccdas.observe.satellite.Layer;
import ucar.ma2.DataType;
import ucar.nc2.Attribute;
import ucar.nc2.NetcdfFileWriter;
import ucar.nc2.Variable;

/** How the numbers of a CATDS file are packed as short integers when we write one. */
enum CatdsPacking {
  SOIL_MOISTURE(Layer.SOIL_MOISTURE, CatdsVariable.SOIL_MOISTURE, "m3 m-3", 1, 1.0 / 30_000),
  STANDARD_ERROR(Layer.STANDARD_ERROR, CatdsVariable.STANDARD_ERROR, "m3 m-3", 1, 1.0 / 30_000),
  RFI_PROBABILITY(Layer.RFI_PROBABILITY, "Rfi_Prob", "1", 1, 1.0 / 30_000),
  CHI2(Layer.CHI2, "Chi_2", "1", 1, 0.01),
  CHI2_PROBABILITY(Layer.CHI2_PROBABILITY, "Chi_2_P", "1", 1, 1.0 / 30_000),
  /** In metres, as Level 2 gives it. */
  SWATH_POSITION(Layer.SWATH_POSITION, "X_Swath", "m", 1000, 25);

  private final String layer;
  private final String variable;
  private final String unit;
  private final double perUnit;
  private final double scale;

  CatdsPacking(String layer, String variable, String unit, double perUnit, double scale) {
    this.layer = layer;
    this.variable = variable;
    this.unit = unit;
    this.perUnit = perUnit;
    this.scale = scale;
  }

  String layer() {
    return layer;
  }

  String variable() {
    return variable;
  }

  /** Adds the variable with its attributes. */
  void define(NetcdfFileWriter writer) {
    Variable added = writer.addVariable(null, variable, DataType.SHORT, "lat lon");
    added.addAttribute(new Attribute("units", unit));
    added.addAttribute(new Attribute("scale_factor", scale));
    added.addAttribute(new Attribute("add_offset", 0.0));
    added.addAttribute(new Attribute("_FillValue", (short) -32768));
  }

  /** Values as stored numbers; those that do not fit are refused. */
  short[] pack(float[] values, short fill) {
    short[] packed = new short[values.length];
    for (int i = 0; i < packed.length; i++) {
      if (Float.isNaN(values[i])) {
        packed[i] = fill;
      } else {
        long stored = Math.round(values[i] * perUnit / scale);
        if (Math.abs(stored) > Short.MAX_VALUE) {
          throw new IllegalArgumentException(layer + " of " + values[i] + " cannot be packed");
        }
        packed[i] = (short) stored;
      }
    }
    return packed;
  }
}
