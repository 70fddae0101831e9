package org.ccdas.report.transport;

import org.ccdas.transport.tracer.CirculationProfile;

/**
 * A month of the built-in circulation and of a reanalysis.
 *
 * @param label month and reanalysis
 * @param own built-in
 * @param seen reanalysis, after the same correction of mass
 */
public record CirculationComparison(
    String label, CirculationProfile own, CirculationProfile seen) {}
