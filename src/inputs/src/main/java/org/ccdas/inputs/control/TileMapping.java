package org.ccdas.inputs.control;

import java.io.Serializable;
import java.util.Arrays;

/**
 * Links the control vector to the {@code TileParameters} of one kind of tile. Each of the 35
 * components either follows one element of the control vector or stays at a fixed value. Immutable
 * and the same for all tiles of one plant functional type and soil texture.
 */
public final class TileMapping implements Serializable {
  private static final long serialVersionUID = 1L;

  private final int[] control;
  private final double[] fixed;

  private TileMapping(int[] control, double[] fixed) {
    this.control = control;
    this.fixed = fixed;
  }

  /**
   * The mapping of one kind of tile.
   *
   * @param controlVector the estimated parameters
   * @param pft code of the plant functional type
   * @param texture name of the soil texture
   * @param c4 whether its pathway is C4
   * @param prior prior {@code TileParameters} of the type, in the order of the record, used for
   *     what is not estimated
   */
  public static TileMapping of(
      ControlVector controlVector, String pft, String texture, boolean c4, double[] prior) {
    requireKnown("plant functional type", pft, Scope.PFTS.contains(pft));
    requireKnown("soil texture", texture, Scope.TEXTURES.contains(texture));
    int components = TileSymbols.COMPONENTS.size();
    if (prior.length != components) {
      throw new IllegalArgumentException(
          prior.length + " prior values for " + components + " parameters of a tile");
    }
    int[] control = new int[components];
    Arrays.fill(control, -1);
    for (int i = 0; i < controlVector.size(); i++) {
      Parameter parameter = controlVector.parameter(i);
      int component = TileSymbols.component(parameter.symbol());
      if (component >= 0
          && TileSymbols.concerns(parameter.symbol(), c4)
          && parameter.scope().covers(pft, texture)) {
        control[component] = i;
      }
    }
    return new TileMapping(control, prior.clone());
  }

  private static void requireKnown(String what, String name, boolean known) {
    if (!known) {
      throw new IllegalArgumentException("Unknown " + what + " '" + name + "'");
    }
  }

  /** Number of components, that of {@code TileParameters}. */
  public int components() {
    return control.length;
  }

  /** Index of the control element that the component follows; -1 when it is fixed. */
  public int controlIndex(int component) {
    return control[component];
  }

  /**
   * Writes the parameters of the tile.
   *
   * @param physical p(x), see {@link ControlVector#physical}
   * @param target receives component c at {@code offset + c * stride}
   */
  public void fill(double[] physical, double[] target, int offset, int stride) {
    for (int c = 0; c < control.length; c++) {
      target[offset + c * stride] = control[c] < 0 ? fixed[c] : physical[control[c]];
    }
  }

  /**
   * Carries a direction in x to the parameters of the tile (tangent).
   *
   * @param derivative dp/dx, see {@link ControlVector#derivative}
   * @param direction direction in x
   * @param target receives component c at {@code offset + c * stride}
   */
  public void tangent(
      double[] derivative, double[] direction, double[] target, int offset, int stride) {
    for (int c = 0; c < control.length; c++) {
      int i = control[c];
      // dP_c = dp_i/dx_i dx_i
      target[offset + c * stride] = i < 0 ? 0 : derivative[i] * direction[i];
    }
  }

  /**
   * Adds the gradient with respect to the parameters of the tile to the gradient in x (adjoint).
   *
   * @param derivative dp/dx, see {@link ControlVector#derivative}
   * @param gradient component c at {@code offset + c * stride}
   * @param gradientX is added to
   */
  public void adjoint(
      double[] derivative, double[] gradient, int offset, int stride, double[] gradientX) {
    for (int c = 0; c < control.length; c++) {
      int i = control[c];
      if (i >= 0) {
        // g_i += dp_i/dx_i dJ/dP_c
        gradientX[i] += derivative[i] * gradient[offset + c * stride];
      }
    }
  }
}
