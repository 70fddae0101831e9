package org.ccdas.observe.stream;

/**
 * Where something is observed.
 *
 * @param code what the place is called
 * @param lat degrees north
 * @param lon degrees east
 * @param assimilated whether any of it enters the misfit
 */
public record ObservedPlace(String code, double lat, double lon, boolean assimilated) {}
