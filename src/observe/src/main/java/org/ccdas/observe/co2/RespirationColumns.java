package org.ccdas.observe.co2;

import java.io.Serializable;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.ccdas.bethy.lane.Dependence;
import org.ccdas.bethy.lane.ModelSeries;
import org.ccdas.inputs.control.ControlVector;
import org.ccdas.inputs.control.Parameter;
import org.ccdas.inputs.control.TileSymbols;

/**
 * The factors of respiration among the elements of a control vector, and where their columns stand.
 * The land gives {@code c = c_base + sum_k beta_k r_k} to the concentrations: column r_k is that of
 * the respiration at beta = 1 of the tiles of one factor (spec section 12.2), and c_base that of
 * the rest, net primary production and the respiration of tiles whose factor is not estimated.
 *
 * <p>Derivatives by the other parameters are kept by pairs of factor and parameter, only where both
 * can act on a tile.
 */
final class RespirationColumns implements Serializable {
  private static final long serialVersionUID = 1L;

  private final int[] elements;
  private final int[][] pairs;
  private final int count;

  private RespirationColumns(int[] elements, int[][] pairs, int count) {
    this.elements = elements;
    this.pairs = pairs;
    this.count = count;
  }

  static RespirationColumns of(ControlVector control) {
    int n = control.size();
    int[] elements = IntStream.range(0, n).filter(i -> isFactor(control.parameter(i))).toArray();
    int[][] pairs = new int[elements.length][n];
    int count = 0;
    for (int k = 0; k < elements.length; k++) {
      Parameter factor = control.parameter(elements[k]);
      for (int i = 0; i < n; i++) {
        Parameter other = control.parameter(i);
        boolean meet =
            TileSymbols.actsOnTiles(other.symbol())
                && !isFactor(other)
                && factor.scope().overlaps(other.scope());
        pairs[k][i] = meet ? count++ : -1;
      }
    }
    return new RespirationColumns(elements, pairs, count);
  }

  private static boolean isFactor(Parameter parameter) {
    return TileSymbols.dependence(ModelSeries.NEP, parameter.symbol()) == Dependence.AFFINE;
  }

  /** Number of factors. */
  int count() {
    return elements.length;
  }

  /** The element of the control vector of a factor. */
  int element(int column) {
    return elements[column];
  }

  /** The column of an element of the control vector; -1 when it is not a factor. */
  int column(int element) {
    return Math.max(-1, Arrays.binarySearch(elements, element));
  }

  /** The place of a pair of factor and parameter, 0..pairs-1; -1 when they never meet. */
  int pair(int column, int parameter) {
    return pairs[column][parameter];
  }

  /** Number of pairs. */
  int pairs() {
    return count;
  }
}
