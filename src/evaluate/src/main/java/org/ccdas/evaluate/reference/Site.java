package org.ccdas.evaluate.reference;

/**
 * An eddy tower.
 *
 * @param name such as {@code DK-Sor}
 * @param lat degrees north
 * @param lon degrees east
 * @param igbp class of its vegetation (IGBP), such as {@code DBF}
 */
public record Site(String name, double lat, double lon, String igbp) {}
