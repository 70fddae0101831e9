package org.ccdas.pipelines.config;

import java.io.Serializable;
import org.ccdas.inputs.setting.InvalidSetting;
import org.ccdas.inputs.setting.Setting;

/**
 * A run of whole years.
 *
 * @param first the first year
 * @param last the last year, not before the first
 */
public record Years(
    @Setting("First year, for example 2012.") int first, @Setting("Last year, included.") int last)
    implements Serializable {
  /** Checks the order. */
  public Years {
    if (first > last) {
      throw new InvalidSetting(
          "first",
          "the years begin with " + first + " but end before that, with " + last,
          "Exchange first and last, or correct one of them");
    }
  }
}
