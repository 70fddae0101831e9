package org.ccdas.pipelines.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.ccdas.assimilate.minimise.Eliminating;
import org.ccdas.assimilate.minimise.Elimination;
import org.ccdas.assimilate.minimise.GaussNewton;
import org.ccdas.assimilate.minimise.Lbfgs;
import org.ccdas.assimilate.minimise.Minimiser;
import org.ccdas.assimilate.minimise.MultiStart;
import org.ccdas.assimilate.minimise.StoppingRule;
import org.ccdas.inputs.random.NormalStream;
import org.ccdas.pipelines.config.MinimiserKind;
import org.ccdas.pipelines.config.MinimiserSettings;

/** The search for the minimum that an experiment asks for, before its first evaluation. */
public final class SearchStart {
  /** Standard deviation of the starts beside the prior (spec section 18.4). */
  private static final double SPREAD = 0.5;

  private SearchStart() {}

  /**
   * The search.
   *
   * @param parameters length of the control vector
   * @param elimination the elements that need no search
   * @param seed of the experiment
   */
  public static Minimiser of(
      MinimiserSettings settings, int parameters, Optional<Elimination> elimination, long seed) {
    List<Minimiser> searches = new ArrayList<>();
    searches.add(from(settings, elimination, new double[parameters]));
    for (long startSeed : seeds(settings, seed)) {
      searches.add(from(settings, elimination, draw(settings, parameters, startSeed)));
    }
    return searches.size() == 1 ? searches.get(0) : MultiStart.of(searches);
  }

  /** Seeds of the starts beside the prior. */
  public static List<Long> seeds(MinimiserSettings settings, long seed) {
    List<Long> seeds = new ArrayList<>();
    for (int start = 1; start < settings.starts(); start++) {
      seeds.add(seed + start);
    }
    return seeds;
  }

  private static double[] draw(MinimiserSettings settings, int parameters, long seed) {
    NormalStream random = new NormalStream(seed);
    double[] x = new double[parameters];
    for (int i = 0; i < parameters; i++) {
      x[i] = SPREAD * random.nextWithin(settings.bound() / SPREAD);
    }
    return x;
  }

  private static Minimiser from(
      MinimiserSettings settings, Optional<Elimination> elimination, double[] x) {
    return Eliminating.of(elimination, x, start -> from(settings, start));
  }

  private static Minimiser from(MinimiserSettings settings, double[] x) {
    return switch (settings.kind()) {
      case GAUSS_NEWTON ->
          GaussNewton.start(
              x,
              new GaussNewton.Settings(
                  settings.damping(),
                  settings.bound(),
                  settings.distanceTolerance(),
                  stopping(settings)));
      case LBFGS ->
          Lbfgs.start(
              x, new Lbfgs.Settings(settings.memory(), settings.bound(), stopping(settings)));
    };
  }

  /** When each search stops. Gauss-Newton knows the distance and needs no rule of the gradient. */
  public static StoppingRule stopping(MinimiserSettings settings) {
    boolean newton = settings.kind() == MinimiserKind.GAUSS_NEWTON;
    return new StoppingRule(
        newton ? 0 : settings.gradientTolerance(),
        StoppingRule.STANDARD.costTolerance(),
        settings.maxIterations(),
        settings.maxEvaluations());
  }

  /** Settings that must not change within a run; those of limits may. */
  static String fixedSettings(MinimiserSettings settings) {
    String own =
        switch (settings.kind()) {
          case GAUSS_NEWTON ->
              String.format(
                  Locale.ROOT,
                  "damping %s and distance %s",
                  settings.damping(),
                  settings.distanceTolerance());
          case LBFGS -> "memory " + settings.memory();
        };
    String starts = settings.starts() == 1 ? "" : " from " + settings.starts() + " starts";
    return settings.kind() + " with " + own + " and bound " + settings.bound() + starts;
  }
}
