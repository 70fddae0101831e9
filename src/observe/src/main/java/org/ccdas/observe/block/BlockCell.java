package org.ccdas.observe.block;

import java.io.Serializable;

/**
 * A land cell of a block.
 *
 * @param id number of the cell on the model grid
 * @param lat centre, degrees north
 * @param lon centre, degrees east
 * @param elevation m
 * @param area m2
 */
public record BlockCell(int id, double lat, double lon, double elevation, double area)
    implements Serializable {}
