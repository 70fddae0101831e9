package org.ccdas.transforms.soilmoisture;

import java.io.Serializable;
import org.ccdas.observe.satellite.FileIdentity;

/**
 * A file of retrievals that is to be read.
 *
 * @param path on any file system of Beam
 * @param bytes its size
 * @param identity product, day and overpass, as its name tells
 */
public record SoilMoistureFile(String path, long bytes, FileIdentity identity)
    implements Serializable {
  private static final long serialVersionUID = 1L;
}
