package org.ccdas.pipelines.preview;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.ccdas.assimilate.evaluation.Evaluation;
import org.ccdas.assimilate.minimise.Derivative;
import org.ccdas.assimilate.posterior.Posterior;
import org.ccdas.inputs.InputException;
import org.ccdas.inputs.file.StoredFiles;
import org.ccdas.inputs.land.LandCell;
import org.ccdas.observe.stream.Observations;
import org.ccdas.observe.stream.TableLines;
import org.ccdas.pipelines.config.Experiment;
import org.ccdas.pipelines.config.MinimiserKind;
import org.ccdas.pipelines.config.MinimiserSettings;
import org.ccdas.pipelines.config.PosteriorSettings;
import org.ccdas.pipelines.problem.Problem;
import org.ccdas.pipelines.problem.ProblemReader;
import org.ccdas.pipelines.run.PriorPass;
import org.ccdas.pipelines.run.RunFolder;
import org.ccdas.report.picture.Picture;
import org.ccdas.report.picture.WorldMap;

/** Tells what a run would read, assimilate and cost. */
public final class Preview {
  /** Name of the map of observations. */
  public static final String MAP = "preview-map.png";

  private static final double MEGA = 1e6;

  private final Experiment experiment;
  private final RunFolder folder;
  private final PrintWriter out;

  /**
   * A preview.
   *
   * @param experiment the settings
   * @param folder of the run; its blocks are used when they are there, and it gets the map
   * @param out for a person
   */
  public Preview(Experiment experiment, RunFolder folder, PrintWriter out) {
    this.experiment = experiment;
    this.folder = folder;
    this.out = out;
  }

  /**
   * Prints the preview.
   *
   * @param information whether to spend a pass with derivatives on the expected information
   * @throws InputException when an input is missing or bad; what is missing has then been listed
   */
  public void print(boolean information) throws IOException {
    line("%s", experiment.title());
    inputs();
    Problem problem = ProblemReader.read(experiment, folder, line -> line("%s", line));
    observations(problem);
    Optional<PriorPass> blocks = PriorPass.over(problem, folder);
    prior(problem, blocks, information);
    cost(problem, blocks);
    out.flush();
  }

  private void inputs() {
    InputListing inputs = InputListing.of(experiment);
    line("");
    line("Inputs");
    inputs.entries().forEach(entry -> line("%s", entry.line()));
    out.flush();
    if (!inputs.missing().isEmpty()) {
      InputListing.Entry first = inputs.missing().get(0);
      throw new InputException(
          first.location(),
          first.key(),
          inputs.missing().size() + " of the named inputs are missing, this one first",
          "Correct the paths marked MISSING above, or --data");
    }
  }

  private void observations(Problem problem) throws IOException {
    line("");
    line(
        "Observations, %s to %s",
        problem.setup().window().first(), problem.setup().window().last());
    TableLines lines = new TableLines(out);
    List<WorldMap.Place> places = new ArrayList<>();
    for (Observations stream : problem.observations()) {
      stream.preview(lines);
      stream
          .places()
          .forEach(
              place ->
                  places.add(
                      new WorldMap.Place(
                          place.code(), place.lat(), place.lon(), place.assimilated())));
    }
    Picture map =
        WorldMap.of(problem.cells().stream().map(LandCell::cell).map(c -> c.box()).toList())
            .with(places)
            .drawPlaces("preview-map", "Stations and land cells");
    StoredFiles.write(folder.result(MAP), map.png());
    line("");
    line("  map of stations and land cells: %s", folder.result(MAP));
  }

  private void prior(Problem problem, Optional<PriorPass> blocks, boolean information)
      throws IOException {
    line("");
    line("At the prior");
    if (blocks.isEmpty()) {
      line(
          "  misfit and information are not known: there are no blocks of these inputs in %s;",
          folder.blocks());
      line("  ccdas prepare with --out %s makes them", folder.root());
      return;
    }
    long begun = System.nanoTime();
    Evaluation evaluation =
        blocks.get().evaluate(information ? Derivative.HESSIAN : Derivative.COST);
    double seconds = (System.nanoTime() - begun) * 1e-9;
    line("  cost %.4f, of it", evaluation.cost());
    evaluation.streams().forEach((name, value) -> line("    %s %.4f", name, value.cost()));
    line("  (half the number of its values when misfits are as large as the errors)");
    if (information) {
      double[] x = new double[problem.setup().control().size()];
      line(
          "  expected information: %.1f degrees of freedom for signal of %d parameters",
          Posterior.at(x, evaluation.normal()).spectrum().degreesOfFreedom(), x.length);
    } else {
      line(
          "  expected information: not computed; --information does, with one pass of derivatives");
    }
    line(
        "  this pass %s took %.1f s on runner %s, its start included",
        information ? "with derivatives" : "without derivatives",
        seconds,
        experiment.runner().name());
  }

  private void cost(Problem problem, Optional<PriorPass> blocks) throws IOException {
    MinimiserSettings minimiser = experiment.minimiser();
    boolean gaussNewton = minimiser.kind() == MinimiserKind.GAUSS_NEWTON;
    Derivative derivative = gaussNewton ? Derivative.HESSIAN : Derivative.GRADIENT;
    PassCost pass =
        PassCost.of(problem.cells(), experiment.blocks().cells(), problem.setup().schedule());
    int workers =
        experiment.runner().targetParallelism() > 0
            ? experiment.runner().targetParallelism()
            : Runtime.getRuntime().availableProcessors();
    double seconds = pass.seconds(PassCost.measure(derivative), workers);
    line("");
    line("What it would cost");
    line(
        "  %d cells, %d tiles in %d blocks, %d lane groups, %d model days a pass",
        problem.cells().size(),
        problem.tiles(),
        pass.blocks(),
        pass.groups(),
        problem.setup().schedule().steps());
    line(
        "  a pass with %s: about %s s on %d workers",
        gaussNewton ? "gradient and Gauss-Newton Hessian" : "gradient",
        String.format(Locale.ROOT, seconds < 10 ? "%.1f" : "%.0f", seconds),
        workers);
    line(
        "    estimated: one thread was just timed on a small world, scaled by lane groups and days;");
    line(
        "    taking all workers as fast as this one, without start-up, reading of blocks and sums");
    line(
        "  passes: unknown before the search; at most %d iterations and %d evaluations (%.2f h)",
        minimiser.maxIterations(),
        minimiser.maxEvaluations(),
        minimiser.maxEvaluations() * seconds / 3600);
    line("  after the search: %s", afterSearch(experiment.posterior()));
    line(
        "  memory: about %.0f MB a worker thread for %s of its largest block",
        (!gaussNewton
                ? pass.gradientBytes()
                : blocks.isPresent() ? blocks.get().jacobianBytes() : pass.hessianBytes())
            / MEGA,
        gaussNewton ? "the derivatives" : "the trajectory");
    line(
        "    computed from lane groups and days%s, besides the block itself",
        !gaussNewton
            ? ""
            : blocks.isPresent() ? " and observations" : " alone; with observations it is more");
  }

  /** What is run for the results. */
  private static String afterSearch(PosteriorSettings posterior) {
    String ends =
        posterior.uncertainty()
            ? "a pass with derivatives at the result and a forward run at the prior"
            : "a forward run at the result and one at the prior";
    return posterior.uncertainty() && posterior.profile()
        ? ends + ", and 41 forward runs at most for the profile"
        : ends;
  }

  private void line(String format, Object... arguments) {
    out.println(String.format(Locale.ROOT, format, arguments));
  }
}
