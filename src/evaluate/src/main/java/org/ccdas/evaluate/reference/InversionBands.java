package org.ccdas.evaluate.reference;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.ccdas.inputs.file.Location;
import org.ccdas.inputs.grid.Cell;
import org.ccdas.inputs.netcdf.NetcdfInput;
import org.ccdas.inputs.netcdf.NetcdfVariable;
import org.ccdas.inputs.netcdf.TimeCells;
import org.ccdas.inputs.region.Region;
import org.ccdas.inputs.time.MonthAxis;

/**
 * Atmospheric inversions of the Global Carbon Budget 2018 (Le Quéré et al. 2018), as monthly sums
 * over globe and latitude bands in {@code inv_NAME_month.nc}. The files state no unit: PgC per
 * month, positive to the atmosphere. Their times are of a calendar of 360 days, a month each.
 */
public final class InversionBands implements ReferenceDataset {
  private static final Pattern NAME = Pattern.compile("inv_(.+)_month\\.nc");
  private static final double MONTHS_PER_YEAR = 12;

  /** In an order, so that the tables of a result are the same each time. */
  private static final SortedMap<String, Region> VARIABLES =
      new TreeMap<>(
          Map.of(
              "Earth_Land", StandardRegions.GLOBE,
              "South_Land", StandardRegions.SOUTH,
              "Tropical_Land", StandardRegions.TROPICS,
              "North_Land", StandardRegions.NORTH));

  @Override
  public String name() {
    return "inversions";
  }

  @Override
  public String title() {
    return "Atmospheric inversions of the Global Carbon Budget 2018 (Le Quéré et al. 2018),"
        + " monthly: globe and latitude bands";
  }

  @Override
  public boolean reads(String fileName) {
    return NAME.matcher(fileName).matches();
  }

  @Override
  public ReferenceData read(List<Location> files, List<Cell> cells, MonthAxis window) {
    return ReferenceData.ofFiles(files, NAME, InversionBands::read);
  }

  private static List<RegionSeries> read(Location file, MatchResult name) {
    List<RegionSeries> series = new ArrayList<>();
    try (NetcdfInput input = NetcdfInput.open(file)) {
      for (Map.Entry<String, Region> region : VARIABLES.entrySet()) {
        NetcdfVariable variable = input.variable(region.getKey());
        double[] flux = variable.read();
        MonthAxis months = months(input, variable);
        double[] values = new double[flux.length];
        for (int m = 0; m < values.length; m++) {
          // uptake PgC yr-1 = -(flux to the atmosphere, PgC per month) 12
          values[m] = -flux[m] * MONTHS_PER_YEAR;
        }
        series.add(
            RegionSeries.monthly(
                name.group(1).replace('_', ' '),
                Kind.INVERSION,
                Quantity.NEP,
                region.getValue(),
                months,
                values,
                Content.SEEN_BY_THE_ATMOSPHERE));
      }
    }
    return series;
  }

  /** The months of a variable, which must follow one another. */
  static MonthAxis months(NetcdfInput input, NetcdfVariable variable) {
    List<YearMonth> months = TimeCells.of(input, variable).months();
    MonthAxis axis = new MonthAxis(months.get(0), months.size());
    for (int m = 0; m < months.size(); m++) {
      if (!months.get(m).equals(axis.at(m))) {
        throw variable.problem(
            "has " + months.get(m) + " where " + axis.at(m) + " is next",
            "Give a value for every month, in order",
            null);
      }
    }
    return axis;
  }
}
