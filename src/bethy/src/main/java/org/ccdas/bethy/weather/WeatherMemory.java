package org.ccdas.bethy.weather;

import java.io.Serializable;
import org.ccdas.bethy.process.Smooth;
import org.ccdas.bethy.process.Snow;

/**
 * What the weather of a cell carries from day to day. Spec sections 9, 10.1 and 11.
 *
 * @param monthTemperature T30, exponential mean over 30 days, degC
 * @param tenDayTemperature T10, exponential mean over 10 days, degC
 * @param snowAlbedo rho_sn, 0.20..0.80
 */
public record WeatherMemory(double monthTemperature, double tenDayTemperature, double snowAlbedo)
    implements Serializable {
  // e^{-1/days} - 1, here since a library call a cell and day would be felt
  private static final double MONTH_FADES = Math.expm1(-1 / 30.0);
  private static final double TEN_DAYS_FADE = Math.expm1(-1 / 10.0);

  private static final double OLDEST_SNOW = 0.20;
  private static final double FRESHEST_SNOW = 0.80;
  private static final double FRESHENING_PER_MM = 0.1;
  private static final double COLD_AGEING = 0.006;
  private static final double THAW_AGEING = 0.071;

  /** The start of a run from the mean temperature of its first 30 days, degC. */
  public static WeatherMemory start(double meanTemperature) {
    return new WeatherMemory(meanTemperature, meanTemperature, OLDEST_SNOW);
  }

  /** The memory after a day of this mean temperature (degC) and precipitation (mm d-1). */
  public WeatherMemory next(double temperature, double precipitation) {
    // T30 += (1 - e^{-1/30})(Tm - T30), T10 += (1 - e^{-1/10})(Tm - T10)
    double month = monthTemperature - MONTH_FADES * (temperature - monthTemperature);
    double tenDays = tenDayTemperature - TEN_DAYS_FADE * (temperature - tenDayTemperature);
    // rho_sn' = max(0.20, hmin_0.999(rho_sn + 0.1 P_s, 0.80) - (0.006 if Tm < 0 else 0.071))
    double fresh =
        Smooth.hmin(
            snowAlbedo + FRESHENING_PER_MM * Snow.fall(precipitation, temperature),
            FRESHEST_SNOW,
            Smooth.SHARPER);
    double aged = fresh - (temperature < 0 ? COLD_AGEING : THAW_AGEING);
    return new WeatherMemory(month, tenDays, Math.max(OLDEST_SNOW, aged));
  }
}
