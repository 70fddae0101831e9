package org.ccdas.inputs.region;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ccdas.inputs.InputException;
import org.ccdas.inputs.file.Location;
import org.ccdas.inputs.grid.Cell;
import org.ccdas.inputs.grid.ConservativeRegrid;
import org.ccdas.inputs.grid.GriddedField;
import org.ccdas.inputs.grid.LatLonGrid.Registration;
import org.ccdas.inputs.netcdf.NetcdfInput;
import org.ccdas.inputs.netcdf.NetcdfVariable;

/**
 * The eleven land regions of TransCom 3 (Gurney et al. 2002) from the mask of its 22 regions at one
 * degree. A cell is shared out in proportion to the land regions' areas within it: the model's land
 * fluxes of a coastal cell go to land regions only, and the regions sum to the globe but for cells
 * that the mask takes for sea.
 */
public final class TransCom {
  /** Name of the set of regions. */
  public static final String SET = "transcom";

  /** Names of regions 1..11 of the mask. */
  private static final List<String> NAMES =
      List.of(
          "North American Boreal",
          "North American Temperate",
          "South American Tropical",
          "South American Temperate",
          "Northern Africa",
          "Southern Africa",
          "Eurasian Boreal",
          "Eurasian Temperate",
          "Tropical Asia",
          "Australia",
          "Europe");

  /** The original file has 3.6e-40 for a zero; packing in single precision is off by 1e-6. */
  private static final double SPOILT = 1e-3;

  private TransCom() {}

  /** The regions, in the order of their numbers 1 to 11. */
  public static List<Region> regions() {
    return NAMES.stream().map(name -> new Region(SET, name)).toList();
  }

  /**
   * Reads a mask of the numbers 0..22.
   *
   * @param variable of the mask, {@code [latitude][longitude]}
   * @param registration what its coordinates mean; {@link Registration#WEST} in the original file
   * @throws InputException when the file is no such mask
   */
  public static Regions read(
      Location path, String variable, Registration registration, List<Cell> cells) {
    try (NetcdfInput input = NetcdfInput.open(path)) {
      GriddedField mask = GriddedField.of(input, input.variable(variable), registration);
      ConservativeRegrid regrid = mask.onto(cells);
      double[] numbers = mask.map();
      Map<Integer, double[]> shares = new HashMap<>();
      cells.forEach(cell -> shares.put(cell.id(), new double[NAMES.size()]));
      for (int r = 0; r < NAMES.size(); r++) {
        double[] within = within(mask.variable(), numbers, r + 1);
        // mean over the land regions' part of the cell: what is not land is missing
        double[] share = regrid.apply(within).values();
        for (int c = 0; c < cells.size(); c++) {
          shares.get(cells.get(c).id())[r] = Double.isNaN(share[c]) ? 0 : Math.min(1, share[c]);
        }
      }
      return Regions.of(regions(), shares);
    }
  }

  /** 1 in the region, 0 in another land region, missing elsewhere. */
  private static double[] within(NetcdfVariable mask, double[] numbers, int region) {
    double[] within = new double[numbers.length];
    for (int i = 0; i < numbers.length; i++) {
      double number = Math.rint(numbers[i]);
      // some files have a marker in the place of 0
      if (!Double.isNaN(number)
          && !(number >= 0 && number <= 22 && Math.abs(number - numbers[i]) < SPOILT)) {
        throw mask.problem(
            "has the number " + numbers[i] + " where 0 to 22 are wanted",
            "Give the mask of the TransCom regions, 1 to 11 of which are land",
            null);
      }
      boolean land = number >= 1 && number <= NAMES.size();
      within[i] = land ? (number == region ? 1 : 0) : Double.NaN;
    }
    return within;
  }
}
