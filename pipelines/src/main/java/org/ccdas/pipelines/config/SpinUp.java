package org.ccdas.pipelines.config;

import java.io.Serializable;
import java.time.YearMonth;
import org.ccdas.inputs.setting.InvalidSetting;
import org.ccdas.inputs.setting.Setting;

/**
 * The years that bring the model's states into balance. The last pass leads straight into the
 * window, and its fluxes shape the CO2 gradients at the window's start (spec 12.2, 16.2).
 *
 * @param first first month of a pass
 * @param last last month of a pass, the month before the window
 * @param passes how often the period is run, at least once
 * @param repeat years whose weather the spin-up has, or null
 */
public record SpinUp(
    @Setting("First month of a pass. A pass is a whole number of years.") YearMonth first,
    @Setting("Last month of a pass: the month before the window.") YearMonth last,
    @Setting(
            value = "How often the period is run before the window.",
            byDefault = "2",
            atLeast = 1,
            atMost = 1000)
        int passes,
    @Setting(
            value =
                "Years whose weather the spin-up has, again and again, the last of them in the year"
                    + " before the window: where the weather begins too late. Null: its own.",
            byDefault = "null")
        Years repeat)
    implements Serializable {
  /**
   * Checks the order and that a pass is whole years, as the seasons must not jump between passes.
   */
  public SpinUp {
    int months = new Period(first, last).months().count();
    if (passes > 1 && months % 12 != 0) {
      throw new InvalidSetting(
          "last",
          "a pass of " + months + " months would make the season jump",
          "Let first and last span whole years, for example 2008-01 to 2009-12");
    }
  }
}
