package org.ccdas.inputs.netcdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ccdas.inputs.InputException;
import org.junit.jupiter.api.Test;

/** What the attributes of a variable make of its stored numbers. */
class MissingValuesTest {
  private static final double GONE = Double.NaN;
  private static final FileAttribute CENTI = real(0.01);

  /** A variable with attributes. */
  private record Field(NumberType type, Object numbers, Map<String, FileAttribute> attributes)
      implements StoredField {
    Field with(String name, FileAttribute attribute) {
      Map<String, FileAttribute> more = new LinkedHashMap<>(attributes);
      more.put(name, attribute);
      return new Field(type, numbers, more);
    }

    @Override
    public String name() {
      return "v";
    }

    @Override
    public int[] shape() {
      return new int[] {java.lang.reflect.Array.getLength(numbers)};
    }

    @Override
    public List<String> dimensions() {
      return List.of("x");
    }

    @Override
    public Optional<FileAttribute> attribute(String name) {
      return Optional.ofNullable(attributes.get(name));
    }

    @Override
    public Object read(int[] origin, int[] shape) {
      return numbers;
    }

    @Override
    public List<String> texts() throws IOException {
      throw new IOException("numbers");
    }
  }

  private static Field shorts(int... numbers) {
    short[] stored = new short[numbers.length];
    for (int i = 0; i < stored.length; i++) {
      stored[i] = (short) numbers[i];
    }
    return new Field(NumberType.SHORT, stored, Map.of());
  }

  private static Field unsigned(int... numbers) {
    return new Field(NumberType.USHORT, shorts(numbers).numbers(), Map.of());
  }

  private static Field floats(float... numbers) {
    return new Field(NumberType.FLOAT, numbers, Map.of());
  }

  private static Field doubles(double... numbers) {
    return new Field(NumberType.DOUBLE, numbers, Map.of());
  }

  private static FileAttribute real(double... numbers) {
    return FileAttribute.numbers(NumberType.DOUBLE, numbers);
  }

  private static FileAttribute single(double... numbers) {
    return FileAttribute.numbers(NumberType.FLOAT, numbers);
  }

  private static FileAttribute whole(double... numbers) {
    return FileAttribute.numbers(NumberType.SHORT, numbers);
  }

  private static FileAttribute text(String text) {
    return FileAttribute.text(text);
  }

  private static NetcdfVariable variable(Field field) {
    return new NetcdfVariable("f.nc", field);
  }

  private static void gives(Field field, double... expected) {
    double[] read = variable(field).read();
    float[] floats = variable(field).floats();
    assertThat(read).hasSameSizeAs(expected);
    for (int i = 0; i < expected.length; i++) {
      assertThat(read[i]).isCloseTo(expected[i], org.assertj.core.data.Offset.offset(1e-9));
      assertThat(floats[i]).isEqualTo(Float.valueOf((float) read[i]));
    }
  }

  @Test
  void severalMarkersAndTheDefault() {
    gives(
        shorts(1, -9999, -999, -32767).with("missing_value", whole(-9999, -999)),
        1,
        GONE,
        GONE,
        GONE);
    // a fill value of one's own takes the place of the default
    gives(shorts(1, -9999, -32767).with("_FillValue", whole(-9999)), 1, GONE, -32767);
    gives(floats(1, 9.96921e36f, Float.NaN), 1, GONE, GONE);
    gives(
        new Field(NumberType.LONG, new long[] {1, Long.MIN_VALUE, Long.MIN_VALUE + 2}, Map.of()),
        1,
        GONE,
        GONE);
    gives(new Field(NumberType.BYTE, new byte[] {1, -127, -128}, Map.of()), 1, -127, -128);
  }

  @Test
  void markersAsText() {
    gives(floats(-999, 3).with("missing_value", text("-999.")), GONE, 3);
    gives(doubles(-999, -888, 3).with("missing_value", text("-999, -888")), GONE, GONE, 3);
    gives(floats(-999, 3).with("missing_value", text(" ")), -999, 3);
    assertThatThrownBy(() -> variable(floats(3).with("missing_value", text("none"))).read())
        .isInstanceOf(InputException.class)
        .hasMessageContaining("variable v, attribute missing_value")
        .hasMessageContaining("'none'")
        .hasMessageContaining("ncatted");
  }

  @Test
  void markersOfAnotherTypeThanPackedNumbers() {
    // NaN is no short; 0 stays the value that it is
    gives(
        shorts(0, 5).with("scale_factor", CENTI).with("missing_value", single(Double.NaN)),
        0,
        0.05);
    // -99.99 degC is stored as -9999
    gives(
        shorts(-9999, -99).with("scale_factor", CENTI).with("missing_value", single(-99.99)),
        GONE,
        -0.99);
    // -99 degC is stored as -9900; beside a fill value the stored -99 is -0.99 degC
    Field filled = shorts(-9900, -99, -1).with("scale_factor", CENTI).with("_FillValue", whole(-1));
    gives(filled.with("missing_value", real(-99)), GONE, -0.99, GONE);
    gives(filled.with("missing_value", text("-99")), GONE, -0.99, GONE);
    // without one either may be meant
    gives(
        shorts(-9900, -99, -98).with("scale_factor", CENTI).with("missing_value", real(-99)),
        GONE,
        GONE,
        -0.98);
    // the packing cannot hold -999 degC: the stored number is meant, unless there is a fill value
    gives(
        shorts(-999, -99).with("scale_factor", CENTI).with("missing_value", real(-999)),
        GONE,
        -0.99);
    gives(
        shorts(-999, -99)
            .with("scale_factor", CENTI)
            .with("_FillValue", whole(-32768))
            .with("missing_value", real(-999)),
        -9.99,
        -0.99);
    // nor 1e20, in no way
    gives(
        shorts(-1, 0, 32767).with("scale_factor", CENTI).with("missing_value", single(1e20)),
        -0.01,
        0,
        327.67);
    // a whole marker that no short is
    gives(
        shorts(0, -9999)
            .with("scale_factor", real(10))
            .with("missing_value", FileAttribute.numbers(NumberType.INT, new double[] {-99990})),
        0,
        GONE);
  }

