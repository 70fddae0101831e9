package org.ccdas.transforms.soilmoisture;

import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import java.util.function.Function;
import org.ccdas.inputs.file.Location;
import org.ccdas.inputs.file.StoredFiles;
import org.ccdas.observe.satellite.DeliveredRetrievals;
import org.ccdas.observe.satellite.Delivery;
import org.ccdas.observe.satellite.Retrievals;
import org.ccdas.observe.satellite.SoilMoistureProduct;
import org.ccdas.observe.satellite.SoilMoistureProducts;

/** Reads files of retrievals, no more at a time than {@link ByteBudget} allows. */
final class SoilMoistureFileReader {
  private final SoilMoistureProducts products = SoilMoistureProducts.installed();

  /** The product of a file. */
  SoilMoistureProduct product(SoilMoistureFile file) {
    return products.named(file.identity().product());
  }

  /**
   * The retrievals of a file.
   *
   * @param layers those wanted of files of a product
   * @throws org.ccdas.inputs.InputException when anything is wrong with it
   */
  Retrievals read(SoilMoistureFile file, Function<SoilMoistureProduct, Set<String>> layers)
      throws IOException {
    SoilMoistureProduct product = product(file);
    try (ByteBudget.Holding memory = ByteBudget.ofProcess().holding();
        InputStream in = StoredFiles.open(Location.of(file.path()))) {
      memory.take(file.bytes());
      return DeliveredRetrievals.read(
          file.path(),
          in,
          new SoilMoistureProducts.Identified(product, file.identity()),
          layers.apply(product),
          Delivery.Limits.STANDARD,
          memory::take);
    }
  }
}
