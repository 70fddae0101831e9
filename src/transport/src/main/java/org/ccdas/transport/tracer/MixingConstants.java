package org.ccdas.transport.tracer;

import java.io.Serializable;

/**
 * The strengths of what the mean circulation does not carry ({@code docs/transport.md}).
 *
 * @param tropical eddy diffusivity at the boundary of the Hadley cells, m2 s-1
 * @param midlatitude eddy diffusivity at 45 degrees, m2 s-1
 * @param freeVertical vertical diffusivity of the free troposphere, m2 s-1
 * @param convection factor on the convective mass fluxes, about 1
 */
public record MixingConstants(
    double tropical, double midlatitude, double freeVertical, double convection)
    implements Serializable {
  /** Checks that all are positive. */
  public MixingConstants {
    if (!(tropical > 0 && midlatitude > 0 && freeVertical > 0 && convection > 0)) {
      throw new IllegalArgumentException(
          "Mixing " + tropical + ", " + midlatitude + ", " + freeVertical + ", " + convection);
    }
  }

  /** The values as shipped: sizes from the literature, which the fit to SF6 starts from. */
  public static MixingConstants standard() {
    return new MixingConstants(0.5e6, 2.0e6, 6, 1);
  }
}