  @Test
  void numbersWithoutSign() {
    gives(
        unsigned(1, 40000, 65535).with("_FillValue", whole(-1)).with("scale_factor", CENTI),
        0.01,
        400,
        GONE);
    gives(
        unsigned(1, 40000, 65535)
            .with("_FillValue", FileAttribute.numbers(NumberType.USHORT, new double[] {65535})),
        1,
        40000,
        GONE);
    gives(unsigned(1, 65535), 1, GONE);
    gives(unsigned(1, 65000, 65534).with("valid_range", whole(0, -500)), 1, 65000, GONE);
  }

  @Test
  void markersOfAnotherPrecision() {
    gives(doubles(-999.9, 1e20, 1).with("missing_value", single(-999.9f, 1e20f)), GONE, GONE, 1);
    gives(floats(-999.9f, 1).with("missing_value", real(-999.9)), GONE, 1);
    // 0 as marker is 0 and no tiny number
    gives(doubles(0, 1e-60).with("missing_value", single(0)), GONE, 1e-60);
  }

  @Test
  void validRanges() {
    gives(floats(-99, 12, 60, 61).with("valid_range", single(-80, 60)), GONE, 12, 60, GONE);
    gives(floats(-99, 12, 61).with("valid_min", single(-80)), GONE, 12, 61);
    gives(floats(-99, 12, 61).with("valid_max", text("60")), -99, 12, GONE);
    // the bound in single precision is a little above the value
    gives(doubles(0.1, 0.7).with("valid_range", single(0.1f, 0.7f)), 0.1, 0.7);
  }

  @Test
  void validRangesOfPackedNumbers() {
    Field packed = shorts(-100, 0, 5000, 12000).with("scale_factor", CENTI);
    // whole bounds are stored numbers
    gives(packed.with("valid_range", whole(0, 5000)), GONE, 0, 50, GONE);
    // floating-point ones are physical, as ESA CCI has them
    gives(packed.with("valid_range", single(0, 50)), GONE, 0, 50, GONE);
    // but for those that no packed number could be
    gives(packed.with("valid_range", real(0, 5000)), GONE, 0, 50, GONE);
    // a range that bounds nothing
    gives(packed.with("valid_range", real(-1e30, 1e30)), -1, 0, 50, 120);
    // upside down by a negative scale
    gives(
        shorts(100, 0, -100).with("scale_factor", real(-0.01)).with("valid_range", real(-0.5, 2)),
        GONE,
        0,
        1);
  }

  @Test
  void rangesOfPositionsAreNotApplied() {
    gives(
        doubles(0, 270).with("units", text("degrees_east")).with("valid_range", real(-180, 180)),
        0,
        270);
    gives(
        doubles(0, 1e15)
            .with("units", text("nanoseconds since 2016-06-06"))
            .with("valid_range", real(16958, 16959)),
        0,
        1e15);
  }

  @Test
  void refusesWhatCannotBeUnderstood() {
    for (FileAttribute bounds : List.of(real(1), real(1, 0), real(0, 1, 2), text("0 to 1"))) {
      assertThatThrownBy(() -> variable(floats(3).with("valid_range", bounds)).read())
          .isInstanceOf(InputException.class)
          .hasMessageContaining("attribute valid_range");
    }
    assertThatThrownBy(() -> variable(shorts(3).with("scale_factor", real(0))).read())
        .isInstanceOf(InputException.class)
        .hasMessageContaining("attribute scale_factor: is 0");
    gives(shorts(3).with("scale_factor", text("0.5")), 1.5);
  }

  @Test
  void impossibleValuesNameTheMarkerToDeclare() {
    NetcdfVariable kelvin = variable(floats(-999).with("units", text("K"))).in("degC");
    assertThat(kelvin.impossible(kelvin.read()[0], "2010-01-01", "values are real"))
        .hasMessageContaining(
            "variable v, 2010-01-01: impossible value -1272.15 degC; values are real")
        .hasMessageContaining("ncatted -a missing_value,v,o,f,-999.0 FILE");
    NetcdfVariable packed = variable(shorts(-9999).with("scale_factor", CENTI));
    assertThat(packed.impossible(packed.read()[0], "there", "no"))
        .hasMessageContaining("ncatted -a missing_value,v,o,s,-9999 FILE");
  }
}
