package org.ccdas.evaluate.reference;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.ccdas.inputs.InputException;
import org.ccdas.inputs.file.Location;
import org.ccdas.inputs.grid.Cell;
import org.ccdas.inputs.grid.ConservativeRegrid;
import org.ccdas.inputs.grid.GriddedField;
import org.ccdas.inputs.grid.LatLonGrid.Registration;
import org.ccdas.inputs.netcdf.NetcdfInput;
import org.ccdas.inputs.netcdf.NetcdfVariable;
import org.ccdas.inputs.time.MonthAxis;

/**
 * Gross primary production on a latitude-longitude grid, monthly, by the CF conventions: one
 * variable over time, latitude and longitude, whose unit is a mass of carbon per area and time. It
 * is brought onto the cells of the run by area; what a file leaves out (sea, desert, ice) counts as
 * no production, and a cell of which less than a tenth has values is missing.
 */
abstract class GriddedGpp implements ReferenceDataset {
  private static final String UNIT = "kg m-2 s-1";

  /** Share of a cell that must have values. */
  private static final double LEAST = 0.1;

  private static final String STANDARD_NAME =
      "gross_primary_productivity_of_biomass_expressed_as_carbon";
  private static final Pattern VARIABLE = Pattern.compile("(?i)gpp(_.*)?");

  /** The mass of carbon, which UDUNITS knows as a mass only: gC, kgC, g C, kg(C). */
  private static final Pattern OF_CARBON = Pattern.compile("(?<=\\bk?g)[ _]?\\(?C\\)?(?![A-Za-z])");

  private static final Pattern PER_MONTH =
      Pattern.compile("(?i)\\s*/\\s*mon(th)?\\b|\\s*mon(th)?(\\^|\\*\\*)?-1");

  private final String source;
  private final Kind kind;
  private final Pattern names;

  /**
   * A data set.
   *
   * @param source what it is called
   * @param names of its files
   */
  GriddedGpp(String source, Kind kind, Pattern names) {
    this.source = source;
    this.kind = kind;
    this.names = names;
  }

  @Override
  public boolean reads(String fileName) {
    return names.matcher(fileName).matches();
  }

  @Override
  public ReferenceData read(List<Location> files, List<Cell> cells, MonthAxis window) {
    SortedMap<Integer, double[]> maps = new TreeMap<>();
    for (Location file : files) {
      try (NetcdfInput input = NetcdfInput.open(file)) {
        add(maps, input, cells, window);
      }
    }
    if (maps.isEmpty()) {
      return ReferenceData.ofRegions(List.of());
    }
    int first = maps.firstKey();
    MonthAxis months = new MonthAxis(window.at(first), maps.lastKey() - first + 1);
    double[][] values = new double[months.count()][];
    for (int m = 0; m < values.length; m++) {
      double[] none = new double[cells.size()];
      Arrays.fill(none, Double.NaN);
      values[m] = maps.getOrDefault(first + m, none);
    }
    return new ReferenceData(
        List.of(), List.of(), List.of(new CellSeries(source, kind, Quantity.GPP, months, values)));
  }

  private static void add(
      SortedMap<Integer, double[]> maps, NetcdfInput input, List<Cell> cells, MonthAxis window) {
    NetcdfVariable variable = production(input);
    MonthAxis months = InversionBands.months(input, variable);
    String unit = variable.unit().orElse("");
    boolean perMonth = PER_MONTH.matcher(unit).find();
    String plain = OF_CARBON.matcher(PER_MONTH.matcher(unit).replaceAll(" d-1")).replaceAll("");
    NetcdfVariable rate = variable.assumeUnit(plain).in(UNIT);
    GriddedField field = GriddedField.of(input, rate, Registration.CF);
    ConservativeRegrid regrid = field.onto(cells);
    for (int m = 0; m < months.count(); m++) {
      if (!window.contains(months.at(m))) {
        continue;
      }
      ConservativeRegrid.Means means = regrid.apply(field.at(m)).atLeast(LEAST);
      double[] map = means.values().clone();
      for (int c = 0; c < map.length; c++) {
        // of the whole cell; what is per month is spread over the days that this month has
        map[c] *= means.validShares()[c] / (perMonth ? months.days(m) : 1);
      }
      if (maps.put(window.indexOf(months.at(m)), map) != null) {
        throw variable.problem(
            "has " + months.at(m) + " that another file has too", "Keep one file a month", null);
      }
    }
  }

  private static NetcdfVariable production(NetcdfInput input) {
    List<NetcdfVariable> found = new ArrayList<>();
    for (String name : input.variableNames()) {
      NetcdfVariable variable = input.variable(name);
      boolean isProduction =
          variable.attribute("standard_name").map(STANDARD_NAME::equals).orElse(false)
              || VARIABLE.matcher(name).matches();
      if (isProduction && variable.dimensions().size() >= 3) {
        found.add(variable);
      }
    }
    if (found.size() != 1) {
      throw new InputException(
          input.file(),
          "",
          "there are "
              + found.size()
              + " variables of gross primary production over time, latitude and longitude",
          "Give one, called GPP or with the standard name " + STANDARD_NAME);
    }
    return found.get(0);
  }
}
