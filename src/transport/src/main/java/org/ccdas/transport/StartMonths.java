package org.ccdas.transport;

import java.io.Serializable;
import java.time.YearMonth;
import org.ccdas.inputs.time.MonthAxis;

/** The months whose fluxes a response describes: the twelve of any year, or dated ones. */
public sealed interface StartMonths extends Serializable {
  /** Number of start months. */
  int count();

  /** Index of the start month that stands for this month; outside 0..count-1 if there is none. */
  int index(YearMonth month);

  /** The same transport in every year: January is index 0. */
  record Seasonal() implements StartMonths {
    @Override
    public int count() {
      return 12;
    }

    @Override
    public int index(YearMonth month) {
      return month.getMonthValue() - 1;
    }
  }

  /** The transport of each month of an axis. */
  record Dated(MonthAxis months) implements StartMonths {
    @Override
    public int count() {
      return months.count();
    }

    @Override
    public int index(YearMonth month) {
      return months.indexOf(month);
    }
  }
}
