package org.ccdas.transforms.soilmoisture;

import java.io.Serializable;
import java.util.Map;

/**
 * How many files of an ingest met which fate.
 *
 * @param listed all
 * @param ingested read
 * @param companions belong to other files and hold no retrievals
 * @param others none of those asked for: of no product, or of another one
 * @param duplicates left out in favour of others
 * @param refused could not be used
 */
public record FileNumbers(
    int listed, int ingested, int companions, int others, int duplicates, int refused)
    implements Serializable {
  private static final long serialVersionUID = 1L;

  static FileNumbers of(Map<FileOutcome.Kind, Integer> numbers) {
    return new FileNumbers(
        numbers.values().stream().mapToInt(Integer::intValue).sum(),
        numbers.getOrDefault(FileOutcome.Kind.INGESTED, 0),
        numbers.getOrDefault(FileOutcome.Kind.COMPANION, 0),
        numbers.getOrDefault(FileOutcome.Kind.OTHER, 0),
        numbers.getOrDefault(FileOutcome.Kind.DUPLICATE, 0),
        numbers.getOrDefault(FileOutcome.Kind.REFUSED, 0));
  }

  /** Files on the quarantine list: duplicates and refused ones. */
  public int quarantined() {
    return duplicates + refused;
  }

  /** Files that may hold retrievals: all but companions and others. */
  public int candidates() {
    return ingested + quarantined();
  }

  /** Share of the candidates that are quarantined, 0..1. */
  public double quarantinedShare() {
    return candidates() == 0 ? 0 : (double) quarantined() / candidates();
  }
}
