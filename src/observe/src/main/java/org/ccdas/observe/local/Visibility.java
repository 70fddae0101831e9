package org.ccdas.observe.local;

import java.io.Serializable;

/**
 * When an instrument sees the ground of a tile, and how much of a cell it must see (spec section
 * 17.1).
 *
 * @param mostSnow most snow on a visible tile, mm
 * @param leastUnfrozen least unfrozen share phi_f of the soil of a visible tile, 0..1
 * @param leastShare least share of the tile area of a cell that must be visible, 0..1
 */
public record Visibility(double mostSnow, double leastUnfrozen, double leastShare)
    implements Serializable {}
