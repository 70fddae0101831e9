package org.ccdas.inputs.netcdf;

import java.io.Serializable;
import ucar.units.ConversionException;
import ucar.units.Unit;
import ucar.units.UnitFormatManager;

/**
 * Conversion of a quantity from one unit to another, after UDUNITS. All conversions are straight
 * lines, {@code slope x + offset}.
 *
 * @param slope target units per source unit
 * @param offset value in target units of 0 source units
 */
public record UnitConversion(double slope, double offset) implements Serializable {
  /** Leaves values as they are. */
  public static final UnitConversion NONE = new UnitConversion(1, 0);

  /** The parser of the units library keeps static state. */
  private static final Object LOCK = new Object();

  /**
   * The conversion between two units.
   *
   * @param from UDUNITS specification; {@code **} is read as power, as ECMWF files write it
   * @param to UDUNITS specification
   * @throws IllegalArgumentException when a unit is unknown or the two measure different things
   */
  public static UnitConversion between(String from, String to) {
    if (from.equals(to)) {
      return NONE;
    }
    synchronized (LOCK) {
      return between(parse(from), from, parse(to), to);
    }
  }

  /**
   * As {@link #between}, and a mass of liquid water per area also counts as its depth: 1 kg m-2 is
   * 1 mm.
   */
  public static UnitConversion ofWater(String from, String to) {
    if (from.equals(to)) {
      return NONE;
    }
    synchronized (LOCK) {
      Unit source = parse(from);
      Unit target = parse(to);
      try {
        Unit depth = source.divideBy(parse("1000 kg m-3"));
        return between(source.isCompatible(target) ? source : depth, from, target, to);
      } catch (ucar.units.OperationException e) {
        throw new IllegalArgumentException("unit '" + from + "' is not an amount of water", e);
      }
    }
  }

  private static UnitConversion between(Unit source, String from, Unit target, String to) {
    try {
      double offset = source.convertTo(0.0, target);
      double slope = (source.convertTo(1000.0, target) - offset) / 1000;
      double expected = source.convertTo(500.0, target);
      if (!(Math.abs(500 * slope + offset - expected) <= 1e-9 * Math.abs(expected) + 1e-300)) {
        throw new IllegalArgumentException("unit '" + from + "' is not linear in '" + to + "'");
      }
      return new UnitConversion(slope, offset);
    } catch (ConversionException e) {
      throw new IllegalArgumentException(
          "unit '" + from + "' cannot be converted to '" + to + "'", e);
    }
  }

  private static Unit parse(String text) {
    String specification = text.strip().replace("**", "^");
    try {
      return UnitFormatManager.instance().parse(specification);
    } catch (ucar.units.UnitException | RuntimeException e) {
      // The parser fails on some texts with an index error of its own.
      throw new IllegalArgumentException("unit '" + text + "' is not known to UDUNITS", e);
    }
  }

  /** The converted value; NaN stays NaN. */
  public double apply(double value) {
    return slope * value + offset;
  }
}
