package org.ccdas.bethy.process;

/**
 * What follows from the states of the evening before and holds for the whole day. Spec sections
 * 5.4, 6, 9 and 10.1.
 *
 * @param relativeMoisture beta, 0..1
 * @param maximumStorage W_max, mm
 * @param snowCover f_sn, 0..1
 * @param albedo surface albedo rho
 * @param lai L = Lambda + 1e-3, m2 m-2
 * @param cover f_c, vegetation cover, 0..1 (+1e-3)
 * @param vapourBase e_b, Pa
 */
public record Morning(
    double relativeMoisture,
    double maximumStorage,
    double snowCover,
    double albedo,
    double lai,
    double cover,
    double vapourBase) {}
