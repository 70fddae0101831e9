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
   * @param from UDUNITS specification, or another spelling that people use ({@code °C}, {@code
   *     Wm-2}, {@code m s**-1})
   * @param to UDUNITS specification
   * @throws IllegalArgumentException when a unit is unknown or the two measure different things
   */
  public static UnitConversion between(String from, String to) {
    if (from.equals(to)) {
      return NONE;
    }
    synchronized (LOCK) {
      Unit target = parse(UnitSpelling.of(to).get(0));
      return between(spelled(from, target), from, target, to);
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
      Unit target = parse(UnitSpelling.of(to).get(0));
      Unit source = spelled(from, target);
      if (source.isCompatible(target)) {
        return between(source, from, target, to);
      }
      try {
        // as mass of water per area: what a depth times the density of water is
        Unit mass = target.multiplyBy(parse("1000 kg m-3"));
        Unit water = spelled(from, mass);
        return between(water.divideBy(parse("1000 kg m-3")), from, target, to);
      } catch (ucar.units.OperationException e) {
        throw new IllegalArgumentException("unit '" + from + "' is not an amount of water", e);
      }
    }
  }

  /** The unit of the first spelling that converts to another unit, or else of the first known. */
  private static Unit spelled(String text, Unit target) {
    IllegalArgumentException unknown = null;
    Unit known = null;
    for (String spelling : UnitSpelling.of(text)) {
      try {
        Unit unit = parse(spelling);
        if (unit.isCompatible(target)) {
          return unit;
        }
        known = known == null ? unit : known;
      } catch (IllegalArgumentException e) {
        unknown = e;
      }
    }
    if (known == null) {
      throw new IllegalArgumentException("unit '" + text + "' is not known to UDUNITS", unknown);
    }
    return known;
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
    try {
      return UnitFormatManager.instance().parse(text.strip());
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
