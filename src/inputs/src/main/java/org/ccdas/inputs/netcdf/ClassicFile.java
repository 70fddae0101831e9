package org.ccdas.inputs.netcdf;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.ccdas.inputs.InputException;
import ucar.ma2.DataType;
import ucar.nc2.Attribute;
import ucar.nc2.NetcdfFile;
import ucar.nc2.Variable;
import ucar.nc2.iosp.netcdf3.N3header;

/** NetCDF-3, classic or with 64-bit offsets, through NetCDF-Java. */
final class ClassicFile extends PackedFile {
  static {
    // Else a cut NetCDF-3 file reads as zeros beyond its end.
    N3header.disallowFileTruncation = true;
  }

  private final NetcdfFile netcdf;

  private ClassicFile(String file, NetcdfFile netcdf) {
    super(file);
    this.netcdf = netcdf;
  }

  static ClassicFile of(String file, byte[] bytes) {
    try {
      ClassicHeader.check(bytes);
      return new ClassicFile(file, NetcdfFile.openInMemory(file, bytes));
    } catch (IOException | RuntimeException e) {
      throw incomplete(file, e);
    }
  }

  @Override
  public List<String> variableNames() {
    return netcdf.getVariables().stream().map(Variable::getFullName).sorted().toList();
  }

  @Override
  public Optional<PackedVariable> find(String name) {
    Variable variable = netcdf.findVariable(NetcdfFile.makeValidPathName(name));
    return variable == null
        ? Optional.empty()
        : Optional.of(new PackedVariable(file(), new Field(variable)));
  }

  @Override
  public Optional<String> attribute(String name) {
    return text(netcdf.findGlobalAttributeIgnoreCase(name));
  }

  private static Optional<String> text(Attribute attribute) {
    return attribute == null || !attribute.isString() || attribute.getLength() == 0
        ? Optional.empty()
        : Optional.of(attribute.getStringValue());
  }

  @Override
  public void close() {
    try {
      netcdf.close();
    } catch (IOException e) {
      throw new InputException(file(), "", "cannot be closed", "Report this", e);
    }
  }

  private record Field(Variable variable) implements StoredField {
    @Override
    public String name() {
      return variable.getFullName();
    }

    @Override
    public int[] shape() {
      return variable.getShape();
    }

    @Override
    public Optional<String> text(String attribute) {
      return ClassicFile.text(variable.findAttributeIgnoreCase(attribute));
    }

    @Override
    public double[] numbers(String name) {
      Attribute attribute = variable.findAttributeIgnoreCase(name);
      if (attribute == null || attribute.isString()) {
        return new double[0];
      }
      double[] numbers = new double[attribute.getLength()];
      for (int i = 0; i < numbers.length; i++) {
        numbers[i] = attribute.getNumericValue(i).doubleValue();
      }
      return numbers;
    }

    @Override
    public boolean unsigned() {
      return text("_Unsigned").orElse("").toLowerCase(Locale.ROOT).equals("true");
    }

    @Override
    public Object read() throws IOException {
      if (variable.getDataType() == DataType.CHAR) {
        throw new IOException("it holds text");
      }
      return variable.read().get1DJavaArray(variable.getDataType().getPrimitiveClassType());
    }
  }
}
