package org.ccdas.observe.flask;

import java.time.LocalDate;

/**
 * One flask.
 *
 * @param day on which it was filled, UTC
 * @param co2 dry-air mole fraction, ppm
 */
record FlaskSample(LocalDate day, double co2) {}
