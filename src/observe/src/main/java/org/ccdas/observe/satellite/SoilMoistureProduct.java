package org.ccdas.observe.satellite;

import java.util.Optional;
import java.util.Set;
import org.ccdas.inputs.InputException;

/**
 * A satellite product of surface soil moisture: how its files are recognised, read and screened.
 * Implementations are found through {@link java.util.ServiceLoader}: a jar on the classpath names
 * them in {@code META-INF/services/org.ccdas.observe.satellite.SoilMoistureProduct}. They have a
 * public constructor without arguments, keep no state and are safe to use from many threads.
 */
public interface SoilMoistureProduct {
  /** A short unique name, such as {@code smos-catds-l3}; used in files and options. */
  String name();

  /**
   * What a file of this name holds; empty when the name is not one of this product. Neither the
   * content is looked at nor the folder.
   *
   * @param fileName last part of the path, of a plain file or an archive
   * @throws InputException when the name is one of this product but of a file that cannot be used,
   *     such as a monthly mean
   */
  Optional<FileIdentity> identify(String fileName);

  /**
   * Whether a file of this name accompanies files of this product without holding retrievals (a
   * header, a checksum). Such files are counted and not read.
   */
  default boolean isCompanion(String fileName) {
    return false;
  }

  /** The criteria that retrievals of this product must meet unless the user says otherwise. */
  Screening screening();

  /**
   * Reads a file. Units, packing and row order follow from its attributes and coordinates.
   *
   * @param file content; plain, archives have been opened
   * @param identity what {@link #identify} made of the file's name
   * @param layers names of the {@link Layer}s that screening wants, besides soil moisture and its
   *     standard error; those that the file does not have are left out
   * @throws InputException when the content is damaged, of another kind, grid or day
   */
  Retrievals read(ProductBytes file, FileIdentity identity, Set<String> layers);
}
