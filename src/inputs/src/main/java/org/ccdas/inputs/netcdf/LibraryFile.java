package org.ccdas.inputs.netcdf;

import io.jhdf.HdfFile;
import io.jhdf.api.Dataset;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import ucar.ma2.Array;
import ucar.ma2.ArrayChar;
import ucar.ma2.DataType;
import ucar.ma2.InvalidRangeException;
import ucar.nc2.Attribute;
import ucar.nc2.NetcdfFile;
import ucar.nc2.Variable;
import ucar.unidata.io.RandomAccessFile;

/** A NetCDF-4 file on disk, through NetCDF-Java, which reads sections without the rest. */
final class LibraryFile implements StoredFile {
  private final Path path;
  private final NetcdfFile netcdf;

  private LibraryFile(Path path, NetcdfFile netcdf) {
    this.path = path;
    this.netcdf = netcdf;
  }

  /**
   * Opens a local file.
   *
   * @throws IOException or any unchecked exception or error when it is damaged
   */
  static LibraryFile of(String name, Path path) throws IOException {
    RandomAccessFile bytes = new RandomAccessFile(path.toAbsolutePath().toString(), "r");
    try {
      // By the open file, since the library would unpack a name ending in .gz beside it.
      NetcdfFile netcdf = NetcdfFile.open(bytes, name, null, null);
      String type = netcdf.getFileTypeId().toLowerCase(Locale.ROOT);
      if (!List.of("netcdf-4", "hdf5", "netcdf4").contains(type)) {
        throw new IOException("the file is of type " + netcdf.getFileTypeId());
      }
      return new LibraryFile(path, netcdf);
    } catch (IOException | RuntimeException | Error e) {
      try {
        bytes.close();
      } catch (IOException closing) {
        e.addSuppressed(closing);
      }
      throw e;
    }
  }

  @Override
  public List<String> variableNames() {
    return netcdf.getVariables().stream().map(Variable::getFullName).sorted().toList();
  }

  @Override
  public Optional<StoredField> find(String name) {
    return Optional.ofNullable(netcdf.findVariable(NetcdfFile.makeValidPathName(name)))
        .map(Field::new);
  }

  /** From the other library: this one leaves variables out whose filter it does not know. */
  @Override
  public List<Integer> filtersOfMissing(String name) {
    return unreadFilters(name);
  }

  private List<Integer> unreadFilters(String name) {
    try (HdfFile hdf = new HdfFile(path)) {
      return hdf.getByPath(name) instanceof Dataset dataset
          ? Hdf5Filters.unread(dataset)
          : List.of();
    } catch (RuntimeException e) {
      // there is none, or the other library cannot read the file either, which is told
      return List.of();
    }
  }

  @Override
  public Optional<FileAttribute> attribute(String name) {
    return of(netcdf.findGlobalAttributeIgnoreCase(name));
  }

  @Override
  public void close() throws IOException {
    netcdf.close();
  }

  private static Optional<FileAttribute> of(Attribute attribute) {
    if (attribute == null || attribute.getLength() == 0) {
      return Optional.empty();
    }
    if (attribute.isString()) {
      return Optional.of(FileAttribute.text(attribute.getStringValue()));
    }
    double[] numbers = new double[attribute.getLength()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = attribute.getNumericValue(i).doubleValue();
    }
    return Optional.of(
        FileAttribute.numbers(type(attribute.getDataType(), attribute.isUnsigned()), numbers));
  }

  private static NumberType type(DataType type, boolean unsigned) {
    NumberType signed =
        switch (type) {
          case BYTE -> NumberType.BYTE;
          case SHORT -> NumberType.SHORT;
          case INT -> NumberType.INT;
          case LONG -> NumberType.LONG;
          case FLOAT -> NumberType.FLOAT;
          case DOUBLE -> NumberType.DOUBLE;
          default -> NumberType.TEXT;
        };
    return unsigned ? signed.unsigned() : signed;
  }

  private final class Field implements StoredField {
    private final Variable variable;

    Field(Variable variable) {
      this.variable = variable;
      Attribute unsigned = variable.findAttributeIgnoreCase("_Unsigned");
      if (unsigned != null && !unsigned.isString() && unsigned.getLength() > 0) {
        // the library fails where it is a number
        String text = unsigned.getNumericValue().intValue() == 1 ? "true" : "false";
        variable.addAttribute(new Attribute(unsigned.getShortName(), text));
      }
    }

    @Override
    public String name() {
      return variable.getFullName();
    }

    @Override
    public int[] shape() {
      return variable.getShape();
    }

    @Override
    public List<String> dimensions() {
      return variable.getDimensions().stream().map(d -> String.valueOf(d.getShortName())).toList();
    }

    @Override
    public NumberType type() {
      // this library tells of numbers without sign by that attribute, too
      return LibraryFile.type(variable.getDataType(), false).signedAs(attribute("_Unsigned"));
    }

    @Override
    public Optional<FileAttribute> attribute(String name) {
      boolean invented =
          name.equals("_FillValue") && type().bytes() == 1 && !isDeclared("_FillValue");
      return invented ? Optional.empty() : LibraryFile.of(variable.findAttributeIgnoreCase(name));
    }

    /**
     * Whether an attribute is in the file: this library makes {@code _FillValue} of what HDF5 fills
     * with, which for numbers of one byte is 255 or -127 and may be a value.
     */
    private boolean isDeclared(String name) {
      try (HdfFile hdf = new HdfFile(path)) {
        return hdf.getByPath(variable.getFullName()).getAttribute(name) != null;
      } catch (RuntimeException e) {
        // what the other library cannot read is as this one has it
        return true;
      }
    }

    @Override
    public Object read(int[] origin, int[] shape) throws IOException {
      return section(origin, shape).get1DJavaArray(variable.getDataType().getPrimitiveClassType());
    }

    private Array section(int[] origin, int[] shape) throws IOException {
      try {
        return variable.read(origin, shape);
      } catch (InvalidRangeException e) {
        throw new IOException(e);
      }
    }

    @Override
    public List<String> texts() throws IOException {
      Array array = section(new int[variable.getRank()], variable.getShape());
      List<String> texts = new ArrayList<>();
      if (array instanceof ArrayChar characters) {
        ArrayChar.StringIterator strings = characters.getStringIterator();
        while (strings.hasNext()) {
          byte[] bytes = strings.next().getBytes(StandardCharsets.ISO_8859_1);
          texts.add(FileAttribute.decode(bytes).stripTrailing());
        }
      } else {
        for (int i = 0; i < array.getSize(); i++) {
          texts.add(String.valueOf(array.getObject(i)));
        }
      }
      return texts;
    }

    /** From the other library, since this one does not tell. */
    @Override
    public List<Integer> unreadFilters() {
      return LibraryFile.this.unreadFilters(variable.getFullName());
    }
  }
}
