package org.ccdas.inputs.netcdf;

import io.jhdf.HdfFile;
import io.jhdf.api.Attribute;
import io.jhdf.api.Dataset;
import io.jhdf.api.Node;
import io.jhdf.object.datatype.DataType;
import io.jhdf.object.datatype.FixedPoint;
import io.jhdf.object.datatype.FloatingPoint;
import java.io.IOException;
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * NetCDF-4 in memory: the root group of an HDF5 file, through jHDF, whose chunks {@link Hdf5Chunks}
 * decodes.
 */
final class Hdf5File implements StoredFile {
  private final HdfFile hdf;
  private final Map<String, Node> children;

  private Hdf5File(HdfFile hdf) {
    this.hdf = hdf;
    this.children = hdf.getChildren();
  }

  /**
   * Opens a file; a damaged one ends in any unchecked exception or a {@link StackOverflowError},
   * since it may refer to itself.
   */
  static Hdf5File of(byte[] bytes) {
    return new Hdf5File(HdfFile.fromBytes(bytes));
  }

  @Override
  public List<String> variableNames() {
    return children.entrySet().stream()
        .filter(entry -> entry.getValue() instanceof Dataset)
        .map(Map.Entry::getKey)
        .sorted()
        .toList();
  }

  @Override
  public Optional<StoredField> find(String name) {
    return children.get(name) instanceof Dataset dataset
        ? Optional.of(new Field(dataset))
        : Optional.empty();
  }

  @Override
  public Optional<FileAttribute> attribute(String name) {
    return attribute(hdf, name);
  }

  @Override
  public void close() {
    hdf.close();
  }

  private static Optional<FileAttribute> attribute(Node node, String name) {
    Attribute exact = node.getAttribute(name);
    Attribute found =
        exact != null
            ? exact
            : node.getAttributes().values().stream()
                .filter(attribute -> attribute.getName().equalsIgnoreCase(name))
                .findFirst()
                .orElse(null);
    if (found == null || found.isEmpty()) {
      return Optional.empty();
    }
    Object data = found.getData();
    if (found.getJavaType() == String.class) {
      Object text = data instanceof Object[] texts ? texts.length == 0 ? null : texts[0] : data;
      return text instanceof String written
          ? Optional.of(FileAttribute.text(written))
          : Optional.empty();
    }
    NumberType type = type(found.getDataType());
    if (type.isText() || data == null) {
      return Optional.empty();
    }
    double[] numbers = new double[data.getClass().isArray() ? Array.getLength(data) : 1];
    for (int i = 0; i < numbers.length; i++) {
      Object number = data.getClass().isArray() ? Array.get(data, i) : data;
      numbers[i] = ((Number) number).doubleValue();
    }
    return Optional.of(FileAttribute.numbers(type, numbers));
  }

  static NumberType type(DataType type) {
    int bytes = type.getSize();
    if (type instanceof FloatingPoint) {
      return bytes == 4 ? NumberType.FLOAT : bytes == 8 ? NumberType.DOUBLE : NumberType.TEXT;
    }
    if (type instanceof FixedPoint whole) {
      NumberType signed =
          switch (bytes) {
            case 1 -> NumberType.BYTE;
            case 2 -> NumberType.SHORT;
            case 4 -> NumberType.INT;
            case 8 -> NumberType.LONG;
            default -> NumberType.TEXT;
          };
      return whole.isSigned() ? signed : signed.unsigned();
    }
    return NumberType.TEXT;
  }

  private final class Field implements StoredField {
    private final Dataset dataset;

    Field(Dataset dataset) {
      this.dataset = dataset;
    }

    @Override
    public String name() {
      return dataset.getName();
    }

    @Override
    public int[] shape() {
      return dataset.getDimensions();
    }

    /**
     * By the dimension scales. Without them a variable of one dimension is its own, and others have
     * those of the only such variable of their length; where there are several, no name.
     */
    @Override
    public List<String> dimensions() {
      Attribute scales = dataset.getAttribute("DIMENSION_LIST");
      List<String> names = new ArrayList<>();
      for (int d = 0; d < shape().length; d++) {
        boolean referred =
            scales != null
                && scales.getData() instanceof Object[] lists
                && d < lists.length
                && lists[d] instanceof long[] addresses
                && addresses.length > 0;
        names.add(
            referred
                ? named(((long[]) ((Object[]) scales.getData())[d])[0])
                : shape().length == 1 ? name() : ofLength(shape()[d]));
      }
      return names;
    }

    private String ofLength(int length) {
      List<String> found =
          children.values().stream()
              .filter(node -> node instanceof Dataset)
              .map(Dataset.class::cast)
              .filter(d -> d.getDimensions().length == 1 && d.getDimensions()[0] == length)
              .map(Node::getName)
              .toList();
      return found.size() == 1 ? found.get(0) : "";
    }

    private String named(long address) {
      return children.values().stream()
          .filter(node -> node.getAddress() == address)
          .map(Node::getName)
          .findFirst()
          .orElse("");
    }

    @Override
    public NumberType type() {
      return Hdf5File.type(dataset.getDataType()).signedAs(attribute("_Unsigned"));
    }

    @Override
    public Optional<FileAttribute> attribute(String name) {
      return Hdf5File.attribute(dataset, name);
    }

    @Override
    public Object read(int[] origin, int[] shape) throws IOException {
      try {
        return Hdf5Chunks.read(dataset, fill(), origin, shape);
      } catch (StackOverflowError e) {
        throw new IOException("it refers to itself", e);
      }
    }

    /** What stands where nothing was written. */
    private double fill() {
      return dataset.getFillValue() instanceof Number number
          ? number.doubleValue()
          : attribute("_FillValue")
              .filter(attribute -> attribute.numbers().length == 1)
              .map(attribute -> attribute.numbers()[0])
              .orElse(type().defaultFill());
    }

    @Override
    public List<String> texts() {
      String[] all = texts(dataset.getDataFlat());
      int[] shape = shape();
      if (dataset.getDataType().getSize() != 1 || shape.length == 0) {
        return Arrays.stream(all).map(String::stripTrailing).toList();
      }
      // characters, whose last dimension is the length of the texts
      int length = shape[shape.length - 1];
      List<String> texts = new ArrayList<>();
      for (int i = 0; length > 0 && i < all.length; i += length) {
        texts.add(String.join("", Arrays.asList(all).subList(i, i + length)).stripTrailing());
      }
      return texts;
    }

    private static String[] texts(Object data) {
      return data instanceof String[] texts ? texts : new String[] {String.valueOf(data)};
    }

    @Override
    public List<Integer> unreadFilters() {
      return Hdf5Filters.unread(dataset);
    }
  }
}
