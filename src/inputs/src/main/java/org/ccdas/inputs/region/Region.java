package org.ccdas.inputs.region;

import java.io.Serializable;

/**
 * A part of the land over which fluxes are summed.
 *
 * @param set which division of the land it belongs to, for example {@code transcom}
 * @param name unique within the set
 */
public record Region(String set, String name) implements Serializable {
  /** Checks that there is a name. */
  public Region {
    if (set.isEmpty() || name.isEmpty()) {
      throw new IllegalArgumentException("A region needs a set and a name");
    }
  }

  /** For people and files: {@code transcom Europe}. */
  public String label() {
    return set.equals(name) ? name : set + " " + name;
  }
}
