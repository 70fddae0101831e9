package org.ccdas.observe.station;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What the flags of a file mean (spec section 19.3). The first of these that knows a flag decides:
 * the user, who accepts it; the file, by the meanings of all its flags ({@code flag_meanings}) or
 * by a header that explains some; the convention of the format. A flag that is missing rejects
 * nothing.
 */
final class FlagTable {
  private static final Pattern MISSING = Pattern.compile("-9+(\\.9*0*)?|(?i:nan|na)|");

  /** {@code Valid (background): ..?}, a pattern of flags after its meaning. */
  private static final Pattern MEANING_FIRST =
      Pattern.compile("\\b(valid \\(background\\)|valid|invalid)\\s*:\\s*(\\S{1,3})(?=\\s|$)");

  /** {@code 1: valid, 2 = not background; 'K' = incorrect}, the meaning after its flag. */
  private static final Pattern FLAG_FIRST =
      Pattern.compile(
          "(?<![\\w.])['\"]?([A-Za-z0-9.*?+]{1,3})['\"]?\\s*[:=]\\s*"
              + "(.+?)(?=[,;|]|\\s-\\s|\\s(?:and\\s)?['\"]?[A-Za-z0-9.*?+]{1,3}['\"]?\\s*[:=]|$)");

  private static final Pattern BAD =
      Pattern.compile(
          "\\b(invalid|not valid|incorrect|reject|bad\\b|unfit|suspe|doubt|question|error|wrong"
              + "|missing|unusable|not used|contaminat|outlier|malfunction|failure|not good)");
  private static final Pattern LOCAL =
      Pattern.compile("\\b(not (of )?background|non-?background|not representative|local)");
  private static final Pattern FINE =
      Pattern.compile("\\b(valid|good|correct|ok|background|normal|accepted|no problem)\\b");

  /** A flag or pattern of flags, in which {@code ?} is any character, and its meaning. */
  private record Entry(Pattern flags, Quality quality) {
    static Entry of(String flags, Quality quality) {
      StringBuilder pattern = new StringBuilder();
      for (char c : flags.toCharArray()) {
        pattern.append(c == '?' ? "." : Pattern.quote(String.valueOf(c)));
      }
      return new Entry(Pattern.compile(pattern.toString()), quality);
    }
  }

  private final Set<String> accepted;

  /** Of all flags that the file may have; empty where it does not list them. */
  private final Map<String, Quality> listed;

  private final List<Entry> explained;
  private final Function<String, Quality> convention;

  private FlagTable(
      Set<String> accepted,
      Map<String, Quality> listed,
      List<Entry> explained,
      Function<String, Quality> convention) {
    this.accepted = accepted;
    this.listed = listed;
    this.explained = explained;
    this.convention = convention;
  }

  /**
   * The table of a file.
   *
   * @param notes what its header says of flags
   * @param meanings of all flags that the file may have, by flag; empty where it does not list them
   * @param convention what the format says of flags that the header does not explain
   * @param accepted flags that are good in any case
   */
  static FlagTable of(
      List<String> notes,
      Map<String, String> meanings,
      Function<String, Quality> convention,
      Set<String> accepted) {
    List<Entry> entries = new ArrayList<>();
    notes.forEach(note -> explain(note, entries));
    Map<String, Quality> listed = new HashMap<>();
    // what is said in words that are not known must not count by a convention of other files
    meanings.forEach((flag, text) -> listed.put(flag, meaning(text).orElse(Quality.UNEXPLAINED)));
    return new FlagTable(Set.copyOf(accepted), listed, entries, convention);
  }

  /**
   * NOAA's three characters: a first one other than {@code .} rejects, a second one says that the
   * air is not of the background, the third informs. ICOS marks hours that passed its control with
   * U, O or R, and those that did not with N, K or H.
   */
  static Quality noaa(String flag) {
    if (flag.length() != 3) {
      return switch (flag) {
        case "U", "O", "R" -> Quality.GOOD;
        case "N", "K", "H" -> Quality.REJECTED;
        default -> Quality.UNEXPLAINED;
      };
    }
    if (flag.charAt(0) != '.') {
      return Quality.REJECTED;
    }
    return flag.charAt(1) == '.' ? Quality.GOOD : Quality.NOT_BACKGROUND;
  }

