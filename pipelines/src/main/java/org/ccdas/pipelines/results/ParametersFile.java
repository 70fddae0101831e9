package org.ccdas.pipelines.results;

import java.io.IOException;
import java.util.List;
import java.util.function.Function;
import org.ccdas.assimilate.posterior.ParameterEstimate;
import org.ccdas.inputs.control.ControlVector;
import org.ccdas.inputs.control.Parameter;
import org.ccdas.inputs.file.Location;
import org.ccdas.inputs.netcdf.NetcdfOutput;

/** {@code parameters.nc}: the estimated parameters, prior and posterior. */
final class ParametersFile {
  private static final String PARAMETER = "parameter";
  private static final String OWN_UNIT = "in the unit that the variable unit gives";

  private ParametersFile() {}

  static void write(RunFindings findings, Location path) throws IOException {
    ControlVector control = findings.outcome().setup().control();
    double[] x = findings.outcome().minimiser().x();
    NetcdfOutput output = NetcdfFiles.titled(findings, "parameters, prior and posterior");
    output.dimension(PARAMETER, control.size());
    output
        .ints("number", PARAMETER)
        .longName("number of the parameter in the control vector")
        .values(numbers(control, p -> (double) p.number()));
    texts(output, control, "symbol", Parameter::symbol, "symbol of the parameter");
    texts(
        output,
        control,
        "scope",
        p -> p.scope().text(),
        "where the parameter acts: everywhere, plant functional types, or soil textures");
    texts(output, control, "unit", Parameter::unit, "unit of the physical value");
    texts(
        output,
        control,
        "transform",
        p -> p.transform().text(),
        "how the control vector becomes the physical value");
    output
        .doubles("prior", PARAMETER)
        .longName("prior value")
        .attribute("comment", OWN_UNIT)
        .values(numbers(control, Parameter::prior));
    output
        .doubles("prior_sigma", PARAMETER)
        .longName("prior uncertainty: value at x = 1 less the prior value")
        .attribute("comment", OWN_UNIT)
        .values(numbers(control, Parameter::sigma));
    output
        .doubles("posterior", PARAMETER)
        .longName("posterior value")
        .attribute("comment", OWN_UNIT)
        .values(control.physical(x));
    output
        .doubles("x_posterior", PARAMETER)
        .longName("posterior control vector, in prior standard deviations from the prior")
        .units("1")
        .values(x);
    if (findings.outcome().uncertainty().isPresent()) {
      uncertainty(
          output,
          ParameterEstimate.of(control, findings.outcome().uncertainty().get().posterior()));
    }
    output.write(path);
  }

  private static void uncertainty(NetcdfOutput output, List<ParameterEstimate> estimates) {
    output
        .doubles("posterior_lower", PARAMETER)
        .longName("physical value one posterior standard deviation below, p(x - x_sigma)")
        .attribute("comment", OWN_UNIT)
        .values(estimates.stream().mapToDouble(ParameterEstimate::lower).toArray());
    output
        .doubles("posterior_upper", PARAMETER)
        .longName("physical value one posterior standard deviation above, p(x + x_sigma)")
        .attribute("comment", OWN_UNIT)
        .values(estimates.stream().mapToDouble(ParameterEstimate::upper).toArray());
    output
        .doubles("x_sigma", PARAMETER)
        .longName("posterior standard deviation of the control vector, in prior ones")
        .units("1")
        .values(estimates.stream().mapToDouble(ParameterEstimate::sigma).toArray());
  }

  private static void texts(
      NetcdfOutput output,
      ControlVector control,
      String name,
      Function<Parameter, String> text,
      String longName) {
    List<String> texts = control.parameters().stream().map(text).toList();
    output.strings(name, PARAMETER, texts).longName(longName);
  }

  private static double[] numbers(ControlVector control, Function<Parameter, Double> number) {
    return control.parameters().stream().mapToDouble(number::apply).toArray();
  }
}
