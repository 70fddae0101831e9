package org.ccdas.verify.benchmark;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ccdas.inputs.station.StationTable;
import org.ccdas.transport.Receptor;
import org.ccdas.transport.tracer.TracerModel;

/**
 * How fast the tracer model is, in one thread: processor time, which others do not disturb much.
 */
public final class TransportBenchmark {
  private static final int STATIONS = 20;
  private static final int REPEATS = 3;

  private TransportBenchmark() {}

  /** Medians of a few years, after a year of warming up. */
  public static List<Figure> measure() {
    long began = nanoseconds();
    TracerModel model = TracerModel.standard();
    double build = (nanoseconds() - began) / 1e9;
    List<Receptor> receptors =
        StationTable.standard().stations().stream().limit(STATIONS).map(Receptor::of).toList();
    year(model);
    model.adjoint(receptors, 1, 3);
    double[] forward = new double[REPEATS];
    double[] adjoint = new double[REPEATS];
    for (int i = 0; i < REPEATS; i++) {
      forward[i] = year(model);
      began = nanoseconds();
      model.adjoint(receptors, 1, 12);
      adjoint[i] = (nanoseconds() - began) / 1e9;
    }
    double side = median(adjoint);
    List<Figure> figures = new ArrayList<>();
    figures.add(new Figure("building the model", build, "s"));
    figures.add(new Figure("a year of one tracer", median(forward), "s"));
    figures.add(new Figure("an adjoint year of " + STATIONS + " stations side by side", side, "s"));
    figures.add(new Figure("the same by station", side / STATIONS, "s"));
    figures.add(
        new Figure(
            "20 stations x 12 months x 48 lags on two processors, reckoned",
            side * 12 * 4 / 2 / 60,
            "min"));
    return List.copyOf(figures);
  }

  private static double year(TracerModel model) {
    double[] state = new double[model.grid().cells()];
    double[] flux = new double[model.grid().columns()];
    flux[100] = 1;
    long began = nanoseconds();
    for (int month = 1; month <= 12; month++) {
      model.advance(month, state, flux, 1);
    }
    return (nanoseconds() - began) / 1e9;
  }

  private static long nanoseconds() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }
}
