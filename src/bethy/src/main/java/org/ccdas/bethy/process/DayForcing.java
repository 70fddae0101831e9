package org.ccdas.bethy.process;

import org.ccdas.autodiff.Constant;

/**
 * What the weather of a cell and day gives to all its tiles; depends on no parameter. Spec sections
 * 2, 5, 9, 10.1 and 13.2.
 *
 * @param temperature daily mean air temperature Tm, degC
 * @param precipitation P, mm d-1
 * @param monthTemperature T30 after the day's update, degC
 * @param unfrozen share phi_f of the soil that is not frozen, from T10 after the day's update, 0..1
 * @param dayLength D, h
 * @param noonSun sine of the sun's elevation at noon mu_noon, may be negative
 * @param saturationAtMinimum saturation vapour pressure at the daily minimum e_s(Tmin), Pa
 * @param snowAlbedo rho_sn at the start of the day
 */
@Constant
public record DayForcing(
    double temperature,
    double precipitation,
    double monthTemperature,
    double unfrozen,
    double dayLength,
    double noonSun,
    double saturationAtMinimum,
    double snowAlbedo) {}
