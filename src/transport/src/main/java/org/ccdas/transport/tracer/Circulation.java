package org.ccdas.transport.tracer;

import java.io.Serializable;

/** The mean circulation of the twelve calendar months. */
public interface Circulation extends Serializable {
  /** Name for the source attribute of responses. */
  String name();

  /** The mean winds of a calendar month, 1..12. */
  Winds winds(int month);

  /** Winds of a month, averaged over layers of sigma. They need not conserve mass exactly. */
  interface Winds {
    /**
     * Mean eastward wind of a layer, m s-1.
     *
     * @param lat degrees north
     * @param lon degrees east
     * @param bottom sigma of the lower edge
     * @param top sigma of the upper edge
     */
    double eastward(double lat, double lon, double bottom, double top);

    /** Mean northward wind of a layer, m s-1; arguments as {@link #eastward}. */
    double northward(double lat, double lon, double bottom, double top);
  }
}
