package org.ccdas.pipelines.run;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.ccdas.assimilate.evaluation.Evaluation;
import org.ccdas.assimilate.minimise.Candidate;
import org.ccdas.inputs.file.Location;
import org.ccdas.pipelines.config.Experiment;
import org.ccdas.pipelines.config.ExperimentFile;
import org.ccdas.pipelines.problem.ProblemReader;
import org.ccdas.pipelines.results.Results;

/**
 * A process that runs an experiment and dies at a given moment as by a power cut: without
 * unwinding, shutdown hooks or finally. Arguments: experiment, data folder, folder of the run,
 * {@code new} or {@code resume}, a {@link Moment}, and the number of the evaluation, from 0, at
 * which to die.
 */
public final class KilledRun {
  /** Exit code of a process that died as it was told to. */
  public static final int DIED = 99;

  private static final int MILLISECONDS_INTO_EVALUATION = 20;

  /** When to die. */
  public enum Moment {
    /** Some milliseconds after the pipeline of the evaluation was started. */
    DURING_EVALUATION,
    /** When the state after the evaluation has its name, and nothing else has happened. */
    AFTER_STATE,
    /** When the temporary file of the state after the evaluation is written, not yet renamed. */
    BEFORE_RENAME,
    /** Not at all. */
    NEVER
  }

  private final Moment moment;
  private final int evaluation;
  private int present;

  private KilledRun(Moment moment, int evaluation) {
    this.moment = moment;
    this.evaluation = evaluation;
  }

  public static void main(String[] arguments) throws IOException {
    Experiment experiment =
        ExperimentFile.read(Location.of(arguments[0]), Location.of(arguments[1]));
    new KilledRun(Moment.valueOf(arguments[4]), Integer.parseInt(arguments[5]))
        .run(experiment, new RunFolder(Location.of(arguments[2])), arguments[3].equals("resume"));
  }

  private void run(Experiment experiment, RunFolder folder, boolean resume) throws IOException {
    PrintWriter terminal = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    RunLog log = new RunLog(terminal, folder.progress(), experiment.minimiser().maxEvaluations());
    RunOutcome outcome =
        new AssimilationRun(
                ProblemReader.read(experiment, folder, line -> {}),
                folder,
                resume,
                log,
                evaluator -> candidates -> evaluate(evaluator, candidates),
                () -> dieAt(Moment.BEFORE_RENAME, present))
            .run();
    Results.write(outcome, folder);
  }

  private List<Evaluation> evaluate(CostEvaluator evaluator, List<Candidate> candidates)
      throws IOException {
    present = candidates.get(0).id();
    dieAt(Moment.AFTER_STATE, present - 1);
    if (moment == Moment.DURING_EVALUATION && present == evaluation) {
      new Thread(KilledRun::dieSoon).start();
    }
    return evaluator.evaluate(candidates);
  }

  private static void dieSoon() {
    try {
      Thread.sleep(MILLISECONDS_INTO_EVALUATION);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    Runtime.getRuntime().halt(DIED);
  }

  private void dieAt(Moment now, int number) {
    if (now == moment && number == evaluation) {
      Runtime.getRuntime().halt(DIED);
    }
  }
}
