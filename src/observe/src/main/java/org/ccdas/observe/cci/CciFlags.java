package org.ccdas.observe.cci;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ccdas.inputs.netcdf.NetcdfVariable;

/**
 * The variable {@code flag} of CCI and C3S as bits that are the same for all versions. Version 2
 * numbers its classes, later ones number combinations of bits, or give masks: what a stored number
 * means follows from {@code flag_meanings} with {@code flag_masks} and {@code flag_values}.
 */
final class CciFlags {
  /** Snow cover or frozen ground. */
  static final int SNOW_OR_FROZEN = 1;

  /** Dense vegetation. */
  static final int DENSE_VEGETATION = 2;

  /** No convergence of the retrieval. */
  static final int NO_CONVERGENCE = 4;

  /** Soil moisture beyond what is physical. */
  static final int BEYOND_PHYSICAL = 8;

  /** The weight of the measurement is below a threshold. */
  static final int LOW_WEIGHT = 16;

  /** All data sets deemed unreliable. */
  static final int UNRELIABLE = 32;

  /** Barren ground, and whatever else is called advisory: a word of caution only. */
  static final int ADVISORY = 64;

  /** A meaning that is not among these. */
  static final int UNKNOWN = 1 << 30;

  /** All bits: no flag is there. */
  private static final int MISSING = -1;

  private static final int[] BITS = {
    SNOW_OR_FROZEN,
    DENSE_VEGETATION,
    NO_CONVERGENCE,
    BEYOND_PHYSICAL,
    LOW_WEIGHT,
    UNRELIABLE,
    ADVISORY
  };
  private static final String[] WORDS = {
    "temperature_below_zero",
    "dense_vegetation",
    "no_convergence",
    "physical_boundary",
    "weight_of_measurement_below",
    "deemed_unreliable",
    "advisory"
  };
  private static final Pattern COMBINATION =
      Pattern.compile("combination_of_flag_values((?:_and)?_\\d+)+");
  private static final Pattern NUMBER = Pattern.compile("\\d+");
  private static final int TABLE = 256;

  private final List<String> meanings;
  private final double[] masks;
  private final double[] values;

  /**
   * What the attributes of a variable say.
   *
   * @param meanings words of {@code flag_meanings}
   * @param masks {@code flag_masks}, none when absent
   * @param values {@code flag_values}, none when absent
   */
  CciFlags(List<String> meanings, double[] masks, double[] values) {
    this.meanings = List.copyOf(meanings);
    this.masks = masks;
    this.values = values;
  }

  /**
   * Flags that are the same for all versions.
   *
   * @param bits {@link #SNOW_OR_FROZEN} and the others, by pixel; all bits where none is stored
   * @param unknown what the file means by stored numbers that are set somewhere and are not known
   */
  record Translated(int[] bits, Set<String> unknown) {}

  /** The flags of a file. */
  static Translated read(NetcdfVariable variable) {
    String text = variable.attribute("flag_meanings").orElse("").strip();
    CciFlags flags =
        new CciFlags(
            text.isEmpty() ? List.of() : List.of(text.split("[\\s;,]+")),
            variable.numbers("flag_masks"),
            variable.numbers("flag_values"));
    return flags.translate(variable.bits());
  }

  /** Translates stored numbers, -1 where none is stored, in their place. */
  Translated translate(int[] stored) {
    int[] table = new int[TABLE];
    boolean[] used = new boolean[TABLE];
    Arrays.setAll(table, this::bits);
    Set<String> unknown = new TreeSet<>();
    for (int i = 0; i < stored.length; i++) {
      int number = stored[i];
      if (number >= 0 && number < TABLE) {
        used[number] = true;
        stored[i] = table[number];
      } else if (number != MISSING) {
        stored[i] = UNKNOWN;
        unknown.add(String.valueOf(number));
      }
    }
    for (int number = 0; number < TABLE; number++) {
      if (used[number] && table[number] != MISSING && (table[number] & UNKNOWN) != 0) {
        unknown.add(words(number));
      }
    }
    return new Translated(stored, unknown);
  }

  /** The bits that a stored number means. */
  private int bits(int stored) {
    if (!meanings.isEmpty() && masks.length == meanings.size()) {
      return byMasks(stored);
    }
    if (!meanings.isEmpty() && values.length == meanings.size()) {
      for (int i = 0; i < values.length; i++) {
        if (values[i] == stored) {
          return ofMeaning(meanings.get(i));
        }
      }
      return bySingleBits(stored);
    }
    // no words about it: the bits of versions 3 to 8
    int known = 2 * ADVISORY - 1;
    return (stored & known) | ((stored & ~known) == 0 ? 0 : UNKNOWN);
  }

  private int byMasks(int stored) {
    int bits = 0;
    int left = stored;
    for (int i = 0; i < masks.length; i++) {
      int mask = (int) masks[i] & 0xff;
      boolean set =
          values.length == masks.length
              ? (stored & mask) == ((int) values[i] & 0xff) && mask != 0
              : (stored & mask) != 0;
      if (set) {
        bits |= ofMeaning(meanings.get(i));
      }
      left &= ~mask;
    }
    return left == 0 ? bits : bits | UNKNOWN;
  }

  /** The bits of a combination that has no name of its own. */
  private int bySingleBits(int stored) {
    int bits = 0;
    for (int bit = 1; bit <= stored; bit <<= 1) {
      if ((stored & bit) != 0) {
        bits |= ofValue(bit);
      }
    }
    return bits;
  }

  private int ofValue(int value) {
    for (int i = 0; i < values.length; i++) {
      if (values[i] == value) {
        return ofMeaning(meanings.get(i));
      }
    }
    return UNKNOWN;
  }

  private int ofMeaning(String meaning) {
    String name = meaning.toLowerCase(Locale.ROOT);
    if (name.startsWith("no_data")) {
      return 0;
    }
    if (name.equals("nan")) {
      return MISSING;
    }
    if (COMBINATION.matcher(name).matches()) {
      int bits = 0;
      Matcher numbers = NUMBER.matcher(name);
      while (numbers.find()) {
        bits |= ofValue(Integer.parseInt(numbers.group()));
      }
      return bits;
    }
    for (int i = 0; i < WORDS.length; i++) {
      if (name.contains(WORDS[i])) {
        return BITS[i];
      }
    }
    return UNKNOWN;
  }

  /** What the file says of a stored number. */
  private String words(int stored) {
    List<String> words = new ArrayList<>();
    for (int i = 0; i < meanings.size(); i++) {
      boolean said =
          masks.length == meanings.size()
              ? (stored & (int) masks[i]) != 0 && (ofMeaning(meanings.get(i)) & UNKNOWN) != 0
              : values.length == meanings.size() && values[i] == stored;
      if (said) {
        words.add(meanings.get(i));
      }
    }
    return words.isEmpty() ? String.valueOf(stored) : String.join(" ", words);
  }
}
