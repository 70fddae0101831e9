package org.ccdas.evaluate.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.ccdas.inputs.file.Location;
import org.ccdas.inputs.grid.Cell;
import org.ccdas.inputs.grid.LatLonGrid.Registration;
import org.ccdas.inputs.grid.ZonalDensity;
import org.ccdas.inputs.netcdf.NetcdfInput;
import org.ccdas.inputs.region.Region;
import org.ccdas.inputs.time.MonthAxis;

/**
 * The land flux of an inversion by latitude, monthly: {@code SFCO2_LND} in {@code
 * NAME_fluxes_za_ts_monthly.nc}, PgC yr-1 per degree of latitude, positive to the atmosphere, in
 * rows from pole to pole (CarbonTracker 2017 and others).
 */
public final class ZonalInversion implements ReferenceDataset {
  private static final Pattern NAME = Pattern.compile("(.+)_fluxes_za_ts_monthly\\.nc");
  private static final String FLUX = "SFCO2_LND";

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
    return ReferenceData.ofFiles(files, NAME, ZonalInversion::read);
  }

  private static List<RegionSeries> read(Location file, MatchResult name) {
    ZonalDensity density;
    MonthAxis months;
    try (NetcdfInput input = NetcdfInput.open(file)) {
      density = ZonalDensity.read(input, FLUX, Registration.CF);
      months = InversionBands.months(input, input.variable(FLUX));
    }
    List<RegionSeries> series = new ArrayList<>();
    for (Region region : StandardRegions.all()) {
      double south = StandardRegions.south(region);
      double north = StandardRegions.north(region);
      double[] values = new double[months.count()];
      for (int m = 0; m < values.length; m++) {
        for (int row = 0; row < density.rows().low().length; row++) {
          // uptake = -sum over rows of flux per degree times the degrees within the band
          values[m] -= density.flux(m, row, south, north);
        }
      }
      series.add(
          RegionSeries.monthly(
              name.group(1),
              Kind.INVERSION,
              Quantity.NEP,
              region,
              months,
              values,
              Content.SEEN_BY_THE_ATMOSPHERE));
    }
    return series;
  }
}
