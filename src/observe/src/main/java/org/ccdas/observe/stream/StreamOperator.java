package org.ccdas.observe.stream;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.ccdas.bethy.lane.Dependence;
import org.ccdas.bethy.lane.ModelSeries;
import org.ccdas.inputs.control.ControlVector;
import org.ccdas.inputs.control.Parameter;
import org.ccdas.inputs.control.TileSymbols;
import org.ccdas.observe.normal.GroupSystem;
import org.ccdas.observe.normal.QuadraticForm;

/**
 * How one stream of observations enters the cost: its part of what an evaluation needs besides the
 * blocks, kilobytes that travel to every worker. Immutable.
 *
 * <p>Every block gives a <em>share</em>, a vector of fixed length; the shares are summed over the
 * blocks; with what does not come from blocks the sum becomes the <em>modelled</em> vector, and the
 * misfit closes over that. A <em>local</em> stream closes its misfit in the cell: its share is the
 * misfit itself. A <em>summed</em> one closes after the sum: its share is the part of the land in
 * what is observed.
 */
public interface StreamOperator extends Serializable {
  /** Name of the stream. */
  String name();

  /** The daily series that blocks must see for it; monthly ones are always there. */
  Set<ModelSeries> series();

  /**
   * How the modelled vector depends on the physical value of an element of the control vector. In
   * all elements with {@link Dependence#AFFINE} together it must be affine, and the shares of
   * blocks must not depend on them: they act in {@link #modelled} and {@link #misfit}.
   *
   * <p>By default what its daily series say.
   */
  default Dependence dependence(Parameter parameter) {
    return series().stream()
        .map(series -> TileSymbols.dependence(series, parameter.symbol()))
        .max(Comparator.naturalOrder())
        .orElse(Dependence.NONE);
  }

  /** Length of the share of a block. */
  int shareLength(ControlVector control);

  /** Length of what a block gives besides in a pass with Hessian. */
  int jacobianLength(ControlVector control);

  /** The operator on one block; on a worker. */
  BlockOperator on(BlockView block);

  /**
   * The modelled vector.
   *
   * @param control the estimated parameters
   * @param x control vector
   * @param share sum of the shares of the blocks
   */
  double[] modelled(ControlVector control, double[] x, double[] share);

  /**
   * Tangent of the modelled vector.
   *
   * @param control the estimated parameters
   * @param x control vector
   * @param direction direction of x
   * @param share sum of the shares of the blocks
   * @param shareDot sum of the tangents of the shares
   */
  double[] modelledTangent(
      ControlVector control, double[] x, double[] direction, double[] share, double[] shareDot);

  /** The misfit, dimensionless. */
  double cost(double[] modelled);

  /** Derivative of the misfit by the modelled vector. */
  double[] bar(double[] modelled);

  /**
   * Derivative of the misfit by the sum of the shares.
   *
   * @param control the estimated parameters
   * @param x control vector
   * @param bar of {@link #bar}
   */
  default double[] shareBar(ControlVector control, double[] x, double[] bar) {
    return bar;
  }

  /**
   * The misfit as a function of physical values that the modelled vector is affine in, about those
   * of a control vector.
   *
   * @param control the estimated parameters
   * @param x control vector
   * @param share sum of the shares of the blocks
   * @param elements indices of elements that the stream depends on not at all or affinely
   */
  default QuadraticForm misfit(ControlVector control, double[] x, double[] share, int[] elements) {
    double[] physical = control.physical(x);
    double[] reference = Arrays.stream(elements).mapToDouble(i -> physical[i]).toArray();
    return QuadraticForm.constant(reference, cost(modelled(control, x, share)));
  }

  /**
   * What each group of observations adds to the cost and its derivatives (spec section 18.10).
   *
   * @param control the estimated parameters
   * @param x control vector
   * @param modelled the modelled vector
   * @param jacobian sum of what the blocks give in a pass with Hessian
   */
  List<GroupSystem> systems(
      ControlVector control, double[] x, double[] modelled, double[] jacobian);

  /**
   * The same with everything frozen that the run at the prior decides.
   *
   * @param prior of every block in order what {@link BlockOperator#fit} says of the run at the
   *     prior, with nothing frozen
   */
  StreamOperator frozenBy(List<byte[]> prior);

  /**
   * The same with observations that a truth would give in the place of the real ones, as far as
   * they do not stand in the blocks.
   *
   * @param modelled the modelled vector at the truth
   * @param seed of errors of the assumed covariance; empty for observations without errors
   */
  StreamOperator observing(double[] modelled, OptionalLong seed);

  /** The same where observations are taken to have no bias. */
  StreamOperator unbiased();

  /**
   * Makes sure that a truth can give observations such as these.
   *
   * @throws org.ccdas.inputs.InputException when it cannot, with the key of the settings
   */
  void requireObservable();
}
