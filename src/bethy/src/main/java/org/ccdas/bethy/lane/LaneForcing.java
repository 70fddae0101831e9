package org.ccdas.bethy.lane;

import static org.ccdas.bethy.kernel.LaneKernel.LANES;

import java.lang.reflect.RecordComponent;
import org.ccdas.bethy.process.DayForcing;
import org.ccdas.bethy.process.NightForcing;
import org.ccdas.bethy.process.PointForcing;
import org.ccdas.bethy.process.TileParameters;
import org.ccdas.bethy.process.TileTraits;

/**
 * Puts records of one tile or cell into the slots of one lane, in the order of their components.
 */
public final class LaneForcing {
  /** Number of parameters that act on a tile. */
  public static final int PARAMETERS = TileParameters.class.getRecordComponents().length;

  static final int TRAITS = TileTraits.class.getRecordComponents().length;

  private LaneForcing() {}

  /** Values of a record of doubles in the order of its components. */
  public static double[] values(Record record) {
    RecordComponent[] components = record.getClass().getRecordComponents();
    double[] values = new double[components.length];
    for (int i = 0; i < values.length; i++) {
      try {
        values[i] = (double) components[i].getAccessor().invoke(record);
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException(record + " is not a record of doubles", e);
      }
    }
    return values;
  }

  static void put(double[] slots, int first, int lane, DayForcing f) {
    int at = first * LANES + lane;
    slots[at] = f.temperature();
    slots[at + LANES] = f.precipitation();
    slots[at + 2 * LANES] = f.monthTemperature();
    slots[at + 3 * LANES] = f.unfrozen();
    slots[at + 4 * LANES] = f.dayLength();
    slots[at + 5 * LANES] = f.noonSun();
    slots[at + 6 * LANES] = f.saturationAtMinimum();
    slots[at + 7 * LANES] = f.snowAlbedo();
  }

  static void put(double[] slots, int first, int lane, PointForcing f) {
    int at = first * LANES + lane;
    slots[at] = f.weight();
    slots[at + LANES] = f.sun();
    slots[at + 2 * LANES] = f.par();
    slots[at + 3 * LANES] = f.shortwave();
    slots[at + 4 * LANES] = f.directShare();
    slots[at + 5 * LANES] = f.cloud();
    slots[at + 6 * LANES] = f.temperature();
    slots[at + 7 * LANES] = f.saturation();
    slots[at + 8 * LANES] = f.saturationSlope();
    slots[at + 9 * LANES] = f.latentHeat();
    slots[at + 10 * LANES] = f.psychrometric();
    slots[at + 11 * LANES] = f.airDensity();
    slots[at + 12 * LANES] = f.pressure();
    slots[at + 13 * LANES] = f.co2();
  }

  static void put(double[] slots, int first, int lane, NightForcing f) {
    int at = first * LANES + lane;
    slots[at] = f.weight();
    slots[at + LANES] = f.temperature();
  }

  /** Puts a record of doubles; for what is set once a run. */
  static void put(double[] slots, int first, int lane, Record record) {
    double[] values = values(record);
    for (int i = 0; i < values.length; i++) {
      slots[(first + i) * LANES + lane] = values[i];
    }
  }
}
