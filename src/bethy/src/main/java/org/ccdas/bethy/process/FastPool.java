package org.ccdas.bethy.process;

import org.ccdas.autodiff.Kernel;

/** Fast litter pool in units of the litter shape. Spec section 12.2. */
public final class FastPool {
  private FastPool() {}

  /**
   * The pool after a day.
   *
   * @param carbon C' in the pool, m2 m-2
   * @param loss to the air and to the slow pool, m2 m-2 d-1
   */
  public record Step(double carbon, double loss) {}

  /**
   * One day under constant litter fall, solved exactly.
   *
   * @param carbon C, m2 m-2
   * @param litter litter shape l, m2 m-2 d-1
   * @param fastRate k_f, d-1, above 0
   */
  @Kernel("FastPoolKernel")
  public static Step step(double carbon, double litter, double fastRate) {
    // C' = C + l g / k_f - C g, g = 1 - e^{-k_f}, loss = l - (C' - C)
    double decay = -Math.expm1(-fastRate);
    double change = litter * (decay / fastRate) - carbon * decay;
    return new Step(carbon + change, litter - change);
  }
}
