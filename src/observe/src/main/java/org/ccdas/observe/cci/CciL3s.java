package org.ccdas.observe.cci;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ccdas.inputs.grid.GriddedField;
import org.ccdas.inputs.grid.LatLonGrid.Registration;
import org.ccdas.inputs.netcdf.NetcdfInput;
import org.ccdas.inputs.netcdf.NetcdfVariable;
import org.ccdas.observe.satellite.Criterion;
import org.ccdas.observe.satellite.FileIdentity;
import org.ccdas.observe.satellite.Layer;
import org.ccdas.observe.satellite.ProductBytes;
import org.ccdas.observe.satellite.Retrievals;
import org.ccdas.observe.satellite.Screening;
import org.ccdas.observe.satellite.SoilMoistureProduct;

/**
 * Daily soil moisture of the ESA Climate Change Initiative (CCI) and of the Copernicus Climate
 * Change Service (C3S), Level 3S, COMBINED and PASSIVE, in volumetric units on a regular grid of
 * 0.25 degree. A file holds what was acquired within twelve hours of 00 UTC of its day: where it
 * has the times ({@code t0}) a retrieval counts for the day of its own, else for that of the file.
 */
public final class CciL3s implements SoilMoistureProduct {
  /** Name of the product. */
  public static final String NAME = "esa-cci-sm-l3s";

  private static final int OTHER =
      CciFlags.NO_CONVERGENCE
          | CciFlags.BEYOND_PHYSICAL
          | CciFlags.LOW_WEIGHT
          | CciFlags.UNRELIABLE
          | CciFlags.UNKNOWN;

  // 0 <= SM <= 1, 0 < error, no flag; a value without an error cannot be weighted
  private static final Screening SCREENING =
      new Screening(
          List.of(
              new Criterion.Range("range", Layer.SOIL_MOISTURE, 0, 1, true),
              new Criterion.Range("uncertainty", Layer.STANDARD_ERROR, Float.MIN_VALUE, 1, true),
              new Criterion.Range(
                  "acquisition-time",
                  Layer.ACQUISITION_HOURS,
                  CciTime.EARLIEST,
                  CciTime.LATEST,
                  false),
              flag("snow-or-frozen", CciFlags.SNOW_OR_FROZEN),
              flag("dense-vegetation", CciFlags.DENSE_VEGETATION),
              flag("other-flag", OTHER),
              // gives bits to look at
              flag("advisory", 0)));

  private static Criterion flag(String reason, int bits) {
    return new Criterion.Flags(reason, Layer.SCIENCE_FLAGS, bits, true);
  }

  /** Ten times as many as on the grid of 0.25 degree. */
  private static final int MOST_PIXELS = 10_000_000;

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Optional<FileIdentity> identify(String fileName) {
    return CciName.identify(fileName);
  }

  @Override
  public Screening screening() {
    return SCREENING;
  }

  @Override
  public Retrievals read(ProductBytes bytes, FileIdentity identity, Set<String> layers) {
    try (NetcdfInput file = NetcdfInput.open(bytes.name(), bytes.bytes())) {
      GriddedField field = field(file);
      CciTime.check(file, identity.date());
      Map<String, float[]> values = new LinkedHashMap<>();
      Map<String, int[]> flags = new LinkedHashMap<>();
      NetcdfVariable moisture = field.variable();
      checkVolumetric(moisture, identity);
      values.put(Layer.SOIL_MOISTURE, floats(field, moisture.inOrUnstated("m3 m-3")));
      file.find("sm_uncertainty")
          .ifPresent(
              error ->
                  values.put(Layer.STANDARD_ERROR, floats(field, error.inOrUnstated("m3 m-3"))));
      Set<String> unknown = Set.of();
      Optional<NetcdfVariable> flag = file.find("flag");
      if (layers.contains(Layer.SCIENCE_FLAGS) && flag.isPresent()) {
        CciFlags.Translated translated = CciFlags.read(flag.get());
        flags.put(Layer.SCIENCE_FLAGS, field.order(flag.get()).apply(translated.bits()));
        unknown = translated.unknown();
      }
      Optional<NetcdfVariable> times = file.find("t0");
      if (times.isPresent()) {
        float[] hours = field.order(times.get()).apply(times.get().hoursSince(identity.date()));
        CciTime.check(times.get(), hours, identity.date(), values.get(Layer.SOIL_MOISTURE));
        values.put(Layer.ACQUISITION_HOURS, hours);
      }
      Retrievals read = new Retrievals(bytes.name(), identity, field.grid(), values, flags);
      for (String meaning : unknown) {
        read = read.noting("the flag " + meaning + " is not known; it counts as other-flag");
      }
      return times.isPresent() ? read.datedByAcquisition() : read;
    }
  }

  private static void checkVolumetric(NetcdfVariable moisture, FileIdentity identity) {
    String name = moisture.attribute("long_name").orElse("").toLowerCase(Locale.ROOT);
    if (identity.variant().endsWith(CciName.ACTIVE) || name.contains("saturation")) {
      throw moisture.problem(
          "holds degrees of saturation, not volumetric soil moisture",
          "Give the COMBINED or PASSIVE product",
          null);
    }
  }

  private static GriddedField field(NetcdfInput file) {
    NetcdfVariable moisture = file.variable("sm");
    if (moisture.size() > MOST_PIXELS) {
      throw moisture.problem("is no daily map", "Give the daily product", null);
    }
    GriddedField field = GriddedField.of(file, moisture, Registration.CENTRE);
    if (!field.isSingleMap()) {
      throw moisture.problem(
          "has the shape " + Arrays.toString(moisture.shape()), "Give files of one day each", null);
    }
    return field;
  }

  private static float[] floats(GriddedField field, NetcdfVariable variable) {
    return field.order(variable).apply(variable.floats());
  }
}
