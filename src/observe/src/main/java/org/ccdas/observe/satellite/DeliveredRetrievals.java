package org.ccdas.observe.satellite;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongConsumer;
import org.ccdas.inputs.InputException;

/** The retrievals of a delivery: a plain file, or an archive with one file of retrievals in it. */
public final class DeliveredRetrievals {
  private DeliveredRetrievals() {}

  /**
   * Reads them.
   *
   * @param path as the user knows it
   * @param content all of the file; not closed
   * @param identified what the name says
   * @param layers those wanted besides soil moisture and its standard error
   * @param limits refuse what is larger
   * @param reserve is called with the size of an archive's entry before that is read
   * @throws InputException when anything is wrong with the file
   */
  public static Retrievals read(
      String path,
      InputStream content,
      SoilMoistureProducts.Identified identified,
      Set<String> layers,
      Delivery.Limits limits,
      LongConsumer reserve) {
    SoilMoistureProduct product = identified.product();
    List<Retrievals> found = new ArrayList<>(1);
    Delivery.read(
        path,
        content,
        limits,
        name -> !product.isCompanion(ProductBytes.fileName(name)),
        reserve,
        file -> {
          checkEntry(path, file, identified);
          if (!found.isEmpty()) {
            throw new InputException(
                path, "", "holds more than one file of retrievals", "Give one a delivery");
          }
          found.add(product.read(file, identified.identity(), layers));
        });
    if (found.isEmpty()) {
      throw new InputException(path, "", "holds no file of retrievals", "Get the delivery again");
    }
    return found.get(0);
  }

  /** A file within an archive must be what the archive's name promises. */
  private static void checkEntry(
      String path, ProductBytes file, SoilMoistureProducts.Identified identified) {
    Optional<FileIdentity> inner = identified.product().identify(file.fileName());
    if (inner.isEmpty() || !inner.get().key().equals(identified.identity().key())) {
      throw new InputException(
          path,
          "entry " + file.fileName(),
          "is not the file that the name of the delivery promises",
          "Get the delivery again");
    }
  }
}
