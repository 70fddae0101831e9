package org.ccdas.transforms.transport;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.ccdas.transport.Receptor;

/**
 * Stations that run side by side.
 *
 * @param receptors at least one
 */
public record StationBatch(ArrayList<Receptor> receptors) implements Serializable {
  /** Most stations side by side: their fields, 62 kB each, stay in the cache of a processor. */
  private static final int MOST = 20;

  /** Divides stations into batches of equal size, in order. */
  public static List<StationBatch> of(List<Receptor> receptors) {
    int count = (receptors.size() + MOST - 1) / MOST;
    List<StationBatch> batches = new ArrayList<>();
    for (int batch = 0; batch < count; batch++) {
      int from = receptors.size() * batch / count;
      int to = receptors.size() * (batch + 1) / count;
      batches.add(new StationBatch(new ArrayList<>(receptors.subList(from, to))));
    }
    return List.copyOf(batches);
  }
}
