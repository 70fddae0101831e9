package org.ccdas.bethy.lane;

import static org.ccdas.bethy.kernel.LaneKernel.LANES;
import static org.ccdas.bethy.lane.GroupTrajectory.STATES;
import static org.ccdas.bethy.lane.GroupTrajectory.SUM_COUNT;
import static org.ccdas.bethy.lane.LaneForcing.PARAMETERS;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.ccdas.bethy.kernel.EveningKernel;
import org.ccdas.bethy.kernel.LaneKernel;
import org.ccdas.bethy.kernel.LightC3;
import org.ccdas.bethy.kernel.MorningKernel;
import org.ccdas.bethy.kernel.NightC3;
import org.ccdas.bethy.kernel.ObservablesKernel;
import org.ccdas.bethy.kernel.SoilConstantsKernel;
import org.ccdas.bethy.kernel.StartStateKernel;
import org.ccdas.bethy.kernel.StressC3;

/**
 * The chain rule over the stages of a day: from the Jacobians of the stages to the derivatives of
 * the evening's results by the states of the evening before and by the parameters. Which products
 * that takes follows from the structure of the kernels and is worked out once; a day only runs
 * through the list.
 *
 * <p>A variable is numbered first by state, then by component of {@code TileParameters}. An entry
 * of a row is an array of 64 lanes, always the same one, that each {@link #run} fills anew.
 */
final class DayChain {
  private static final int MORNING = MorningKernel.OUTPUTS;

  /** The Jacobian of one stage, copied to one array a partial derivative. */
  private static final class Source {
    final LaneKernel kernel;
    final double[] jac;
    final Map<Integer, double[]> used = new TreeMap<>();

    Source(LaneKernel kernel, double[] jac) {
      this.kernel = kernel;
      this.jac = jac;
    }

    double[] slot(int partial) {
      return used.computeIfAbsent(kernel.outputs() + partial, slot -> new double[LANES]);
    }

    void read() {
      used.forEach((slot, array) -> System.arraycopy(jac, slot * LANES, array, 0, LANES));
    }
  }

  /** One entry of a row: a sum of plain derivatives and of products. */
  private static final class Entry {
    final double[] target = new double[LANES];
    final List<double[]> plain = new ArrayList<>();
    final List<double[]> factors = new ArrayList<>();

    void run() {
      if (plain.isEmpty()) {
        Arrays.fill(target, 0.0);
      } else {
        System.arraycopy(plain.get(0), 0, target, 0, LANES);
      }
      for (int i = 1; i < plain.size(); i++) {
        LaneProducts.add(target, plain.get(i));
      }
      int i = 0;
      for (; i + 6 <= factors.size(); i += 6) {
        LaneProducts.add(target, at(i), at(i + 1), at(i + 2), at(i + 3), at(i + 4), at(i + 5));
      }
      if (i + 4 == factors.size()) {
        LaneProducts.add(target, at(i), at(i + 1), at(i + 2), at(i + 3));
      } else if (i + 2 == factors.size()) {
        LaneProducts.add(target, at(i), at(i + 1));
      }
    }

    private double[] at(int i) {
      return factors.get(i);
    }
  }

  /** For derivatives that always vanish. */
  private static final double[] ZERO = new double[LANES];

  private final List<Source> onceARun;
  private final List<Source> daily;
  private final List<Entry> startEntries = new ArrayList<>();
  private final List<Entry> stateEntries = new ArrayList<>();
  private final List<Entry> fluxEntries = new ArrayList<>();
  private final List<Map<Integer, double[]>> soilRows = new ArrayList<>();
  private final List<Map<Integer, double[]>> startRows = new ArrayList<>();
  private final List<Map<Integer, double[]>> results = new ArrayList<>();
  private final List<Source> observed = new ArrayList<>();
  private final List<Entry> observedEntries = new ArrayList<>();
  private final Map<ModelSeries, Map<Integer, double[]>> observedRows =
      new EnumMap<>(ModelSeries.class);

