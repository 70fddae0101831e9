package org.ccdas.observe.station;

import java.time.LocalDate;

/**
 * One flask, or the mean of a day of an analyser.
 *
 * @param day on which it was taken, UTC
 * @param co2 dry-air mole fraction, ppm
 */
record Sample(LocalDate day, double co2) {}
