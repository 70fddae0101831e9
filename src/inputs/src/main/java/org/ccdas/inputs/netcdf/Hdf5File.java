package org.ccdas.inputs.netcdf;

import io.jhdf.HdfFile;
import io.jhdf.api.Attribute;
import io.jhdf.api.Dataset;
import io.jhdf.api.Node;
import java.lang.reflect.Array;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.ccdas.inputs.InputException;

/** NetCDF-4: the root group of an HDF5 file, through jHDF. */
final class Hdf5File extends PackedFile {
  private final HdfFile hdf;
  private final Map<String, Node> children;

  private Hdf5File(String file, HdfFile hdf, Map<String, Node> children) {
    super(file);
    this.hdf = hdf;
    this.children = children;
  }

  static Hdf5File of(String file, byte[] bytes) {
    try {
      HdfFile hdf = HdfFile.fromBytes(bytes);
      return new Hdf5File(file, hdf, hdf.getChildren());
    } catch (RuntimeException | StackOverflowError e) {
      // A damaged file may also refer to itself.
      throw incomplete(file, e);
    }
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
  public Optional<PackedVariable> find(String name) {
    try {
      return children.get(name) instanceof Dataset dataset
          ? Optional.of(new PackedVariable(file(), new Field(dataset)))
          : Optional.empty();
    } catch (RuntimeException | StackOverflowError e) {
      throw new InputException(
          file(), "variable " + name, "cannot be read", "The file is damaged; get it again", e);
    }
  }

  @Override
  public Optional<String> attribute(String name) {
    return guarded(() -> text(hdf.getAttribute(name)), name);
  }

  private <T> T guarded(java.util.function.Supplier<T> read, String place) {
    try {
      return read.get();
    } catch (RuntimeException | StackOverflowError e) {
      throw new InputException(
          file(), "attribute " + place, "cannot be read", "The file is damaged; get it again", e);
    }
  }

  @Override
  public void close() {
    hdf.close();
  }

  private static Optional<String> text(Attribute attribute) {
    if (attribute == null || attribute.isEmpty() || attribute.getJavaType() != String.class) {
      return Optional.empty();
    }
    Object data = attribute.getData();
    if (data instanceof String[] texts) {
      return texts.length == 0 ? Optional.empty() : Optional.of(texts[0]);
    }
    return data instanceof String text ? Optional.of(text) : Optional.empty();
  }

  private static double[] numbers(Attribute attribute) {
    if (attribute == null || attribute.isEmpty() || attribute.getJavaType() == String.class) {
      return new double[0];
    }
    Object data = attribute.getData();
    if (data instanceof Number number) {
      return new double[] {number.doubleValue()};
    }
    if (data == null || !data.getClass().isArray()) {
      return new double[0];
    }
    double[] numbers = new double[Array.getLength(data)];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = ((Number) Array.get(data, i)).doubleValue();
    }
    return numbers;
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
      return guarded(dataset::getDimensions, name());
    }

    @Override
    public Optional<String> text(String attribute) {
      return guarded(() -> Hdf5File.text(dataset.getAttribute(attribute)), name());
    }

    @Override
    public double[] numbers(String attribute) {
      return guarded(() -> Hdf5File.numbers(dataset.getAttribute(attribute)), name());
    }

    @Override
    public boolean unsigned() {
      return Hdf5Chunks.unsigned(dataset)
          || text("_Unsigned").orElse("").toLowerCase(Locale.ROOT).equals("true");
    }

    @Override
    public Object read() throws java.io.IOException {
      try {
        return Hdf5Chunks.read(dataset);
      } catch (StackOverflowError e) {
        throw new java.io.IOException("it refers to itself", e);
      }
    }
  }
}
