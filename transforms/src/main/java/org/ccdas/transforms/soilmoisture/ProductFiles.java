package org.ccdas.transforms.soilmoisture;

import java.io.Serializable;
import java.util.Map;
import java.util.TreeMap;
import org.ccdas.observe.satellite.SoilMoistureGrid;

/**
 * The files of a product: where they are and what they say of themselves.
 *
 * @param folder on any file system of Beam
 * @param title global attribute
 * @param attributes further global attributes
 * @param grid of the fields
 */
record ProductFiles(
    String folder, String title, TreeMap<String, String> attributes, SoilMoistureGrid grid)
    implements Serializable {
  private static final long serialVersionUID = 1L;

  static ProductFiles in(String folder, SoilMoistureGrid grid) {
    return new ProductFiles(folder, "Daily surface soil moisture", new TreeMap<>(), grid);
  }

  ProductFiles withAttributes(Map<String, String> more) {
    return new ProductFiles(folder, title, new TreeMap<>(more), grid);
  }

  /** Where days wait for their years to be written; removed when all is done. */
  String parts() {
    return folder.replaceFirst("/+$", "") + "/.parts/";
  }
}
