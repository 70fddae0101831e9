package org.ccdas.pipelines.ingest;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ccdas.observe.satellite.Screening;
import org.ccdas.observe.satellite.SoilMoistureProduct;
import org.ccdas.observe.satellite.SoilMoistureProducts;

/**
 * A change of the criteria of products: {@code dqx=0..0.05}, {@code swath-position=off}, {@code
 * rain=0x2000000}, {@code esa-cci-sm-l3s:uncertainty=0..0.08}; {@code science_flags=off} for all
 * criteria that look at a layer. Without a product it changes all products that have the criterion.
 *
 * @param product name of the product, empty for all
 * @param reason of the criterion, or the layer of several
 * @param change of the screening
 */
public record ScreeningChange(String product, String reason, UnaryOperator<Screening> change) {
  private static final String NUMBER = "[-+]?(?:\\d+(?:\\.\\d*)?|\\.\\d+)(?:[eE][-+]?\\d+)?";
  private static final Pattern RANGE = Pattern.compile("(" + NUMBER + ")\\.\\.(" + NUMBER + ")");
  private static final Pattern MASK = Pattern.compile("0x([0-9a-fA-F]{1,8})");
  private static final Pattern FORM = Pattern.compile("(?:([^:=]+):)?([^:=]+)=(.+)");
  private static final int HEXADECIMAL = 16;

  /**
   * Reads a change.
   *
   * @throws IllegalArgumentException when it has another form
   */
  public static ScreeningChange parse(String text) {
    Matcher form = FORM.matcher(text.strip());
    if (!form.matches()) {
      throw wrong(text);
    }
    String product = form.group(1) == null ? "" : form.group(1);
    String reason = form.group(2);
    String value = form.group(3);
    Matcher range = RANGE.matcher(value);
    Matcher mask = MASK.matcher(value);
    if (value.equals("off")) {
      return new ScreeningChange(
          product,
          reason,
          screening ->
              screening.layers().contains(reason)
                  ? screening.withoutLayer(reason)
                  : screening.without(reason));
    }
    if (mask.matches()) {
      int bits = Integer.parseUnsignedInt(mask.group(1), HEXADECIMAL);
      return new ScreeningChange(product, reason, screening -> screening.withFlags(reason, bits));
    }
    if (range.matches()) {
      double low = Double.parseDouble(range.group(1));
      double high = Double.parseDouble(range.group(2));
      return new ScreeningChange(
          product, reason, screening -> screening.withRange(reason, low, high));
    }
    throw wrong(text);
  }

  private static IllegalArgumentException wrong(String text) {
    return new IllegalArgumentException(
        "'"
            + text
            + "' is not [PRODUCT:]REASON=LOW..HIGH, [PRODUCT:]REASON=0xBITS or"
            + " [PRODUCT:]REASON=off");
  }

  /**
   * The criteria of all products after some changes.
   *
   * @throws IllegalArgumentException when there is no such product or criterion
   */
  public static Map<String, Screening> apply(
      List<ScreeningChange> changes, SoilMoistureProducts products) {
    Map<String, Screening> screenings = new TreeMap<>();
    for (SoilMoistureProduct product : products.all()) {
      screenings.put(product.name(), product.screening());
    }
    for (ScreeningChange change : changes) {
      change.applyTo(screenings, products);
    }
    return screenings;
  }

  private void applyTo(Map<String, Screening> screenings, SoilMoistureProducts products) {
    if (!product.isEmpty()) {
      screenings.computeIfPresent(products.named(product).name(), (name, old) -> change.apply(old));
      return;
    }
    boolean any = false;
    for (Map.Entry<String, Screening> entry : screenings.entrySet()) {
      if (entry.getValue().find(reason).isPresent() || entry.getValue().layers().contains(reason)) {
        entry.setValue(change.apply(entry.getValue()));
        any = true;
      }
    }
    if (!any) {
      throw new IllegalArgumentException(
          "no product has a criterion '" + reason + "'; there are " + reasons(screenings));
    }
  }

  private static String reasons(Map<String, Screening> screenings) {
    return String.join(
        "; ",
        screenings.entrySet().stream()
            .map(entry -> entry.getKey() + ": " + String.join(", ", entry.getValue().reasons()))
            .toList());
  }
}
