package org.ccdas.transport;

import java.io.Serializable;
import java.util.Objects;
import org.ccdas.inputs.grid.LatLonBox;

/**
 * A region of surface flux that the transport tells apart.
 *
 * @param name short name, unique within a response
 * @param box its area
 */
public record TransportRegion(String name, LatLonBox box) implements Serializable {
  /** Checks that both are given. */
  public TransportRegion {
    Objects.requireNonNull(box, "box");
    if (name.isEmpty()) {
      throw new IllegalArgumentException("A transport region needs a name");
    }
  }
}
