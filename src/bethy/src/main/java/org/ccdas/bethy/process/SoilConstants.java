package org.ccdas.bethy.process;

/**
 * Soil constants of a tile after scaling by parameters. Spec section 4.3.
 *
 * @param b Clapp-Hornberger exponent b m_b
 * @param fieldCapacity theta_fc at -3.3 m, m3 m-3
 * @param wiltingPoint theta_wp at -153 m, m3 m-3
 * @param airDry theta_ar = 0.5 theta_wp, m3 m-3
 * @param saturatedConductivity K_s m_Ks, mm d-1
 */
public record SoilConstants(
    double b,
    double fieldCapacity,
    double wiltingPoint,
    double airDry,
    double saturatedConductivity) {}
