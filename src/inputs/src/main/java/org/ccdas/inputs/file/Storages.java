package org.ccdas.inputs.file;

import java.util.List;
import java.util.ServiceLoader;
import java.util.TreeSet;
import org.ccdas.inputs.InputException;

/** Which storage a location belongs to. */
final class Storages {
  private static final Storage LOCAL = new LocalStorage();

  /** Loads the providers once, from beside the interface, where a cluster has them too. */
  private static final class Providers {
    static final List<Storage> ALL =
        ServiceLoader.load(Storage.class, Storage.class.getClassLoader()).stream()
            .map(ServiceLoader.Provider::get)
            .toList();
  }

  private Storages() {}

  /**
   * The storage of a location.
   *
   * @throws InputException when none serves its scheme
   */
  static Storage of(Location location) {
    if (location.isLocal()) {
      return LOCAL;
    }
    TreeSet<String> known = new TreeSet<>();
    for (Storage storage : Providers.ALL) {
      if (storage.schemes().contains(location.scheme())) {
        return storage;
      }
      known.addAll(storage.schemes());
    }
    throw new InputException(
        location.toString(),
        "",
        "files at " + location.scheme() + ":// cannot be reached",
        known.isEmpty()
            ? "Give a local path"
            : "Give a local path or an address with " + String.join("://, ", known) + "://");
  }
}
