package org.ccdas.pipelines.run;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ccdas.assimilate.evaluation.Evaluation;
import org.ccdas.assimilate.minimise.Candidate;
import org.ccdas.assimilate.minimise.Minimiser;
import org.ccdas.assimilate.minimise.MinimiserState;
import org.ccdas.assimilate.minimise.StateFile;
import org.ccdas.inputs.file.Location;
import org.ccdas.inputs.file.StoredFiles;
import org.ccdas.observe.normal.NormalSystem;
import org.ccdas.observe.normal.NormalSystemFile;

/**
 * The driver loop: asks the minimiser for candidates, has them evaluated, and writes the next state
 * before it goes on. A run that is taken up from its state file ends with the same bits. Progress
 * is told first: a run that dies before its state is written does the round again, and tells it
 * again.
 */
public final class Assimilation {
  private final CostEvaluator evaluator;
  private final Location stateFile;
  private final Location normalFile;
  private final Map<String, String> digests;
  private final Progress progress;
  private final Runnable beforeRename;

  /** Is told of every evaluation round. */
  @FunctionalInterface
  public interface Progress {
    /**
     * @param evaluations the round's evaluations
     * @param after the state that follows
     * @param seconds that the round took
     */
    void round(List<Evaluation> evaluations, Minimiser after, double seconds) throws IOException;
  }

  /**
   * A loop.
   *
   * @param evaluator evaluates candidates
   * @param stateFile is replaced after every step
   * @param normalFile is replaced with the normal system wherever the cost is the lowest so far
   * @param digests of what the state belongs to
   * @param progress is told of every round
   */
  public Assimilation(
      CostEvaluator evaluator,
      Location stateFile,
      Location normalFile,
      Map<String, String> digests,
      Progress progress) {
    this(evaluator, stateFile, normalFile, digests, progress, () -> {});
  }

  /** As above, with an action between the writing of a state and its renaming, for tests. */
  Assimilation(
      CostEvaluator evaluator,
      Location stateFile,
      Location normalFile,
      Map<String, String> digests,
      Progress progress,
      Runnable beforeRename) {
    this.evaluator = evaluator;
    this.stateFile = stateFile;
    this.normalFile = normalFile;
    this.digests = Map.copyOf(digests);
    this.progress = progress;
    this.beforeRename = beforeRename;
  }

  /** Runs on from this state to the end; gives the last state. */
  public Minimiser run(Minimiser start) throws IOException {
    Minimiser minimiser = start;
    while (!minimiser.finished()) {
      long begun = System.nanoTime();
      List<Candidate> candidates = minimiser.candidates();
      List<Evaluation> evaluations = evaluator.evaluate(candidates);
      minimiser = minimiser.advance(Evaluation.answers(candidates, evaluations));
      progress.round(evaluations, minimiser, (System.nanoTime() - begun) * 1e-9);
      keepNormal(evaluations, minimiser.x());
      StateFile.write(stateFile, new MinimiserState(digests, minimiser), beforeRename);
    }
    return minimiser;
  }

  /** Before the state, so that a state never misses what belongs to its point. */
  private void keepNormal(List<Evaluation> evaluations, double[] x) throws IOException {
    for (Evaluation evaluation : evaluations) {
      if (evaluation.normal() != null && Arrays.equals(evaluation.x(), x)) {
        StoredFiles.write(normalFile, NormalSystemFile.encode(evaluation.normal(), x));
      }
    }
  }

  /** The normal system in a file, if it is there and was made at this control vector. */
  static Optional<NormalSystem> normalAt(Location file, double[] x) throws IOException {
    if (!StoredFiles.exists(file)) {
      return Optional.empty();
    }
    byte[] bytes = StoredFiles.read(file);
    return Arrays.equals(NormalSystemFile.point(file.toString(), bytes), x)
        ? Optional.of(NormalSystemFile.decode(file.toString(), bytes))
        : Optional.empty();
  }
}
