package org.ccdas.observe.satellite;

import java.io.Serializable;
import java.util.Locale;

/**
 * One condition that a retrieval must meet. The reason names it in counts and options.
 *
 * <p>A criterion that is not required is left out for files that lack its layer; a required one
 * refuses such a file.
 */
public sealed interface Criterion extends Serializable {
  /** Why a retrieval is rejected, such as {@code rfi-probability}; unique in a screening. */
  String reason();

  /** The layer looked at. */
  String layer();

  /** Whether files without the layer are refused. */
  boolean required();

  /** The condition in words, for logs and attributes. */
  String describe();

  /**
   * A value must lie within limits, which are included (spec section 17.1); a missing value is
   * rejected.
   *
   * @param low least good value
   * @param high greatest good value, at least {@code low}
   */
  record Range(String reason, String layer, float low, float high, boolean required)
      implements Criterion {
    private static final long serialVersionUID = 1L;

    /** Checks the order of the limits. */
    public Range {
      if (!(low <= high)) {
        throw new IllegalArgumentException(reason + ": limits " + low + " and " + high);
      }
    }

    @Override
    public String describe() {
      return String.format(Locale.ROOT, "%s within %s..%s", layer, low, high);
    }
  }

  /**
   * None of some bits may be set; missing flags are rejected when there is a bit to look for.
   *
   * @param mask the bits; 0 rejects nothing
   */
  record Flags(String reason, String layer, int mask, boolean required) implements Criterion {
    private static final long serialVersionUID = 1L;

    @Override
    public String describe() {
      return String.format(Locale.ROOT, "%s without bits 0x%x", layer, mask);
    }
  }
}
