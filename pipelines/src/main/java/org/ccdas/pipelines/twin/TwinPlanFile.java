package org.ccdas.pipelines.twin;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.ccdas.report.run.ResultJson;
import org.ccdas.verify.twin.TwinPlan;

/**
 * The plan of the twins as they leave it before the first minimisation.
 *
 * @param seeds of the truths of the draws, from which their noise comes too
 * @param perfectSeed of the truth of the twins with perfect data
 * @param directions that the observations constrain
 * @param parameters that the observations constrain
 * @param settings and digests of what the plan was made for
 */
record TwinPlanFile(
    List<Long> seeds,
    long perfectSeed,
    List<Direction> directions,
    List<Parameter> parameters,
    Map<String, String> settings) {
  /**
   * A constrained direction.
   *
   * @param eigenvalue of the data Hessian at x = 0
   * @param vector in prior standard deviations, by parameter
   */
  record Direction(double eigenvalue, double[] vector) {}

  /**
   * A constrained parameter.
   *
   * @param name symbol and scope
   * @param sigma posterior standard deviation linearised at x = 0, in prior ones
   */
  record Parameter(String name, double sigma) {}

  static TwinPlanFile of(TwinPlan plan, Map<String, String> settings) {
    List<Direction> directions = new ArrayList<>();
    for (int k = 0; k < plan.directions().length; k++) {
      directions.add(new Direction(plan.eigenvalues()[k], plan.directions()[k]));
    }
    return new TwinPlanFile(
        plan.seeds(),
        plan.seeds().get(0),
        directions,
        plan.parameters().stream().map(p -> new Parameter(p.label(), p.sigma())).toList(),
        new TreeMap<>(settings));
  }

  byte[] encode() {
    return ResultJson.of(this);
  }
}
