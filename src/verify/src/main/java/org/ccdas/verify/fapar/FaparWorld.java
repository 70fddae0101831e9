package org.ccdas.verify.fapar;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.ccdas.bethy.lane.ModelSeries;
import org.ccdas.inputs.file.Location;
import org.ccdas.inputs.grid.Cell;
import org.ccdas.inputs.netcdf.NetcdfOutput;
import org.ccdas.inputs.netcdf.OutputTime;
import org.ccdas.inputs.random.NormalStream;
import org.ccdas.inputs.time.MonthAxis;
import org.ccdas.observe.fapar.FaparStream;
import org.ccdas.observe.stream.CellLayout;
import org.ccdas.observe.stream.Observations;
import org.ccdas.observe.stream.StreamContext;
import org.ccdas.observe.stream.StreamOperator;
import org.ccdas.verify.world.SyntheticWorld;
import org.ccdas.verify.world.WorldInstrument;
import org.ccdas.verify.world.WorldTruth;

/**
 * Monthly FAPAR of the synthetic world on the grid of its cells: the truth with an offset of every
 * cell and independent errors, kept within 0 and 1.
 */
public final class FaparWorld implements WorldInstrument {
  private static final FaparStream STREAM = new FaparStream();
  private static final String FILE = "fapar.nc";
  private static final double ERROR = 0.05;
  private static final double OFFSET = 0.05;

  /** Found by the service loader. */
  public FaparWorld() {}

  @Override
  public String stream() {
    return STREAM.name();
  }

  @Override
  public Ready ready(StreamContext context) {
    Observations everywhere = STREAM.everywhere(context);
    return new Ready(everywhere.operator(), everywhere.source());
  }

  @Override
  public Optional<Measured> measure(
      Location folder, long seed, StreamOperator ready, WorldTruth truth) throws IOException {
    MonthAxis window = SyntheticWorld.WINDOW;
    ModelSeries series = ModelSeries.FAPAR;
    List<Cell> cells = truth.cells();
    double[] daily = truth.daily(series);
    int days = window.days();
    int months = window.count();
    double[] seen = new double[cells.size() * months];
    for (int cell = 0; cell < cells.size(); cell++) {
      NormalStream normal = NormalStream.of(seed, series.ordinal(), cells.get(cell).id());
      double offset = OFFSET * normal.next();
      int day = cell * days;
      for (int month = 0; month < months; month++) {
        int length = window.days(month);
        double mean = Arrays.stream(daily, day, day + length).average().orElseThrow();
        double value = mean + offset + ERROR * normal.next();
        seen[cell * months + month] = Math.max(0, Math.min(1, value));
        day += length;
      }
    }
    write(folder.resolve(FILE), cells, window, seen);
    return Optional.empty();
  }

  private static void write(Location file, List<Cell> cells, MonthAxis window, double[] seen)
      throws IOException {
    CellLayout layout = CellLayout.of(cells);
    NetcdfOutput output = NetcdfOutput.titled("FAPAR of the synthetic world, monthly means");
    OutputTime.addMonthly(output, window);
    layout.addTo(output);
    int months = window.count();
    layout.located(
        output
            .floats("fapar", layout.dimensions("time"))
            .mayBeMissing()
            .longName("absorbed share of photosynthetically active radiation, white sky")
            .units("1")
            .attribute("cell_methods", "time: mean")
            .attribute("ancillary_variables", "fapar_error")
            .slabs(month -> layout.spread(cell -> seen[cell * months + month])));
    layout.located(
        output
            .floats("fapar_error", layout.dimensions("time"))
            .mayBeMissing()
            .longName("standard error of fapar")
            .units("1")
            .slabs(month -> layout.spread(cell -> ERROR)));
    output.write(file);
  }
}
