package org.ccdas.bethy.process;

import org.ccdas.autodiff.Kernel;

/** The states of a tile before its first day. Spec section 13.2. */
public final class StartState {
  private static final double LAI = 0.1;

  private StartState() {}

  /** Half-wet soil, no snow, hardly any leaves. */
  @Kernel("StartStateKernel")
  public static TileState of(TileParameters p, SoilConstants soil, TileTraits t) {
    // theta1 = theta2 = (theta_fc + theta_wp) / 2, Sn = 0, Lambda = Lm = Lhi = 0.1
    double moisture = 0.5 * (soil.fieldCapacity() + soil.wiltingPoint());
    return new TileState(moisture, moisture, 0.0, LAI, LAI, LAI);
  }
}
