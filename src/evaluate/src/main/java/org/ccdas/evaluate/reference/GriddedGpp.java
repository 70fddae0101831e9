package org.ccdas.evaluate.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.ccdas.inputs.InputException;
import org.ccdas.inputs.netcdf.NetcdfInput;
import org.ccdas.inputs.netcdf.NetcdfVariable;

/**
 * Gross primary production on a grid, whose unit is a mass of carbon per area and time. What a file
 * leaves out of a cell (sea, desert, ice) counts as no production.
 */
abstract class GriddedGpp extends GriddedMonths {
  private static final String UNIT = "kg m-2 s-1";
  private static final String STANDARD_NAME =
      "gross_primary_productivity_of_biomass_expressed_as_carbon";
  private static final Pattern VARIABLE = Pattern.compile("(?i)gpp(_.*)?");

  /** The mass of carbon, which UDUNITS knows as a mass only: gC, kgC, g C, kg(C). */
  private static final Pattern OF_CARBON = Pattern.compile("(?<=\\bk?g)[ _]?\\(?C\\)?(?![A-Za-z])");

  private static final Pattern PER_MONTH =
      Pattern.compile("(?i)\\s*/\\s*mon(th)?\\b|\\s*mon(th)?(\\^|\\*\\*)?-1");

  GriddedGpp(String source, Kind kind, Pattern names) {
    super(source, kind, Quantity.GPP, names);
  }

  @Override
  NetcdfVariable variable(NetcdfInput input) {
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

  /** What is per month is read as if it were per day. */
  @Override
  NetcdfVariable inUnit(NetcdfVariable variable) {
    String perDay = PER_MONTH.matcher(variable.unit().orElse("")).replaceAll(" d-1");
    return variable.assumeUnit(OF_CARBON.matcher(perDay).replaceAll("")).in(UNIT);
  }

  @Override
  double value(double mean, double share, int days, NetcdfVariable variable) {
    boolean perMonth = PER_MONTH.matcher(variable.unit().orElse("")).find();
    // of the whole cell; an amount of a month is spread over the days that this month has
    return mean * share / (perMonth ? days : 1);
  }
}
