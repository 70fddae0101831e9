package org.ccdas.inputs.netcdf;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * An attribute of a file or variable: a text or numbers.
 *
 * @param type type of the numbers, or {@link NumberType#TEXT}
 * @param text the text; empty when the attribute is numbers
 * @param numbers the numbers; none when the attribute is text
 */
public record FileAttribute(NumberType type, String text, double[] numbers) {
  /** A text, without the zero bytes at its end. */
  public static FileAttribute text(String text) {
    int end = text.length();
    while (end > 0 && text.charAt(end - 1) == 0) {
      end--;
    }
    return new FileAttribute(NumberType.TEXT, text.substring(0, end), new double[0]);
  }

  /** Numbers of a type. */
  public static FileAttribute numbers(NumberType type, double[] numbers) {
    return new FileAttribute(type, "", numbers);
  }

  /** The text of bytes: UTF-8, or Latin-1 where they are none. */
  static String decode(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      return new String(bytes, StandardCharsets.ISO_8859_1);
    }
  }

  boolean isText() {
    return type.isText();
  }

  /** As people read it: the text, or the first number. */
  Optional<String> written() {
    if (isText()) {
      return Optional.of(text);
    }
    if (numbers.length == 0) {
      return Optional.empty();
    }
    return Optional.of(
        switch (type) {
          case FLOAT -> String.valueOf((float) numbers[0]);
          case DOUBLE -> String.valueOf(numbers[0]);
          default -> String.valueOf((long) numbers[0]);
        });
  }

  /**
   * The numbers, of a text those that it consists of, apart by blanks or commas.
   *
   * @throws NumberFormatException when a text is none
   */
  double[] asNumbers() {
    if (!isText()) {
      return numbers.clone();
    }
    String[] words = text.strip().split("[\\s,;]+");
    double[] parsed = new double[words.length == 1 && words[0].isEmpty() ? 0 : words.length];
    for (int i = 0; i < parsed.length; i++) {
      parsed[i] = Double.parseDouble(words[i]);
    }
    return parsed;
  }
}
