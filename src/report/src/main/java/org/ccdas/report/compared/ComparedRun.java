package org.ccdas.report.compared;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ccdas.inputs.file.Location;
import org.ccdas.inputs.file.StoredFiles;
import org.ccdas.observe.stream.PriorPosterior;
import org.ccdas.report.run.PosteriorResult;
import org.ccdas.report.run.RunProvenance;
import org.ccdas.report.run.RunResults;
import org.ccdas.report.run.RunSummary;

/**
 * A column of the comparison: the result of a member, or the prior that all members share.
 *
 * @param name in table and pictures
 * @param member what it is, empty for a prior that is no member of its own
 * @param run its results
 * @param prior whether the column shows the run at x = 0
 * @param number of the column, from 0, by which pictures choose its colour
 */
public record ComparedRun(
    String name,
    Optional<ComparisonIndex.Member> member,
    RunResults run,
    boolean prior,
    int number) {

  /**
   * The columns: the members that have ended, behind the prior when none of them is the prior.
   *
   * @param folder of the comparison
   */
  public static List<ComparedRun> of(Location folder, ComparisonIndex index) {
    List<ComparedRun> runs = new ArrayList<>();
    for (ComparisonIndex.Member member : index.members()) {
      Location own = folder.resolve(member.name());
      if (!member.failed() && StoredFiles.exists(own.resolve(RunProvenance.FILE))) {
        RunResults results = RunResults.read(own);
        if (runs.isEmpty() && index.members().stream().noneMatch(ComparisonIndex.Member::isPrior)) {
          runs.add(new ComparedRun("prior", Optional.empty(), results, true, 0));
        }
        runs.add(
            new ComparedRun(
                member.name(), Optional.of(member), results, member.isPrior(), runs.size()));
      }
    }
    return runs;
  }

  /** A number that has a value before and after. */
  public double number(PriorPosterior number) {
    return prior ? number.prior() : number.posterior();
  }

  /** A term of the cost, NaN when the run has none of this name. */
  public double cost(String term) {
    return number(run.summary().cost().term(term));
  }

  /** A statistic of the fit to a part of a stream, NaN when the run has none. */
  public double fit(String stream, RunSummary.Data data, String statistic) {
    return number(run.summary().statistic(stream, data, statistic));
  }

  /** The cost. */
  public double cost() {
    return number(run.summary().cost().total());
  }

  /** Degrees of freedom for signal; 0 for the prior, NaN when they were not worked out. */
  public double degreesOfFreedom() {
    return prior ? 0 : run.posterior().map(PosteriorResult::degreesOfFreedom).orElse(Double.NaN);
  }

  /** Value of a target. */
  public double value(PosteriorResult.Target target) {
    return prior ? target.prior() : target.posterior();
  }

  /** Standard deviation of a target. */
  public double sigma(PosteriorResult.Target target) {
    return prior ? target.priorSigma() : target.posteriorSigma();
  }

  /** The targets of a quantity, means over the window; empty when there are none. */
  public List<PosteriorResult.Target> means(String quantity) {
    return run.posterior().stream()
        .flatMap(posterior -> posterior.targets().stream())
        .filter(target -> target.quantity().equals(quantity) && target.year() == 0)
        .toList();
  }

  /** The target of this name. */
  public Optional<PosteriorResult.Target> target(String name) {
    return run.posterior().stream()
        .flatMap(posterior -> posterior.targets().stream())
        .filter(target -> target.name().equals(name))
        .findFirst();
  }

  /** The number by which pictures choose the colour; the prior has its own. */
  public int colour() {
    return prior ? -1 : number;
  }

  /** The mean over globe and window. */
  public Optional<PosteriorResult.Target> globalMean(String quantity) {
    return run.posterior().flatMap(posterior -> posterior.globalMean(quantity));
  }

  /** Percent by which the uncertainty of each parameter fell; empty when not worked out. */
  public Optional<double[]> reductions() {
    return run.posterior()
        .map(
            posterior -> {
              double[] reductions = new double[posterior.sigma().length];
              for (int i = 0; i < reductions.length; i++) {
                reductions[i] = prior ? 0 : posterior.reduction(i);
              }
              return reductions;
            });
  }

  /** Whether the weather is the same in every year, so that years differ by nothing of interest. */
  public boolean hasSameWeather() {
    return run.summary().notes().stream().anyMatch(note -> note.contains("inter-annual"));
  }
}
