package org.ccdas.pipelines.config;

import java.io.Serializable;
import org.ccdas.inputs.setting.Setting;

/**
 * A variable whose unit attribute may lie.
 *
 * @param variable name in the file
 * @param scale factor from stored to physical values, not 0
 * @param unit unit after scaling, or null
 */
public record ScaledVariable(
    @Setting("Name of the variable.") String variable,
    @Setting(value = ScaledVariable.SCALE, byDefault = "1", above = 0) double scale,
    @Setting(value = ScaledVariable.UNIT, byDefault = "null") String unit)
    implements Serializable {
  static final String SCALE =
      "Stored values are multiplied by this, after scale_factor and add_offset of the file.";

  static final String UNIT =
      "Unit of the values after scaling, in the notation of UDUNITS; it overrides the file. Null:"
          + " the unit that the file names.";
}
