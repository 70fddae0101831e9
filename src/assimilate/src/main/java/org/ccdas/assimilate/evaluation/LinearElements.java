package org.ccdas.assimilate.evaluation;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.ccdas.assimilate.minimise.Elimination;
import org.ccdas.bethy.lane.Dependence;
import org.ccdas.inputs.control.ControlVector;
import org.ccdas.observe.stream.StreamOperator;

/**
 * The elements of a control vector whose physical values enter the modelled observations linearly:
 * some stream depends on them affinely, and none in any other way. Streams declare it.
 */
public final class LinearElements {
  private LinearElements() {}

  /** Their indices, rising. */
  static int[] of(ControlVector control, List<StreamOperator> streams) {
    return IntStream.range(0, control.size())
        .filter(i -> dependence(control, streams, i) == Dependence.AFFINE)
        .toArray();
  }

  private static Dependence dependence(
      ControlVector control, List<StreamOperator> streams, int element) {
    return streams.stream()
        .map(stream -> stream.dependence(control.parameter(element)))
        .max(Dependence::compareTo)
        .orElse(Dependence.NONE);
  }

  /**
   * The linear elements that need no search: those whose misfit to the prior is convex in the box,
   * so that the cost has one minimum over them.
   *
   * @param bound of the box |x_i| <= bound
   * @return empty where there are none, or no others
   */
  public static Optional<Elimination> eliminable(EvaluationSetup setup, double bound) {
    ControlVector control = setup.control();
    int[] elements =
        IntStream.of(of(control, setup.streams()))
            .filter(i -> control.parameter(i).isConvexWithin(bound))
            .toArray();
    return elements.length == 0 || elements.length == control.size()
        ? Optional.empty()
        : Optional.of(new Elimination(control.size(), elements, bound));
  }
}
