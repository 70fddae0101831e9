package org.ccdas.pipelines.comparison;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.ccdas.inputs.InputException;
import org.ccdas.inputs.file.Location;
import org.ccdas.inputs.file.StoredFiles;
import org.ccdas.pipelines.config.ComparisonPlan;
import org.ccdas.pipelines.config.Experiment;
import org.ccdas.pipelines.config.StreamName;
import org.ccdas.pipelines.problem.ProblemReader;
import org.ccdas.pipelines.results.Results;
import org.ccdas.pipelines.run.AssimilationRun;
import org.ccdas.pipelines.run.RunFolder;
import org.ccdas.pipelines.run.RunLog;
import org.ccdas.pipelines.run.RunOutcome;
import org.ccdas.report.Report;
import org.ccdas.report.compared.ComparisonIndex;
import org.ccdas.report.comparison.ComparisonReport;
import org.ccdas.report.run.ResultJson;

/**
 * Runs the members of a comparison one after the other. A member that fails does not keep the
 * others from being run; the comparison says that and why it failed.
 */
public final class ComparisonRun {
  private final ComparisonPlan plan;
  private final ComparisonFolder folder;
  private final boolean resume;
  private final PrintWriter out;
  private final Function<Exception, String> describe;
  private final Map<String, String> errors = new LinkedHashMap<>();

  /**
   * A comparison.
   *
   * @param root for everything that it writes
   * @param resume whether to go on with the comparison in the folder
   * @param out for a person
   * @param describe tells the user of a failure and gives its message
   */
  public ComparisonRun(
      ComparisonPlan plan,
      Location root,
      boolean resume,
      PrintWriter out,
      Function<Exception, String> describe) {
    this.plan = plan;
    this.folder = new ComparisonFolder(root);
    this.resume = resume;
    this.out = out;
    this.describe = describe;
  }

  /**
   * Runs what is not done yet and compares what is.
   *
   * @return number of members that failed
   * @throws InputException when the folder does not fit; nothing is run then
   */
  public int run() throws IOException {
    folder.require(resume);
    for (ComparisonPlan.Run run : plan.runs()) {
      folder.requireSame(run.member().name(), run.experiment());
    }
    folder.create();
    writeIndex();
    int number = 0;
    for (ComparisonPlan.Run run : plan.runs()) {
      say("");
      say("member " + ++number + " of " + plan.runs().size() + ": " + run.member().name());
      run(run.member().name(), run.experiment());
    }
    say("");
    ComparisonReport.write(folder.root(), out);
    return errors.size();
  }

  private void run(String name, Experiment experiment) throws IOException {
    if (folder.isDone(name)) {
      say("  done before");
      return;
    }
    RunFolder own = folder.member(name);
    RunLog log = RunLog.of(out, own.progress(), experiment.minimiser());
    try {
      log.say(experiment.title());
      RunOutcome outcome =
          new AssimilationRun(
                  ProblemReader.read(experiment, own, log::say),
                  own,
                  resume && StoredFiles.exists(own.resolved()),
                  log)
              .run();
      Results.write(outcome, own);
      Report.write(own.root());
    } catch (IOException | RuntimeException e) {
      errors.put(name, describe.apply(e));
      writeIndex();
    }
  }

  private void say(String text) {
    out.println(text);
    out.flush();
  }

  /** For the page, which is made from files only. */
  private void writeIndex() throws IOException {
    StoredFiles.write(
        folder.index(),
        ResultJson.of(
            new ComparisonIndex(
                plan.comparison().name(),
                plan.comparison().title(),
                plan.runs().stream().map(this::member).toList())));
  }

  private ComparisonIndex.Member member(ComparisonPlan.Run run) {
    List<String> same = new ArrayList<>();
    for (ComparisonPlan.Run other : plan.runs()) {
      if (other != run && other.member().hasTheProblemOf(run.member())) {
        same.add(other.member().name());
      }
    }
    return new ComparisonIndex.Member(
        run.member().name(),
        run.experiment().title(),
        run.member().assimilate().stream().map(StreamName::toString).toList(),
        run.member().heldOut().stations(),
        run.member().heldOut().years(),
        run.member().heldOut().regions(),
        run.experiment().minimiser().kind().toString(),
        same,
        errors.get(run.member().name()));
  }
}
