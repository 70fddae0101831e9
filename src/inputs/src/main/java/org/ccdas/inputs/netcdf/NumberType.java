package org.ccdas.inputs.netcdf;

import java.util.Optional;

/** What kind of numbers a file stores in a variable or an attribute. */
public enum NumberType {
  BYTE(1, "b"),
  SHORT(2, "s"),
  INT(4, "i"),
  LONG(8, "ll"),
  UBYTE(1, "ub"),
  USHORT(2, "us"),
  UINT(4, "u"),
  ULONG(8, "ull"),
  FLOAT(4, "f"),
  DOUBLE(8, "d"),
  /** Characters or strings, and whatever else is no number. */
  TEXT(1, "c");

  private final int bytes;
  private final String letters;

  NumberType(int bytes, String letters) {
    this.bytes = bytes;
    this.letters = letters;
  }

  /** Bytes of an element. */
  public int bytes() {
    return bytes;
  }

  /** The name of the type in the options of {@code ncatted}. */
  String ncatted() {
    return letters;
  }

  /** Whether it is no number. */
  public boolean isText() {
    return this == TEXT;
  }

  boolean isFloating() {
    return this == FLOAT || this == DOUBLE;
  }

  boolean isUnsigned() {
    return this == UBYTE || this == USHORT || this == UINT || this == ULONG;
  }

  /** The type of the same bits without a sign. */
  NumberType unsigned() {
    return switch (this) {
      case BYTE -> UBYTE;
      case SHORT -> USHORT;
      case INT -> UINT;
      case LONG -> ULONG;
      default -> this;
    };
  }

  /** This type, or that without a sign where the attribute {@code _Unsigned} is "true" or 1. */
  NumberType signedAs(Optional<FileAttribute> unsigned) {
    String said = unsigned.flatMap(FileAttribute::written).orElse("").strip();
    return said.equalsIgnoreCase("true") || said.equals("1") ? unsigned() : this;
  }

  /** How many whole numbers the type has: 2 to the power of its bits. */
  double count() {
    return Math.scalb(1.0, 8 * bytes);
  }

  /** Least whole number of the type. */
  double least() {
    return isUnsigned() ? 0 : -count() / 2;
  }

  /** Greatest whole number of the type. */
  double greatest() {
    return (isUnsigned() ? count() : count() / 2) - 1;
  }

  /**
   * What the NetCDF library leaves where nothing was written and {@code _FillValue} says nothing;
   * NaN for types of one byte, all of whose numbers are values.
   */
  double defaultFill() {
    return switch (this) {
      case SHORT -> -32767;
      case INT -> -2147483647;
      case LONG -> -9223372036854775806d;
      case USHORT -> 65535;
      case UINT -> 4294967295d;
      case ULONG -> 18446744073709551614d;
      case FLOAT, DOUBLE -> 9.969209968386869e36;
      default -> Double.NaN;
    };
  }
}
