package org.ccdas.observe.satellite;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import org.ccdas.inputs.InputException;

/** The soil-moisture products that can be read. */
public final class SoilMoistureProducts {
  private final List<SoilMoistureProduct> products;

  /** A file whose name a product knows. */
  public record Identified(SoilMoistureProduct product, FileIdentity identity) {}

  private SoilMoistureProducts(List<SoilMoistureProduct> products) {
    this.products = products;
  }

  /** The products on the classpath, in the order of their names. */
  public static SoilMoistureProducts installed() {
    return installed(SoilMoistureProducts.class.getClassLoader());
  }

  /** The products that a class loader finds, in the order of their names. */
  static SoilMoistureProducts installed(ClassLoader loader) {
    return of(
        ServiceLoader.load(SoilMoistureProduct.class, loader).stream()
            .map(ServiceLoader.Provider::get)
            .toList());
  }

  /**
   * These products only.
   *
   * @throws IllegalArgumentException when two have one name
   */
  public static SoilMoistureProducts of(List<SoilMoistureProduct> products) {
    List<SoilMoistureProduct> sorted = new ArrayList<>(products);
    sorted.sort(Comparator.comparing(SoilMoistureProduct::name));
    Set<String> names = new HashSet<>();
    for (SoilMoistureProduct product : sorted) {
      if (!names.add(product.name())) {
        throw new IllegalArgumentException("Two products have the name " + product.name());
      }
    }
    return new SoilMoistureProducts(List.copyOf(sorted));
  }

  /** All of them. */
  public List<SoilMoistureProduct> all() {
    return products;
  }

  /**
   * The product of this name.
   *
   * @throws IllegalArgumentException naming those that there are
   */
  public SoilMoistureProduct named(String name) {
    return products.stream()
        .filter(product -> product.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "there is no soil-moisture product '"
                        + name
                        + "'; there are "
                        + String.join(
                            ", ", products.stream().map(SoilMoistureProduct::name).toList())));
  }

  /**
   * The product whose file this is, by its name.
   *
   * @param path of a plain file or an archive
   * @throws InputException when a product knows the name and cannot use the file
   */
  public Optional<Identified> identify(String path) {
    String fileName = ProductBytes.fileName(path);
    for (SoilMoistureProduct product : products) {
      Optional<FileIdentity> identity;
      try {
        identity = product.identify(fileName);
      } catch (InputException e) {
        throw new InputException(path, e.place(), e.problem(), e.remedy(), e);
      }
      if (identity.isPresent()) {
        return Optional.of(new Identified(product, identity.get()));
      }
    }
    return Optional.empty();
  }

  /** Whether the file accompanies a product's files without holding retrievals. */
  public boolean isCompanion(String path) {
    String fileName = ProductBytes.fileName(path);
    return products.stream().anyMatch(product -> product.isCompanion(fileName));
  }
}
