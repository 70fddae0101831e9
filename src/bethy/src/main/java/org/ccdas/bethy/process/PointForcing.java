package org.ccdas.bethy.process;

import org.ccdas.autodiff.Constant;

/**
 * The weather at one sub-daily point with the sun up; depends on no parameter. Spec section 5.
 * Unused points carry weight 0 and otherwise plausible values, so that every lane can be computed.
 *
 * @param weight share of the day, 0..1; for the 13 h point 1 when the sun is up, else 0
 * @param sun sine of the sun's elevation mu, at least 1e-3
 * @param par photosynthetically active radiation, W m-2
 * @param shortwave SW, W m-2
 * @param directShare f_dir, direct share of PAR, 0..1
 * @param cloud cloud fraction n, at most 1
 * @param temperature air temperature, degC
 * @param saturation saturation vapour pressure e_s(T), Pa
 * @param saturationSlope s, Pa K-1
 * @param latentHeat lambda, J kg-1
 * @param psychrometric gamma, Pa K-1
 * @param airDensity rho_a, kg m-3
 * @param pressure p, Pa
 * @param co2 Ca, umol mol-1
 */
@Constant
public record PointForcing(
    double weight,
    double sun,
    double par,
    double shortwave,
    double directShare,
    double cloud,
    double temperature,
    double saturation,
    double saturationSlope,
    double latentHeat,
    double psychrometric,
    double airDensity,
    double pressure,
    double co2) {}
