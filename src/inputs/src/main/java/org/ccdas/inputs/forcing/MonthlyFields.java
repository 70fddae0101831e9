package org.ccdas.inputs.forcing;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.ccdas.inputs.file.Location;
import org.ccdas.inputs.forcing.MonthlyVariables.Extra;
import org.ccdas.inputs.grid.Cell;
import org.ccdas.inputs.grid.GriddedField;
import org.ccdas.inputs.netcdf.NetcdfInput;
import org.ccdas.inputs.netcdf.NetcdfVariable;
import org.ccdas.inputs.netcdf.TimeCells;
import org.ccdas.inputs.netcdf.UnitConversion;
import org.ccdas.inputs.time.MonthAxis;

/**
 * The fields of a monthly series, taken to cells. A grid point counts only where all variables are
 * valid, as files may have one over the sea too, which must not dilute that of the land.
 */
final class MonthlyFields {
  private final ForcingFiles files;
  private final MonthlyVariables variables;
  private final double reach;
  private final List<Cell> cells;

  private MonthlyFields(
      ForcingFiles files, MonthlyVariables variables, double reach, List<Cell> cells) {
    this.files = files;
    this.variables = variables;
    this.reach = reach;
    this.cells = cells;
  }

  static MonthlyFields of(
      ForcingFiles files, MonthlyVariables variables, double reach, List<Cell> cells) {
    return new MonthlyFields(files, variables, reach, cells);
  }

  /**
   * Values by variable, month and cell, the variables in the order of {@link
   * MonthlyVariables#ofSeries}, in degC, mm or mm d-1, W m-2 or 1, K, days; NaN where a cell has no
   * land within reach.
   */
  List<double[][]> read(MonthAxis months) {
    List<Reader> readers = new ArrayList<>();
    try {
      List<SourceVariable> sources = variables.ofSeries();
      for (int v = 0; v < sources.size(); v++) {
        readers.add(new Reader(sources.get(v), unit(v), months));
      }
      List<double[][]> values = new ArrayList<>();
      sources.forEach(source -> values.add(new double[months.count()][]));
      CommonLand land = null;
      for (int m = 0; m < months.count(); m++) {
        double[][] maps = new double[readers.size()][];
        for (int v = 0; v < maps.length; v++) {
          land = readers.get(v).moveTo(m) ? null : land;
          maps[v] = readers.get(v).map();
        }
        if (land == null) {
          land = CommonLand.of(readers.stream().map(reader -> reader.field.grid()).toList());
        }
        double[][] onLand = land.of(maps);
        for (int v = 0; v < maps.length; v++) {
          values.get(v)[m] = readers.get(v).sampler.sample(onLand[v]);
        }
      }
      return values;
    } finally {
      readers.forEach(Reader::close);
    }
  }

  private UnaryOperator<NetcdfVariable> unit(int v) {
    int temperatures = variables.temperature().size();
    if (v < temperatures) {
      return variable -> variable.in("degC");
    }
    if (v == temperatures) {
      String wanted = variables.precipitationIsTotal() ? "mm" : "mm d-1";
      return variable -> variable.asWaterDepthIn(wanted);
    }
    if (v == temperatures + 1) {
      String wanted = variables.lightKind().isSunshine() ? "1" : "W m-2";
      return variable -> variable.in(wanted);
    }
    Extra range = variables.diurnalRange();
    boolean isRange = v == temperatures + 2 && range != null && range.climatology() == null;
    return isRange ? MonthlyFields::asDifference : variable -> variable.in("d");
  }

  /** In K, where a difference in degC is the same number. */
  private static NetcdfVariable asDifference(NetcdfVariable variable) {
    // Refuses a unit that is none of temperature.
    variable.in("K");
    double kelvins = UnitConversion.between(variable.unit().orElseThrow(), "K").slope();
    return variable.scaledBy(kelvins).assumeUnit("K");
  }

  /** Values by month and cell of a variable of twelve months: a range in K, else days. */
  static double[][] climatology(Extra extra, boolean range, double reach, List<Cell> cells) {
    try (NetcdfInput input = NetcdfInput.open(extra.climatology())) {
      NetcdfVariable stored = extra.variable().in(input);
      NetcdfVariable variable = range ? asDifference(stored) : stored.in("d");
      GriddedField field = ClimatologyForcing.twelveMonths(input, variable, extra.registration());
      GridSampler sampler = new GridSampler(field, cells, reach);
      int[] places = TimeCells.of(input, variable).monthsOfYear();
      double[][] values = new double[MonthlyClimate.MONTHS][];
      for (int m = 0; m < values.length; m++) {
        values[m] = sampler.sample(field.at(places[m]));
        for (int c = 0; c < values[m].length; c++) {
          if (!(values[m][c] >= 0 && values[m][c] <= 60)) {
            throw variable.problem(
                "has in cell " + cells.get(c).id() + ", month " + (m + 1) + " " + values[m][c],
                "Give 0 to 60 "
                    + (range ? "K" : "days")
                    + ", with its true unit and scale, over all land cells",
                null);
          }
        }
      }
      return values;
    }
  }

  /** Reads one variable month after month, from the files that have it. */
  private final class Reader implements AutoCloseable {
    private final SourceVariable source;
    private final UnaryOperator<NetcdfVariable> unit;
    private final List<ForcingFiles.Slot> slots;
    private NetcdfInput input;
    private GriddedField field;
    private GridSampler sampler;
    private int step;

    Reader(SourceVariable source, UnaryOperator<NetcdfVariable> unit, MonthAxis months) {
      this.source = source;
      this.unit = unit;
      this.slots = files.slots(source.name(), months.firstDay(), months.last().atDay(1));
    }

    /** Goes to a month; true when another file had to be opened for it. */
    boolean moveTo(int month) {
      ForcingFiles.Slot slot = slots.get(month);
      step = slot.index();
      if (input != null && input.file().equals(slot.file())) {
        return false;
      }
      close();
      input = NetcdfInput.open(Location.of(slot.file()));
      field = GriddedField.of(input, unit.apply(source.in(input)), variables.registration());
      sampler = new GridSampler(field, cells, reach);
      return true;
    }

    double[] map() {
      return field.at(step);
    }

    @Override
    public void close() {
      if (input != null) {
        input.close();
        input = null;
      }
    }
  }
}
