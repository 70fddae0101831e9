package org.ccdas.observe.fuzz;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/**
 * One way in which a file gets damaged.
 *
 * @param kind what happens
 * @param at where, 0..1 of the length
 * @param length how many bytes it concerns
 * @param text what is put in
 */
public record Damage(Kind kind, double at, int length, byte[] text) {
  /** What happens to the bytes. */
  public enum Kind {
    /** The file ends here. */
    CUT,
    /** Bytes are missing. */
    LOSE,
    /** Bytes stand there twice. */
    REPEAT,
    /** Other bytes take their place. */
    OVERWRITE,
    /** Bytes come in between. */
    INSERT
  }

  /** Numbers and marks that readers find hard. */
  private static final List<String> HARD =
      List.of(
          "NaN",
          "-999.99",
          "1e999",
          "-1",
          "0",
          "99999999999999999999",
          "0x1p3",
          "\n",
          "\r",
          "\0",
          "  ",
          "\t",
          "#",
          ",",
          ":",
          "\"",
          "'",
          "[",
          "]",
          "{",
          "}",
          "&a",
          "*a",
          "!!x",
          "- ",
          "-9",
          "٣",
          "İ",
          "\u2028",
          "${data}",
          "\u007f",
          "...");

  /** One to four damages of files whose content is bytes. */
  public static Arbitrary<List<Damage>> ofBytes() {
    Arbitrary<byte[]> bytes =
        Arbitraries.oneOf(
            Arbitraries.bytes().array(byte[].class).ofMinSize(1).ofMaxSize(4),
            Arbitraries.of(
                new byte[] {0x7f, -1, -1, -1},
                new byte[] {-1, -1, -1, -1},
                new byte[] {0, 0, 0, 0}));
    return some(bytes);
  }

  /** One to four damages of files whose content is text. */
  public static Arbitrary<List<Damage>> ofText() {
    return some(
        Arbitraries.oneOf(Arbitraries.of(HARD), Arbitraries.strings().ofMinLength(1).ofMaxLength(4))
            .map(text -> text.getBytes(StandardCharsets.UTF_8)));
  }

  private static Arbitrary<List<Damage>> some(Arbitrary<byte[]> content) {
    return Combinators.combine(
            Arbitraries.of(Kind.class),
            Arbitraries.doubles().between(0, 1),
            Arbitraries.integers().between(1, 40),
            content)
        .as(Damage::new)
        .list()
        .ofMinSize(1)
        .ofMaxSize(4);
  }

  /**
   * The bytes after all damages.
   *
   * @param within damages are done in the first bytes only, this many
   */
  public static byte[] apply(List<Damage> damages, byte[] bytes, int within) {
    byte[] damaged = bytes;
    for (Damage damage : damages) {
      damaged = damage.apply(damaged, Math.min(within, damaged.length));
    }
    return damaged;
  }

  private byte[] apply(byte[] bytes, int within) {
    int from = (int) (at * within);
    int to = Math.min(bytes.length, from + length);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(bytes, 0, from);
    switch (kind) {
      case CUT -> {
        return out.toByteArray();
      }
      case LOSE -> out.write(bytes, to, bytes.length - to);
      case REPEAT -> {
        out.write(bytes, from, to - from);
        out.write(bytes, from, bytes.length - from);
      }
      case OVERWRITE -> {
        out.writeBytes(text);
        int rest = Math.min(bytes.length, from + text.length);
        out.write(bytes, rest, bytes.length - rest);
      }
      case INSERT -> {
        out.writeBytes(text);
        out.write(bytes, from, bytes.length - from);
      }
    }
    return out.toByteArray();
  }

  @Override
  public String toString() {
    return kind + " at " + at + ", " + length + " bytes, " + Arrays.toString(text);
  }
}
