package org.ccdas.pipelines.twin;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.ccdas.inputs.control.ControlVector;
import org.ccdas.inputs.file.Location;
import org.ccdas.inputs.file.StoredFiles;
import org.ccdas.verify.twin.TwinDraw;
import org.ccdas.verify.twin.TwinFile;
import org.ccdas.verify.twin.TwinPlan;

/**
 * The draws with noise as tables: {@code draws.csv} with a row a draw, {@code draw-parameters.csv}
 * with a row a draw and parameter.
 */
final class TwinTable {
  private static final String DRAWS =
      "seed,normalisedError,directions,inside,parameters,parametersInside,cost,costAtTruth,"
          + "costRatio,converged,passes,seconds\n";

  /** x counts prior standard deviations from the prior; the error counts posterior ones. */
  private static final String PARAMETERS =
      "seed,symbol,scope,unit,truth,estimate,xTruth,xEstimate,xSigma,error,constrained\n";

  private TwinTable() {}

  static void write(
      TwinPlan plan, ControlVector control, List<TwinFile.Draw> draws, TwinFolder folder)
      throws IOException {
    write(folder.draws(), draws(draws));
    write(folder.drawParameters(), parameters(plan, control, draws));
  }

  private static void write(Location file, String text) throws IOException {
    StoredFiles.write(file, text.getBytes(StandardCharsets.UTF_8));
  }

  private static String draws(List<TwinFile.Draw> draws) {
    StringBuilder text = new StringBuilder(DRAWS);
    for (TwinFile.Draw done : draws) {
      TwinDraw draw = done.draw();
      text.append(
          String.format(
              Locale.ROOT,
              "%d,%.6f,%d,%d,%d,%d,%.6f,%.6f,%.6f,%s,%d,%.1f\n",
              draw.seed(),
              draw.normalisedError(),
              draw.directions(),
              draw.inside(),
              draw.parameterErrors().length,
              draw.parametersInside(),
              draw.cost(),
              draw.costAtTruth(),
              draw.costRatio(),
              draw.converged(),
              draw.passes(),
              done.seconds()));
    }
    return text.toString();
  }

  private static String parameters(
      TwinPlan plan, ControlVector control, List<TwinFile.Draw> draws) {
    Set<Integer> constrained =
        plan.parameters().stream().map(TwinPlan.Constrained::index).collect(Collectors.toSet());
    StringBuilder text = new StringBuilder(PARAMETERS);
    for (TwinFile.Draw done : draws) {
      TwinDraw.Parameters found = done.draw().parameters();
      double[] truth = control.physical(found.truth());
      double[] estimate = control.physical(found.estimate());
      for (int i = 0; i < truth.length; i++) {
        text.append(
            String.format(
                Locale.ROOT,
                "%d,%s,%s,%s,%.8g,%.8g,%.6f,%.6f,%.6f,%.6f,%s\n",
                done.draw().seed(),
                control.parameter(i).symbol(),
                control.parameter(i).scope().text(),
                control.parameter(i).unit(),
                truth[i],
                estimate[i],
                found.truth()[i],
                found.estimate()[i],
                found.sigma()[i],
                (found.estimate()[i] - found.truth()[i]) / found.sigma()[i],
                constrained.contains(i)));
      }
    }
    return text.toString();
  }
}
