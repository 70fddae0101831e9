package org.ccdas.inputs.forcing;

import java.util.List;
import org.ccdas.inputs.grid.Cell;
import org.ccdas.inputs.grid.GriddedField;
import org.ccdas.inputs.grid.LatLonGrid.Registration;
import org.ccdas.inputs.netcdf.CfCoordinates;
import org.ccdas.inputs.netcdf.NetcdfInput;
import org.ccdas.inputs.netcdf.NetcdfVariable;

/** Takes the values of cells from a variable over time and place. */
interface CellSampler {
  /**
   * Values of the cells at a step of the variable's time axis.
   *
   * @param possible what the values of points and pixels can be
   * @param when of the step, for errors
   * @return NaN where there is none
   * @throws org.ccdas.inputs.InputException when a cell takes a value that cannot be
   */
  double[] at(int step, Possible possible, String when);

  /**
   * A sampler of a grid or of a list of points, whichever the variable is on.
   *
   * @param registration what the coordinates of a grid mean
   * @param reach degrees along a great circle up to which a cell within a grid, but without valid
   *     values, may take those of another place; 0: never
   */
  static CellSampler of(
      NetcdfInput input,
      NetcdfVariable variable,
      Registration registration,
      double reach,
      List<Cell> cells) {
    CfCoordinates coordinates = CfCoordinates.of(input, variable);
    return coordinates.isGridded()
        ? new GridSampler(GriddedField.of(input, variable, registration), cells, reach)
        : new PointSampler(variable, coordinates, cells);
  }
}
