package org.ccdas.bethy.process;

/**
 * What a tile carries from one day to the next and depends on parameters. Spec section 13.2.
 *
 * @param topMoisture theta1 of 0-0.05 m, m3 m-3
 * @param rootMoisture theta2 of 0.05 m to the root depth, m3 m-3
 * @param snow snow water Sn, mm
 * @param lai leaf area index Lambda, m2 m-2
 * @param laiMemory water-limited leaf area memory Lm, m2 m-2
 * @param laiHigh cover memory Lhi, m2 m-2
 */
public record TileState(
    double topMoisture,
    double rootMoisture,
    double snow,
    double lai,
    double laiMemory,
    double laiHigh) {}
