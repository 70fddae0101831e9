package org.ccdas.observe.local;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.DoublePredicate;
import org.ccdas.inputs.InputException;
import org.ccdas.inputs.grid.Cell;
import org.ccdas.inputs.grid.ConservativeRegrid;
import org.ccdas.inputs.grid.GriddedField;
import org.ccdas.inputs.grid.LatLonBox;
import org.ccdas.inputs.grid.LatLonGrid;
import org.ccdas.inputs.netcdf.NetcdfInput;

/** Values and errors of some cells in one open file of a gridded product. */
final class GriddedCells {
  private static final double LEAST_VALID = 0.5;

  private final GriddedVariables variables;
  private final List<Cell> cells;
  private final GriddedField value;
  private final Optional<GriddedField> error;
  private final ConservativeRegrid regrid;

  /** For each pixel of the values that of the errors. */
  private final int[] errorPixel;

  /**
   * The values of cells.
   *
   * @throws InputException when values and errors are on other axes
   */
  GriddedCells(NetcdfInput input, GriddedVariables variables, List<Cell> cells) {
    this.variables = variables;
    this.cells = cells;
    GriddedField values = field(input, variables.value());
    this.value = nearCells(values);
    this.error =
        variables.error().isEmpty()
            ? Optional.empty()
            : Optional.of(field(input, variables.error())).map(sigmas -> beside(values, sigmas));
    this.errorPixel =
        error.map(sigma -> value.grid().within(sigma.grid())).orElseGet(() -> new int[0]);
    if (Arrays.stream(errorPixel).anyMatch(pixel -> pixel < 0)
        || Arrays.stream(errorPixel).distinct().count() < errorPixel.length) {
      throw otherAxes(error.orElseThrow());
    }
    // a cell beyond the grid is not observed
    this.regrid = ConservativeRegrid.between(value.grid(), cells.stream().map(Cell::box).toList());
  }

  /** A whole map of a fine grid for the cells of every block would be read many times over. */
  private GriddedField nearCells(GriddedField field) {
    List<LatLonBox> boxes = cells.stream().map(Cell::box).toList();
    return field.between(
        boxes.stream().mapToDouble(LatLonBox::south).min().orElseThrow(),
        boxes.stream().mapToDouble(LatLonBox::north).max().orElseThrow());
  }

  /** The errors of the values that are read, which may be in another order. */
  private GriddedField beside(GriddedField values, GriddedField sigmas) {
    if (sigmas.grid().size() != values.grid().size() || sigmas.steps() != values.steps()) {
      throw otherAxes(sigmas);
    }
    LatLonGrid read = value.grid();
    return sigmas.between(
        Math.min(read.south(0), read.south(read.rows() - 1)),
        Math.max(read.north(0), read.north(read.rows() - 1)));
  }

  private InputException otherAxes(GriddedField sigmas) {
    return sigmas
        .variable()
        .problem("is on other axes than " + variables.value(), "Give both on the same ones", null);
  }

  private GriddedField field(NetcdfInput input, String name) {
    return GriddedField.of(
        input, input.variable(name).in(variables.units()), variables.registration());
  }

  /** One step of a variable, row by row. */
  private double[] pixels(
      GriddedField field, int step, LocalDate date, DoublePredicate possible, String range) {
    double[] pixels = field.at(step);
    for (double pixel : pixels) {
      // before the mean: a code for what is missing would hide in it
      if (!Double.isNaN(pixel) && !possible.test(pixel)) {
        throw field.variable().impossible(pixel, date.toString(), range);
      }
    }
    return pixels;
  }

  private double[] means(double[] pixels) {
    return regrid.apply(pixels).atLeast(LEAST_VALID).values();
  }

  /**
   * Reads a step.
   *
   * @param step of the time axis
   * @param interval of the observations that takes it
   * @param date of the step, for errors
   */
  void read(int step, int interval, LocalDate date, ObservedField into) {
    double[] pixels =
        pixels(
            value,
            step,
            date,
            variables::isPossible,
            "values are within " + variables.lowest() + " to " + variables.highest());
    double[] values = means(pixels);
    Optional<double[]> errors =
        error.map(
            field -> {
              double[] all =
                  pixels(field, step, date, sigma -> sigma > 0, "standard errors are above 0");
              // of the pixels whose values are in the mean
              double[] sigmas = new double[pixels.length];
              Arrays.setAll(sigmas, k -> Double.isNaN(pixels[k]) ? Double.NaN : all[errorPixel[k]]);
              return means(sigmas);
            });
    for (int cell = 0; cell < values.length; cell++) {
      if (Double.isNaN(values[cell])) {
        continue;
      }
      double sigma = errors.isPresent() ? errors.get()[cell] : variables.constantError();
      if (Double.isNaN(sigma)) {
        throw error
            .orElse(value)
            .variable()
            .problem(
                "has no standard error on " + date + " in cell " + cells.get(cell).id(),
                "Give an error where there is a value",
                null);
      }
      into.value()[cell][interval] = (float) values[cell];
      into.standardError()[cell][interval] = (float) sigma;
    }
  }
}
