package org.ccdas.pipelines.results;

import java.io.IOException;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.ccdas.assimilate.minimise.Iteration;
import org.ccdas.inputs.file.Location;
import org.ccdas.inputs.netcdf.NetcdfOutput;

/** {@code cost.nc}: how the cost fell, an entry for the start and for every step. */
final class CostFile {
  private static final String ITERATION = "iteration";

  private CostFile() {}

  static void write(RunFindings findings, Location path) throws IOException {
    List<Iteration> history = findings.outcome().minimiser().history();
    NetcdfOutput output = NetcdfFiles.titled(findings, "history of the cost");
    output.dimension(ITERATION, history.size());
    output
        .ints(ITERATION, ITERATION)
        .longName("steps taken so far")
        .units("1")
        .values(values(history, Iteration::iteration));
    output
        .ints("evaluations", ITERATION)
        .longName("control vectors evaluated so far")
        .units("1")
        .values(values(history, Iteration::evaluations));
    output
        .doubles("cost", ITERATION)
        .longName("cost function after the step")
        .units("1")
        .values(values(history, Iteration::cost));
    output
        .doubles("gradient_norm", ITERATION)
        .longName("norm of the gradient after the step, without parts that push beyond the bound")
        .units("1")
        .values(values(history, Iteration::gradientNorm));
    output
        .doubles("step", ITERATION)
        .longName("length of the step as a multiple of the search direction")
        .units("1")
        .values(values(history, Iteration::step));
    output
        .doubles("damping", ITERATION)
        .longName("Levenberg-Marquardt damping of the step; 0 where there is none")
        .units("1")
        .values(values(history, Iteration::damping));
    output.write(path);
  }

  private static double[] values(List<Iteration> history, ToDoubleFunction<Iteration> value) {
    return history.stream().mapToDouble(value).toArray();
  }
}
