package org.ccdas.inputs.netcdf;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.ccdas.inputs.InputException;
import org.ccdas.inputs.file.LocalCopy;
import org.ccdas.inputs.file.Location;
import org.ccdas.inputs.file.StoredFiles;
import ucar.nc2.Attribute;
import ucar.nc2.NetcdfFile;
import ucar.nc2.Variable;
import ucar.nc2.iosp.netcdf3.N3header;
import ucar.unidata.io.RandomAccessFile;

/**
 * An open NetCDF file: NetCDF-3 classic and 64-bit offset, NetCDF-4. The library reads local files
 * only, so one that is elsewhere is copied first. Every failure is an {@link InputException} that
 * names the file. Not thread-safe: open the file once a thread; nothing is cached between openings
 * but the copy.
 */
public final class NetcdfInput implements AutoCloseable {
  private static final Set<String> TYPES = Set.of("netcdf", "netcdf-4", "hdf5", "netcdf4");

  static {
    // Else a cut NetCDF-3 file reads as zeros beyond its end.
    N3header.disallowFileTruncation = true;
  }

  private final String file;
  private final NetcdfFile netcdf;
  private final LocalCopy copy;

  private NetcdfInput(String file, NetcdfFile netcdf, LocalCopy copy) {
    this.file = file;
    this.netcdf = netcdf;
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
      return open(file, copy);
    } catch (RuntimeException e) {
      copy.close();
      throw e;
    }
  }

  private static InputException missing(String file) {
    return new InputException(
        file, "", "there is no such file", "Check the path in the configuration");
  }

  private static NetcdfInput open(String file, LocalCopy copy) {
    Path path = copy.path();
    if (!Files.isRegularFile(path)) {
      throw missing(file);
    }
    RandomAccessFile bytes;
    try {
      ClassicHeader.check(path);
    } catch (IOException e) {
      throw incomplete(file, e);
    }
    try {
      bytes = new RandomAccessFile(path.toAbsolutePath().toString(), "r");
    } catch (IOException e) {
      throw new InputException(
          file, "", "cannot be opened: " + e.getMessage(), "Check its permissions", e);
    }
    try {
      // By the open file, since the library would unpack a name ending in .gz beside it.
      NetcdfFile netcdf = NetcdfFile.open(bytes, file, null, null);
      if (!TYPES.contains(netcdf.getFileTypeId().toLowerCase(Locale.ROOT))) {
        throw new IOException("the file is of type " + netcdf.getFileTypeId());
      }
      return new NetcdfInput(file, netcdf, copy);
    } catch (IOException
        | RuntimeException
        | LinkageError
        | StackOverflowError
        | OutOfMemoryError e) {
      // A linkage error means that the library took the bytes for one of its optional formats; the
      // last two that a damaged NetCDF-4 file refers to itself, or asks for an impossible array.
      InputException problem = incomplete(file, e);
      try {
        bytes.close();
      } catch (IOException closing) {
        problem.addSuppressed(closing);
      }
      throw problem;
    }
  }

  private static InputException incomplete(String file, Throwable failure) {
    // An end of file inside the header comes without a message.
    String reason = failure.getMessage() == null ? "it ends too early" : failure.getMessage();
    return new InputException(
        file,
        "",
        "is not a complete NetCDF file: " + reason,
        "Get the file again, or check that it is NetCDF",
        failure);
  }

  /** Path as it was given. */
  public String file() {
    return file;
  }

  /** Names of the variables. */
  public List<String> variableNames() {
    return netcdf.getVariables().stream().map(Variable::getFullName).sorted().toList();
  }

  /** The variable of this name, or nothing. */
  public Optional<NetcdfVariable> find(String name) {
    return Optional.ofNullable(netcdf.findVariable(NetcdfFile.makeValidPathName(name)))
        .map(variable -> new NetcdfVariable(file, variable));
  }

  /**
   * The variable of this name.
   *
   * @throws InputException naming the variables that exist
   */
  public NetcdfVariable variable(String name) {
    return find(name)
        .orElseThrow(
            () ->
                new InputException(
                    file,
                    "variable " + name,
                    "there is no variable " + name,
                    "The file has " + String.join(", ", variableNames())));
  }

  /** Text of a global attribute. */
  public Optional<String> attribute(String name) {
    Attribute attribute = netcdf.findGlobalAttributeIgnoreCase(name);
    if (attribute == null || attribute.getLength() == 0) {
      return Optional.empty();
    }
    return Optional.of(
        attribute.isString()
            ? attribute.getStringValue()
            : String.valueOf(attribute.getNumericValue()));
  }

  /**
   * The times of a time coordinate, decoded by its units and calendar.
   *
   * @throws InputException when there is no such variable or its calendar or units are not read
   */
  public TimeAxis time(String name) {
    NetcdfVariable variable = variable(name);
    String units =
        variable
            .attribute("units")
            .orElseThrow(
                () -> variable.problem("has no units", "Give times as 'days since ...'", null));
    try {
      return TimeAxis.decode(units, variable.attribute("calendar").orElse(""), variable.read());
    } catch (IllegalArgumentException e) {
      throw variable.problem(
          "is not read: " + e.getMessage(),
          "Convert the times, for example with cdo setcalendar or settaxis",
          e);
    }
  }

  @Override
  public void close() {
    try {
      netcdf.close();
    } catch (IOException e) {
      throw new InputException(file, "", "cannot be closed", "Check the disk", e);
    } finally {
      copy.close();
    }
  }
}
