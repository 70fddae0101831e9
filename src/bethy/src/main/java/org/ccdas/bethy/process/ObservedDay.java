package org.ccdas.bethy.process;

/**
 * What satellites can be compared with of a tile at the end of a day. Every component is a daily
 * series of the same name (see ModelSeries).
 *
 * @param topMoisture theta1 of 0-0.05 m, m3 m-3
 * @param snow snow water Sn, mm
 * @param lai leaf area index Lambda, m2 m-2
 * @param fapar share of photosynthetically active radiation that the canopy absorbs under a white
 *     sky, per ground area of the tile, 0..1
 */
public record ObservedDay(double topMoisture, double snow, double lai, double fapar) {}
