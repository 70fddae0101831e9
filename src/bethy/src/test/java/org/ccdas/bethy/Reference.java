package org.ccdas.bethy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** Numbers of an independent implementation, in {@code reference.json}. Spec section 15.1. */
public final class Reference {
  /** Tolerance of leaves and of the two-stream canopy. */
  public static final double LEAF = 1e-8;

  /** Tolerance of one day. */
  public static final double DAY = 1e-7;

  /** Tolerance of thirty days. */
  public static final double MONTH = 1e-6;

  /** Tolerance of annual values after ten years. */
  public static final double YEARS = 1e-4;

  private static final double FLOOR = 1e-9;
  private static final JsonNode ROOT = load();

  private Reference() {}

  /** A block of the file. */
  public static JsonNode block(String name) {
    JsonNode block = ROOT.get(name);
    assertThat(block).as("block " + name).isNotNull();
    return block;
  }

  /** Asserts |actual - expected| <= relative |expected| + 1e-9. */
  public static void check(JsonNode block, String key, double actual, double relative) {
    assertThat(block.has(key)).as("reference has " + key).isTrue();
    double expected = block.get(key).asDouble();
    check(key, expected, actual, relative);
  }

  /** As above, with the expected number given. */
  public static void check(String what, double expected, double actual, double relative) {
    assertThat(Math.abs(actual - expected))
        .as("%s: %s, expected %s", what, actual, expected)
        .isLessThanOrEqualTo(relative * Math.abs(expected) + FLOOR);
  }

  private static JsonNode load() {
    try (InputStream stream = Reference.class.getResourceAsStream("reference.json")) {
      return new ObjectMapper().readTree(stream);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
