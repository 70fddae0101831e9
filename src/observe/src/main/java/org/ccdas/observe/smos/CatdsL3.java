package org.ccdas.observe.smos;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ccdas.inputs.InputException;
import org.ccdas.inputs.netcdf.NetcdfInput;
import org.ccdas.inputs.netcdf.NetcdfVariable;
import org.ccdas.observe.satellite.Criterion;
import org.ccdas.observe.satellite.EaseGridPart;
import org.ccdas.observe.satellite.FileIdentity;
import org.ccdas.observe.satellite.Layer;
import org.ccdas.observe.satellite.ProductBytes;
import org.ccdas.observe.satellite.Retrievals;
import org.ccdas.observe.satellite.Screening;
import org.ccdas.observe.satellite.SoilMoistureProduct;

/**
 * SMOS Level-3 daily soil moisture of CATDS (CLF31A/D, CLF3SA/SD): ascending and descending
 * overpasses on the EASE-Grid 2.0 of 25 km or a part cut out of it; NetCDF-3 or NetCDF-4 (spec
 * section 19.1).
 */
public final class CatdsL3 implements SoilMoistureProduct {
  /** Name of the product. */
  public static final String NAME = CatdsName.PRODUCT;

  /** Reason of retrievals that are no soil moisture. */
  public static final String RANGE = "range";

  /** Reason of retrievals with a large DQX. */
  public static final String DQX = "dqx";

  /** Reason of retrievals under interference. */
  public static final String RFI = "rfi-probability";

  /** Reason of retrievals that fit the brightness temperatures badly. */
  public static final String CHI2 = "chi2-probability";

  /** Reason of retrievals at the edge of the swath. */
  public static final String SWATH = "swath-position";

  /** Reason of retrievals whose time is not that of the file. */
  public static final String TIME = "acquisition-time";

  /** Reason of retrievals by a bit of the processing flags; none is looked at unless asked for. */
  public static final String PROCESSING = "processing-flags";

  /** The files are packed up to 1 m3 m-3: that stands for whatever is larger. */
  private static final float SATURATED = 0.999f;

  private static final List<ScienceFlag> REJECTED =
      List.of(
          ScienceFlag.STRONG_TOPOGRAPHY,
          ScienceFlag.OPEN_WATER,
          ScienceFlag.MIXED_SNOW,
          ScienceFlag.WET_SNOW,
          ScienceFlag.DRY_SNOW,
          ScienceFlag.FROST,
          ScienceFlag.ICE,
          ScienceFlag.WETLANDS,
          ScienceFlag.URBAN_HIGH,
          ScienceFlag.SEA_ICE,
          ScienceFlag.COAST);

  private static final Screening SCREENING = standard();

  private static Screening standard() {
    List<Criterion> criteria = new ArrayList<>();
    // 0 <= SM < 1, 0 < DQX <= 0.07, Rfi_Prob <= 0.2, Chi_2_P >= 0.05, |X_Swath| <= 400 km
    criteria.add(new Criterion.Range(RANGE, Layer.SOIL_MOISTURE, 0, SATURATED, true));
    criteria.add(new Criterion.Range(DQX, Layer.STANDARD_ERROR, Float.MIN_VALUE, 0.07f, true));
    criteria.add(new Criterion.Range(RFI, Layer.RFI_PROBABILITY, 0, 0.2f, true));
    criteria.add(new Criterion.Range(CHI2, Layer.CHI2_PROBABILITY, 0.05f, 1, false));
    criteria.add(new Criterion.Range(SWATH, Layer.SWATH_POSITION, -400, 400, false));
    // overpasses of a day may begin before and end after it
    criteria.add(new Criterion.Range(TIME, Layer.ACQUISITION_HOURS, -12, 36, false));
    for (ScienceFlag flag : REJECTED) {
      criteria.add(new Criterion.Flags(flag.reason(), Layer.SCIENCE_FLAGS, flag.mask(), true));
    }
    criteria.add(new Criterion.Flags(ScienceFlag.RAIN.reason(), Layer.SCIENCE_FLAGS, 0, true));
    criteria.add(new Criterion.Flags(PROCESSING, Layer.PROCESSING_FLAGS, 0, false));
    return new Screening(criteria);
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Optional<FileIdentity> identify(String fileName) {
    return CatdsName.identify(fileName);
  }

  @Override
  public boolean isCompanion(String fileName) {
    return CatdsName.isCompanion(fileName);
  }

  /**
   * The decisions of spec section 19.1. Heavy rain ({@code rain}) and processing flags reject
   * nothing unless they are given a mask; probability of chi-square, swath position and times are
   * applied where the file has them.
   */
  @Override
  public Screening screening() {
    return SCREENING;
  }

  @Override
  public Retrievals read(ProductBytes bytes, FileIdentity identity, Set<String> layers) {
    try (NetcdfInput file = NetcdfInput.open(bytes.name(), bytes.bytes())) {
      NetcdfVariable moisture = file.variable(CatdsVariable.SOIL_MOISTURE);
      EaseGridPart grid = EaseGridPart.of(file, moisture);
      Map<String, float[]> values = new LinkedHashMap<>();
      Map<String, int[]> flags = new LinkedHashMap<>();
      values.put(Layer.SOIL_MOISTURE, grid.floats(moisture.inOrUnstated("m3 m-3")));
      file.find(CatdsVariable.STANDARD_ERROR)
          .ifPresent(
              dqx -> values.put(Layer.STANDARD_ERROR, grid.floats(dqx.inOrUnstated("m3 m-3"))));
      for (String layer : layers) {
        switch (layer) {
          case Layer.SOIL_MOISTURE, Layer.STANDARD_ERROR -> {}
          case Layer.SCIENCE_FLAGS -> bits(file, grid, CatdsVariable.SCIENCE_FLAGS, layer, flags);
          case Layer.PROCESSING_FLAGS ->
              bits(file, grid, CatdsVariable.PROCESSING_FLAGS, layer, flags);
          case Layer.ACQUISITION_HOURS ->
              CatdsTime.read(file, grid, identity.date(), values.get(Layer.SOIL_MOISTURE))
                  .ifPresent(hours -> values.put(layer, hours));
          default -> number(file, grid, layer, values);
        }
      }
      return new Retrievals(bytes.name(), identity, grid.grid(), values, flags);
    }
  }

  private static void bits(
      NetcdfInput file, EaseGridPart grid, String name, String layer, Map<String, int[]> flags) {
    file.find(name).ifPresent(variable -> flags.put(layer, grid.bits(variable)));
  }

  private static void number(
      NetcdfInput file, EaseGridPart grid, String layer, Map<String, float[]> values) {
    CatdsVariable wanted =
        CatdsVariable.of(layer)
            .orElseThrow(
                () ->
                    new InputException(
                        file.file(),
                        "",
                        "files of " + NAME + " have no layer " + layer,
                        "Take the criterion that wants it out of the screening"));
    for (String name : wanted.names()) {
      Optional<NetcdfVariable> found = file.find(name);
      if (found.isPresent()) {
        values.put(layer, grid.floats(found.get().inOrUnstated(wanted.unit())));
        return;
      }
    }
  }
}
