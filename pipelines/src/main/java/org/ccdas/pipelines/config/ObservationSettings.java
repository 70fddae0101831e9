package org.ccdas.pipelines.config;

import java.io.Serializable;

/**
 * The observations.
 *
 * @param co2 flask CO2
 */
public record ObservationSettings(@Setting("Flask CO2.") Co2Settings co2) implements Serializable {}
