package org.ccdas.evaluate.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ccdas.inputs.file.Location;
import org.ccdas.inputs.grid.Cell;
import org.ccdas.inputs.netcdf.NetcdfInput;
import org.ccdas.inputs.netcdf.NetcdfVariable;
import org.ccdas.inputs.region.Region;
import org.ccdas.inputs.time.MonthAxis;

/**
 * The land flux of an inversion by latitude, monthly: {@code SFCO2_LND} in {@code
 * NAME_fluxes_za_ts_monthly.nc}, PgC yr-1 per degree of latitude, positive to the atmosphere, at
 * the middles of rows of one degree (CarbonTracker 2017 and others).
 */
public final class ZonalInversion implements ReferenceDataset {
  private static final Pattern NAME = Pattern.compile("(.+)_fluxes_za_ts_monthly\\.nc");
  private static final String FLUX = "SFCO2_LND";
  private static final String LATITUDE = "lat";

  @Override
  public String name() {
    return "inversions-zonal";
  }

  @Override
  public String title() {
    return "Land flux by latitude of atmospheric inversions such as CarbonTracker 2017, monthly";
  }

  @Override
  public boolean reads(String fileName) {
    return NAME.matcher(fileName).matches();
  }

  @Override
  public ReferenceData read(List<Location> files, List<Cell> cells, MonthAxis window) {
    List<RegionSeries> series = new ArrayList<>();
    for (Location file : files) {
      Matcher name = NAME.matcher(file.name());
      if (!name.matches()) {
        throw new IllegalArgumentException(file + " is none of these files");
      }
      try (NetcdfInput input = NetcdfInput.open(file)) {
        series.addAll(read(input, name.group(1)));
      }
    }
    return ReferenceData.ofRegions(series);
  }

  private static List<RegionSeries> read(NetcdfInput input, String source) {
    NetcdfVariable variable = input.variable(FLUX);
    double[] latitudes = input.variable(LATITUDE).read();
    if (!variable.dimensions().equals(List.of("time", LATITUDE))) {
      throw variable.problem(
          "is over " + variable.dimensions(), "Give it over time and " + LATITUDE, null);
    }
    double[] flux = variable.read();
    MonthAxis months = InversionBands.months(input, variable);
    List<RegionSeries> series = new ArrayList<>();
    for (Region region : StandardRegions.all()) {
      double[] values = new double[months.count()];
      double width = width(latitudes, variable);
      for (int m = 0; m < values.length; m++) {
        for (int row = 0; row < latitudes.length; row++) {
          if (within(region, latitudes[row])) {
            // uptake = -sum over rows of flux per degree times the width of a row
            values[m] -= flux[m * latitudes.length + row] * width;
          }
        }
      }
      series.add(
          RegionSeries.monthly(
              source,
              Kind.INVERSION,
              Quantity.NEP,
              region,
              months,
              values,
              Content.SEEN_BY_THE_ATMOSPHERE));
    }
    return series;
  }

  private static double width(double[] latitudes, NetcdfVariable variable) {
    double width = 180.0 / latitudes.length;
    if (Math.abs(Math.abs(latitudes[0]) + width / 2 - 90) > 0.01 * width
        || Math.abs(Math.abs(latitudes[1] - latitudes[0]) - width) > 0.01 * width) {
      throw variable.problem(
          "does not go from pole to pole in equal rows", "Give rows from pole to pole", null);
    }
    return width;
  }

  private static boolean within(Region region, double latitude) {
    if (region.equals(StandardRegions.GLOBE)) {
      return true;
    }
    if (region.equals(StandardRegions.SOUTH)) {
      return latitude < -30;
    }
    return region.equals(StandardRegions.NORTH) ? latitude > 30 : Math.abs(latitude) <= 30;
  }
}
