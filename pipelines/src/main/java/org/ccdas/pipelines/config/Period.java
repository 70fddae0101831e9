package org.ccdas.pipelines.config;

import java.io.Serializable;
import java.time.YearMonth;
import org.ccdas.inputs.setting.InvalidSetting;
import org.ccdas.inputs.setting.Setting;
import org.ccdas.inputs.time.MonthAxis;

/**
 * A run of whole months.
 *
 * @param first the first month
 * @param last the last month, not before the first
 */
public record Period(
    @Setting("First month, for example 2010-01.") YearMonth first,
    @Setting("Last month, included.") YearMonth last)
    implements Serializable {
  /** Checks the order. */
  public Period {
    if (first.isAfter(last)) {
      throw new InvalidSetting(
          "first",
          "the period begins in " + first + " but ends before that, in " + last,
          "Exchange first and last, or correct one of them");
    }
  }

  /** The months as an axis. */
  public MonthAxis months() {
    return MonthAxis.of(first, last);
  }
}
