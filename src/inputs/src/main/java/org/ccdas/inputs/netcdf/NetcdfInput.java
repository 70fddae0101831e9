package org.ccdas.inputs.netcdf;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.ccdas.inputs.InputException;
import org.ccdas.inputs.file.LocalCopy;
import org.ccdas.inputs.file.Location;
import org.ccdas.inputs.file.StoredFiles;

/**
 * An open NetCDF file: NetCDF-3 classic, 64-bit offset and 64-bit data, NetCDF-4; on disk, or in
 * memory. A file that is elsewhere is copied first. Every failure is an {@link InputException} that
 * names the file. Not thread-safe: open the file once a thread; nothing is cached between openings
 * but the copy.
 *
 * <p>Two decoders read NetCDF-4: NetCDF-Java files on disk, of which it reads sections, and {@link
 * Hdf5File} whole fields in memory, as satellite products are read. What the numbers mean is
 * decided in {@link NetcdfVariable} for all of them.
 *
 * <pre>{@code
 * try (NetcdfInput input = NetcdfInput.open(location)) {
 *   double[] kelvin = input.variable("tas").in("K").read();
 * }
 * }</pre>
 */
public final class NetcdfInput implements AutoCloseable {
  private static final byte[] HDF5 = {(byte) 0x89, 'H', 'D', 'F', '\r', '\n', 0x1a, '\n'};

  private final String file;
  private final StoredFile stored;
  private final AutoCloseable copy;

  private NetcdfInput(String file, StoredFile stored, AutoCloseable copy) {
    this.file = file;
    this.stored = stored;
    this.copy = copy;
  }

  /** Opens a file. */
  public static NetcdfInput open(Location location) {
    String file = location.toString();
    LocalCopy copy;
    try {
      copy = StoredFiles.localCopy(location);
    } catch (NoSuchFileException e) {
      throw missing(file);
    } catch (IOException e) {
      throw new InputException(
          file, "", "cannot be copied: " + e.getMessage(), "Check the disk for temporary files", e);
    }
    try {
      Path path = copy.path();
      if (!Files.isRegularFile(path)) {
        throw missing(file);
      }
      return new NetcdfInput(
          file,
          opened(
              file,
              first(file, path),
              () -> ClassicFile.of(ClassicBytes.of(path)),
              () -> LibraryFile.of(file, path)),
          copy);
    } catch (RuntimeException e) {
      copy.close();
      throw e;
    }
  }

  /**
   * Opens a file in memory; whole fields are read from it.
   *
   * @param file path as the user knows it
   * @param bytes the whole content; not copied
   */
  public static NetcdfInput open(String file, byte[] bytes) {
    return new NetcdfInput(
        file,
        opened(
            file,
            Arrays.copyOf(bytes, Math.min(bytes.length, HDF5.length)),
            () -> ClassicFile.of(ClassicBytes.of(bytes)),
            () -> Hdf5File.of(bytes)),
        () -> {});
  }

  /**
   * The content of another format, read through the same variables.
   *
   * @param file path as the user knows it
   */
  public static NetcdfInput of(String file, StoredFile stored) {
    return new NetcdfInput(file, stored, () -> {});
  }

  private static InputException missing(String file) {
    return new InputException(
        file, "", "there is no such file", "Check the path in the configuration");
  }

  private static byte[] first(String file, Path path) {
    try (InputStream in = Files.newInputStream(path)) {
      return in.readNBytes(HDF5.length);
    } catch (IOException e) {
      throw new InputException(
          file, "", "cannot be opened: " + e.getMessage(), "Check its permissions", e);
    }
  }

  private interface Opening {
    StoredFile open() throws IOException;
  }

  private static StoredFile opened(String file, byte[] first, Opening classic, Opening hdf5) {
    if (first.length == 0) {
      throw new InputException(
          file, "", "is not a complete NetCDF file: it is empty", "Get the file again");
    }
    boolean isHdf5 = Arrays.equals(first, HDF5);
    if (first.length == HDF5.length && !isHdf5 && !isClassic(first)) {
      throw new InputException(
          file,
          "",
          "is not a NetCDF file: it begins neither as NetCDF-3 nor as NetCDF-4 does",
          "Check that it is NetCDF");
    }
    try {
      return isHdf5 ? hdf5.open() : classic.open();
    } catch (IOException
        | RuntimeException
        | LinkageError
        | StackOverflowError
        | OutOfMemoryError e) {
      // A linkage error means that the library took the bytes for one of its optional formats; the
      // last two that a damaged NetCDF-4 file refers to itself, or asks for an impossible array.
      // An end of file inside the header comes without a message.
      String reason = e.getMessage() == null ? "it ends too early" : e.getMessage();
      throw new InputException(
          file,
          "",
          "is not a complete NetCDF file: " + reason,
          "Get the file again, or check that it is NetCDF",
          e);
    }
  }

  private static boolean isClassic(byte[] first) {
    return first.length >= 4
        && first[0] == 'C'
        && first[1] == 'D'
        && first[2] == 'F'
        && (first[3] == 1 || first[3] == 2 || first[3] == 5);
  }

  /** Path as it was given. */
  public String file() {
    return file;
  }

  /** Names of the variables, in alphabetic order. */
  public List<String> variableNames() {
    return stored.variableNames();
  }

  /** The variable of this name, or nothing. */
  public Optional<NetcdfVariable> find(String name) {
    return guarded("variable " + name, () -> stored.find(name))
        .map(variable -> new NetcdfVariable(file, variable));
  }

  /**
   * The variable of this name.
   *
   * @throws InputException naming the variables that exist
   */
  public NetcdfVariable variable(String name) {
    return find(name).orElseThrow(() -> noVariable(name));
  }

  private InputException noVariable(String name) {
    List<Integer> filters = guarded("variable " + name, () -> stored.filtersOfMissing(name));
    return filters.isEmpty()
        ? new InputException(
            file,
            "variable " + name,
            "there is no variable " + name,
            "The file has " + String.join(", ", variableNames()))
        : Hdf5Filters.refusal(file, name, filters, null);
  }

  /** Text of a global attribute; numbers are written out. */
  public Optional<String> attribute(String name) {
    return guarded("attribute " + name, () -> stored.attribute(name))
        .flatMap(FileAttribute::written);
  }

  private <T> T guarded(String place, Supplier<T> read) {
    try {
      return read.get();
    } catch (InputException e) {
      throw e;
    } catch (RuntimeException | StackOverflowError e) {
      throw new InputException(
          file, place, "cannot be read", "The file is damaged; get it again", e);
    }
  }

  /**
   * The times of a time coordinate, decoded by its units and calendar.
   *
   * @throws InputException when there is no such variable or its calendar or units are not read
   */
  public TimeAxis time(String name) {
    return variable(name).times();
  }

  @Override
  public void close() {
    try (copy) {
      stored.close();
    } catch (Exception e) {
      throw new InputException(file, "", "cannot be closed", "Check the disk", e);
    }
  }
}
