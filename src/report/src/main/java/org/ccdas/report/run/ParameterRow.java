package org.ccdas.report.run;

import java.util.ArrayList;
import java.util.List;
import org.ccdas.inputs.file.Location;
import org.ccdas.inputs.netcdf.NetcdfInput;

/**
 * A parameter, from {@code parameters.nc}.
 *
 * @param index in the control vector, from 0
 * @param symbol of the parameter
 * @param scope where it acts
 * @param unit of the physical values
 * @param prior physical value before assimilation
 * @param priorSigma physical value at x = 1 less the prior
 * @param posterior physical value after assimilation
 * @param x posterior in prior standard deviations from the prior
 */
public record ParameterRow(
    int index,
    String symbol,
    String scope,
    String unit,
    double prior,
    double priorSigma,
    double posterior,
    double x) {
  private static final int LONGEST_LABEL = 32;

  /** Reads all parameters, in the order of the control vector. */
  public static List<ParameterRow> read(Location path) {
    try (NetcdfInput input = NetcdfInput.open(path)) {
      List<String> symbols = input.variable("symbol").readStrings();
      List<String> scopes = input.variable("scope").readStrings();
      List<String> units = input.variable("unit").readStrings();
      double[] prior = input.variable("prior").read();
      double[] sigma = input.variable("prior_sigma").read();
      double[] posterior = input.variable("posterior").read();
      double[] x = input.variable("x_posterior").read();
      List<ParameterRow> rows = new ArrayList<>();
      for (int i = 0; i < x.length; i++) {
        rows.add(
            new ParameterRow(
                i,
                symbols.get(i),
                scopes.get(i),
                units.get(i),
                prior[i],
                sigma[i],
                posterior[i],
                x[i]));
      }
      return rows;
    }
  }

  /** Symbol and scope, short enough for a picture. */
  public String label() {
    boolean everywhere = scope.equals("global") || scope.equals("all");
    String text = everywhere ? symbol : symbol + " " + scope.replace(";", ", ");
    return text.length() <= LONGEST_LABEL ? text : text.substring(0, LONGEST_LABEL - 1) + "…";
  }
}
