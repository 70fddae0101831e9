package org.ccdas.observe.local;

import java.util.Collection;
import java.util.Set;

/**
 * What of the observations is part of the cost; the rest is only compared with the result.
 *
 * @param assimilate whether any is
 * @param heldOutYears years that are not
 * @param heldOutRegions regions that are not
 */
public record LocalUse(boolean assimilate, Set<Integer> heldOutYears, Set<String> heldOutRegions) {
  /** What the settings of a stream say. */
  public static LocalUse of(
      boolean assimilate, Collection<Integer> heldOutYears, Collection<String> heldOutRegions) {
    return new LocalUse(assimilate, Set.copyOf(heldOutYears), Set.copyOf(heldOutRegions));
  }
}
