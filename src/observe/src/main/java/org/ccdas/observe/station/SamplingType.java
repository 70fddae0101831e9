package org.ccdas.observe.station;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/** How the air of a record was evidently sampled. */
public enum SamplingType {
  /** A few flasks a month. */
  FLASK("flask"),
  /** A quasi-continuous analyser on the spot, whatever the file declares. */
  IN_SITU("in-situ");

  /**
   * More samples a month than this are no flasks. Weekly pairs give at most 10; daily means 28-31.
   */
  static final double FLASKS_PER_MONTH = 10;

  private final String word;

  SamplingType(String word) {
    this.word = word;
  }

  /** The word in files and tables. */
  @JsonValue
  @Override
  public String toString() {
    return word;
  }

  /** What a text such as {@code surface-flask} or {@code tower-insitu} declares, if anything. */
  static Optional<SamplingType> declared(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    if (lower.contains("insitu") || lower.contains("in-situ") || lower.contains("continuous")) {
      return Optional.of(IN_SITU);
    }
    return lower.contains("flask") || lower.contains("pfp") ? Optional.of(FLASK) : Optional.empty();
  }

  /**
   * The sampling type of monthly means: in-situ when the text declares it, or when there are more
   * than 10 samples a month, whatever it declares.
   */
  static SamplingType ofMonthly(String text, OptionalDouble samplesPerMonth) {
    return declared(text).filter(type -> type == IN_SITU).isPresent()
            || samplesPerMonth.orElse(0) > FLASKS_PER_MONTH
        ? IN_SITU
        : FLASK;
  }

  /** The sampling type of a file that lists its samples: as declared, else by their number. */
  static SamplingType ofSamples(String text, double samplesPerMonth) {
    return declared(text).orElse(samplesPerMonth > FLASKS_PER_MONTH ? IN_SITU : FLASK);
  }
}