  /**
   * A chain over kernels of one pathway.
   *
   * @param soilJac and the following: where the caller leaves the Jacobian of each stage, values
   *     first; of the points of a day their sum
   */
  DayChain(
      StageKernels kernels,
      double[] soilJac,
      double[] startJac,
      double[] morningJac,
      double[] stressJac,
      double[] lightJac,
      double[] nightJac,
      double[] eveningJac) {
    Source soil = new Source(kernels.soil(), soilJac);
    Source start = new Source(kernels.start(), startJac);
    onceARun = List.of(soil, start);
    Source morning = new Source(kernels.morning(), morningJac);
    Source stress = new Source(kernels.stress(), stressJac);
    Source light = new Source(kernels.light(), lightJac);
    Source night = new Source(kernels.night(), nightJac);
    Source evening = new Source(kernels.evening(), eveningJac);
    daily = List.of(morning, stress, light, night, evening);

    for (int i = 0; i < SoilConstantsKernel.OUTPUTS; i++) {
      Terms terms = new Terms();
      terms.add(soil, i, in -> parameter(in, SoilConstantsKernel.IN_P));
      soilRows.add(terms.row(startEntries));
    }
    for (int i = 0; i < STATES; i++) {
      Terms terms = new Terms();
      terms.add(start, i, this::startInput);
      startRows.add(terms.row(startEntries));
    }
    List<Map<Integer, double[]>> mornings = new ArrayList<>();
    for (int i = 0; i < MORNING; i++) {
      Terms terms = new Terms();
      terms.add(morning, i, this::morningInput);
      mornings.add(terms.row(stateEntries));
    }
    Terms closing = new Terms();
    closing.add(stress, 0, in -> pointInput(in, StressC3.IN_P, StressC3.IN_M, mornings));
    Map<Integer, double[]> stressRow = closing.row(stateEntries);
    List<Map<Integer, double[]>> sums = new ArrayList<>();
    for (int i = 0; i < SUM_COUNT; i++) {
      Terms terms = new Terms();
      terms.add(
          light,
          i,
          in ->
              in == LightC3.IN_STRESS
                  ? stressRow
                  : pointInput(in, LightC3.IN_P, LightC3.IN_M, mornings));
      int slot = EveningKernel.IN_DAY + i;
      if (slot == EveningKernel.IN_DAY_LEAF_RESPIRATION
          || slot == EveningKernel.IN_DAY_LEAF_RESPIRATION_DARK) {
        terms.add(night, 0, in -> pointInput(in, NightC3.IN_P, NightC3.IN_M, mornings));
      }
      sums.add(terms.row(actsOnStates(evening.kernel, slot) ? stateEntries : fluxEntries));
    }
    for (int i = 0; i < EveningKernel.OUTPUTS; i++) {
      Terms terms = new Terms();
      terms.add(evening, i, in -> eveningInput(in, mornings, sums));
      results.add(terms.row(isState(i) ? stateEntries : fluxEntries));
    }
  }

  /**
   * Adds the rows of daily series, whose first variables are the states of the evening itself.
   *
   * @param jac where the caller leaves the Jacobian of the kernel, values first
   */
  void observe(LaneKernel kernel, double[] jac, Set<ModelSeries> series) {
    Source source = new Source(kernel, jac);
    observed.add(source);
    for (ModelSeries each : series) {
      Terms terms = new Terms();
      terms.add(source, each.slot(), this::observablesInput);
      observedRows.put(each, terms.row(observedEntries));
    }
  }

  private Map<Integer, double[]> observablesInput(int input) {
    if (within(input, ObservablesKernel.IN_S, STATES)) {
      return variable(input - ObservablesKernel.IN_S);
    } else if (within(input, ObservablesKernel.IN_SOIL, SoilConstantsKernel.OUTPUTS)) {
      return soilRows.get(input - ObservablesKernel.IN_SOIL);
    }
    return parameter(input, ObservablesKernel.IN_P);
  }

  private static boolean isState(int output) {
    return within(output, EveningKernel.OUT_STATE, STATES);
  }

  private static boolean actsOnStates(LaneKernel evening, int input) {
    boolean acts = false;
    for (int k = 0; k < evening.partials(); k++) {
      acts |= evening.partialInput(k) == input && isState(evening.partialOutput(k));
    }
    return acts;
  }

  private static Map<Integer, double[]> variable(int number) {
    Map<Integer, double[]> row = new TreeMap<>();
    row.put(number, null);
    return row;
  }

  private static boolean within(int input, int first, int count) {
    return input >= first && input < first + count;
  }

  private static Map<Integer, double[]> parameter(int input, int first) {
    if (!within(input, first, PARAMETERS)) {
      throw new IllegalStateException("No derivative is known of input " + input);
    }
    return variable(STATES + input - first);
  }

  private Map<Integer, double[]> startInput(int input) {
    return within(input, StartStateKernel.IN_SOIL, SoilConstantsKernel.OUTPUTS)
        ? soilRows.get(input - StartStateKernel.IN_SOIL)
        : parameter(input, StartStateKernel.IN_P);
  }

  private Map<Integer, double[]> morningInput(int input) {
    if (within(input, MorningKernel.IN_S, STATES)) {
      return variable(input - MorningKernel.IN_S);
    } else if (within(input, MorningKernel.IN_SOIL, SoilConstantsKernel.OUTPUTS)) {
      return soilRows.get(input - MorningKernel.IN_SOIL);
    }
    return parameter(input, MorningKernel.IN_P);
  }

