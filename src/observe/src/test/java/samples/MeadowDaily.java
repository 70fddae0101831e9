package samples;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ccdas.inputs.grid.LatLonGrid;
import org.ccdas.inputs.netcdf.NetcdfInput;
import org.ccdas.observe.satellite.Criterion;
import org.ccdas.observe.satellite.FileIdentity;
import org.ccdas.observe.satellite.Layer;
import org.ccdas.observe.satellite.Overpass;
import org.ccdas.observe.satellite.ProductBytes;
import org.ccdas.observe.satellite.Retrievals;
import org.ccdas.observe.satellite.Screening;
import org.ccdas.observe.satellite.SoilMoistureProduct;

/** Daily soil moisture of Meadow, a mission that does not exist, on a grid of one degree. */
public final class MeadowDaily implements SoilMoistureProduct {
  private static final Pattern NAME = Pattern.compile("MEADOW_SM_(\\d{8})_v(\\d\\d)\\.nc");

  private static final int FROZEN = 1;
  private static final int FLOODED = 2;

  @Override
  public String name() {
    return "meadow-daily";
  }

  @Override
  public Optional<FileIdentity> identify(String fileName) {
    Matcher name = NAME.matcher(fileName);
    if (!name.matches()) {
      return Optional.empty();
    }
    LocalDate date = LocalDate.parse(name.group(1), DateTimeFormatter.BASIC_ISO_DATE);
    // of two files of one day the one with the greater version is used
    return Optional.of(new FileIdentity(name(), date, Overpass.COMBINED, name.group(2)));
  }

  @Override
  public Screening screening() {
    return new Screening(
        List.of(
            new Criterion.Range("range", Layer.SOIL_MOISTURE, 0, 1, true),
            new Criterion.Range("error", Layer.STANDARD_ERROR, 0.001f, 0.1f, true),
            new Criterion.Range("greenness", "greenness", 0, 0.8f, false),
            new Criterion.Flags("frozen", Layer.SCIENCE_FLAGS, FROZEN, true),
            new Criterion.Flags("flooded", Layer.SCIENCE_FLAGS, FLOODED, true)));
  }

  @Override
  public Retrievals read(ProductBytes bytes, FileIdentity identity, Set<String> layers) {
    try (NetcdfInput file = NetcdfInput.open(bytes.name(), bytes.bytes())) {
      LatLonGrid grid =
          LatLonGrid.of(
              file.variable("lat").read(),
              file.variable("lon").read(),
              LatLonGrid.Registration.CENTRE);
      Map<String, float[]> values = new LinkedHashMap<>();
      // scale, offset and missing values follow from the attributes, percent becomes a fraction
      values.put(Layer.SOIL_MOISTURE, file.variable("wetness").inOrUnstated("m3 m-3").floats());
      values.put(
          Layer.STANDARD_ERROR, file.variable("wetness_error").inOrUnstated("m3 m-3").floats());
      file.find("greenness")
          .ifPresent(found -> values.put("greenness", found.inOrUnstated("1").floats()));
      Map<String, int[]> flags = Map.of(Layer.SCIENCE_FLAGS, file.variable("quality").bits());
      return new Retrievals(bytes.name(), identity, grid, values, flags);
    }
  }
}