  /**
   * Flags of a set from which all that is not valid was taken before it was published: what rejects
   * by {@link #noaa} rejects, flags of other laboratories inform.
   */
  static Quality ofSelected(String flag) {
    Quality quality = noaa(flag);
    return quality == Quality.UNEXPLAINED ? Quality.GOOD : quality;
  }

  /**
   * Numbers of WDCGG: 1 is valid background air, 2 valid, 3 invalid. Where a file has no 1, it does
   * not tell background apart, and 2 is good.
   */
  static Function<String, Quality> wdcgg(Collection<String> flags) {
    boolean background = flags.contains("1");
    return flag ->
        switch (flag) {
          case "1" -> Quality.GOOD;
          case "2" -> background ? Quality.NOT_BACKGROUND : Quality.GOOD;
          case "3" -> Quality.REJECTED;
          default -> noaa(flag);
        };
  }

  /**
   * Flags of contributors in files of before 2018, which do not explain them. Where any value has
   * flag 0, that is the good one and no other number is known; else numbers are those of {@link
   * #wdcgg}.
   */
  static Function<String, Quality> contributor(Collection<String> flags) {
    Function<String, Quality> numbers = wdcgg(flags);
    if (!flags.contains("0")) {
      return numbers;
    }
    return flag -> {
      if (flag.equals("0")) {
        return Quality.GOOD;
      }
      return flag.matches("\\d+") ? Quality.UNEXPLAINED : numbers.apply(flag);
    };
  }

  /** Whether nothing is said by what stands in place of a flag. */
  static boolean missing(String flag) {
    return MISSING.matcher(flag.strip()).matches();
  }

  /** Whether the file explains any of its flags. */
  boolean ofFile() {
    return !explained.isEmpty() || !listed.isEmpty();
  }

  /** What a flag says. */
  Quality quality(String flag) {
    if (accepted.contains(flag)) {
      return Quality.GOOD;
    }
    if (listed.containsKey(flag)) {
      return listed.get(flag);
    }
    if (missing(flag)) {
      return Quality.GOOD;
    }
    Optional<Quality> own =
        explained.stream()
            .filter(entry -> entry.flags().matcher(flag).matches())
            .map(Entry::quality)
            .findFirst();
    return own.orElseGet(() -> convention.apply(flag));
  }

  private static void explain(String note, List<Entry> entries) {
    String lower = note.toLowerCase(Locale.ROOT);
    Matcher meaningFirst = MEANING_FIRST.matcher(lower);
    boolean found = false;
    while (meaningFirst.find()) {
      // in the letters of the note itself: flags may be capitals
      String flags =
          note.substring(meaningFirst.start(2), meaningFirst.end(2)).replaceAll("[,;]$", "");
      meaning(meaningFirst.group(1)).ifPresent(q -> entries.add(Entry.of(flags, q)));
      found = true;
    }
    Matcher flagFirst = FLAG_FIRST.matcher(note);
    while (!found && flagFirst.find()) {
      String flags = flagFirst.group(1);
      meaning(flagFirst.group(2)).ifPresent(q -> entries.add(Entry.of(flags, q)));
    }
  }

  private static Optional<Quality> meaning(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    if (BAD.matcher(lower).find()) {
      return Optional.of(Quality.REJECTED);
    }
    if (LOCAL.matcher(lower).find()) {
      return Optional.of(Quality.NOT_BACKGROUND);
    }
    return FINE.matcher(lower).find() ? Optional.of(Quality.GOOD) : Optional.empty();
  }

  /** The flags of a column that say something. */
  static Set<String> present(Stream<String> flags) {
    Set<String> present = new HashSet<>();
    flags.filter(flag -> !missing(flag)).forEach(present::add);
    return present;
  }
}