  private static Map<Integer, double[]> pointInput(
      int input, int firstParameter, int firstMorning, List<Map<Integer, double[]>> mornings) {
    return within(input, firstMorning, MORNING)
        ? mornings.get(input - firstMorning)
        : parameter(input, firstParameter);
  }

  private Map<Integer, double[]> eveningInput(
      int input, List<Map<Integer, double[]>> mornings, List<Map<Integer, double[]>> sums) {
    if (within(input, EveningKernel.IN_S, STATES)) {
      return variable(input - EveningKernel.IN_S);
    } else if (within(input, EveningKernel.IN_SOIL, SoilConstantsKernel.OUTPUTS)) {
      return soilRows.get(input - EveningKernel.IN_SOIL);
    } else if (within(input, EveningKernel.IN_M, MORNING)) {
      return mornings.get(input - EveningKernel.IN_M);
    } else if (within(input, EveningKernel.IN_DAY, SUM_COUNT)) {
      return sums.get(input - EveningKernel.IN_DAY);
    }
    return parameter(input, EveningKernel.IN_P);
  }

  /** The entries of a row while its terms are collected. */
  private static final class Terms {
    private final Map<Integer, Entry> entries = new TreeMap<>();

    /** The terms of one output; a row with a null entry is the variable itself. */
    void add(Source source, int output, IntFunction<Map<Integer, double[]>> rowOfInput) {
      for (int k = 0; k < source.kernel.partials(); k++) {
        if (source.kernel.partialOutput(k) == output) {
          double[] derivative = source.slot(k);
          rowOfInput
              .apply(source.kernel.partialInput(k))
              .forEach(
                  (variable, inner) -> {
                    Entry entry = entries.computeIfAbsent(variable, v -> new Entry());
                    if (inner == null) {
                      entry.plain.add(derivative);
                    } else {
                      entry.factors.add(derivative);
                      entry.factors.add(inner);
                    }
                  });
        }
      }
    }

    /** The finished row; entries that take work go to the list. */
    Map<Integer, double[]> row(List<Entry> work) {
      Map<Integer, double[]> row = new TreeMap<>();
      entries.forEach(
          (variable, entry) -> {
            boolean alone = entry.plain.size() == 1 && entry.factors.isEmpty();
            row.put(variable, alone ? entry.plain.get(0) : entry.target);
            if (!alone) {
              work.add(entry);
            }
          });
      return row;
    }
  }

  /** Takes over the Jacobians of the soil constants and the start states, once a run. */
  void begin() {
    onceARun.forEach(Source::read);
    startEntries.forEach(Entry::run);
  }

  /**
   * Takes over the Jacobians of a day.
   *
   * @param withFluxes whether the rows of the fluxes are wanted besides those of the states
   */
  void run(boolean withFluxes) {
    daily.forEach(Source::read);
    stateEntries.forEach(Entry::run);
    if (withFluxes) {
      fluxEntries.forEach(Entry::run);
    }
  }

  /** Takes over the Jacobian of the observables of the evening. */
  void runObserved() {
    observed.forEach(Source::read);
    observedEntries.forEach(Entry::run);
  }

  /** The derivatives of a daily series, by state of the evening and parameter. */
  Map<Integer, double[]> observed(ModelSeries series) {
    return observedRows.get(series);
  }

  /** The components of the parameters that a state before the first day depends on. */
  Set<Integer> startParameters(int state) {
    return parameters(startRows.get(state));
  }

  /** The components of the parameters that a result of the evening depends on at fixed states. */
  Set<Integer> parameters(int output) {
    return parameters(results.get(output));
  }

  private static Set<Integer> parameters(Map<Integer, double[]> row) {
    return row.keySet().stream()
        .filter(variable -> variable >= STATES)
        .map(variable -> variable - STATES)
        .collect(Collectors.toSet());
  }

  /** The derivative of a state before the first day by a parameter; null when it vanishes. */
  double[] startByParameter(int state, int component) {
    return startRows.get(state).get(STATES + component);
  }

  /**
   * The derivative of a result of the evening by a parameter at fixed states; null when it always
   * vanishes.
   */
  double[] byParameter(int output, int component) {
    return results.get(output).get(STATES + component);
  }

  /** The derivatives of a result of the evening by the states before, {@code [state][lane]}. */
  double[][] byStates(int output) {
    double[][] row = new double[STATES][];
    Arrays.setAll(row, state -> results.get(output).getOrDefault(state, ZERO));
    return row;
  }
}
