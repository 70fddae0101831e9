package org.ccdas.observe.satellite;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.ccdas.inputs.InputException;

/**
 * The criteria that retrievals of a product must all meet (spec section 19.1).
 *
 * <pre>{@code
 * Screening strict = product.screening().withRange("standard-error", 1e-6, 0.05).without("rain");
 * ScreenedRetrievals screened = strict.apply(retrievals);
 * }</pre>
 *
 * @param criteria at most {@value #MOST}, each with a reason of its own
 */
public record Screening(List<Criterion> criteria) implements Serializable {
  /** Most criteria: one bit each, and one for pixels without a retrieval. */
  public static final int MOST = 31;

  private static final long serialVersionUID = 1L;

  /** Keeps its own list and checks that reasons are unique. */
  public Screening {
    criteria = List.copyOf(criteria);
    if (criteria.size() > MOST) {
      throw new IllegalArgumentException(criteria.size() + " criteria, at most " + MOST);
    }
    Set<String> reasons = new HashSet<>();
    for (Criterion criterion : criteria) {
      if (!reasons.add(criterion.reason())) {
        throw new IllegalArgumentException("Two criteria have the reason " + criterion.reason());
      }
    }
  }

  /** The reasons, in the order of the criteria. */
  public List<String> reasons() {
    return criteria.stream().map(Criterion::reason).toList();
  }

  /** Names of the layers that the criteria look at. */
  public Set<String> layers() {
    Set<String> layers = new TreeSet<>();
    criteria.forEach(criterion -> layers.add(criterion.layer()));
    return layers;
  }

  /** The criterion of this reason. */
  public Optional<Criterion> find(String reason) {
    return criteria.stream().filter(criterion -> criterion.reason().equals(reason)).findFirst();
  }

  /**
   * The same with other limits of a range.
   *
   * @throws IllegalArgumentException when there is no such range
   */
  public Screening withRange(String reason, double low, double high) {
    return replace(
        reason,
        old -> {
          if (old instanceof Criterion.Range range) {
            return new Criterion.Range(
                reason, range.layer(), (float) low, (float) high, range.required());
          }
          throw new IllegalArgumentException(
              "'" + reason + "' looks at bits and has no limits; give a mask");
        });
  }

  /**
   * The same with other bits of a flag criterion.
   *
   * @throws IllegalArgumentException when there is no such criterion
   */
  public Screening withFlags(String reason, int mask) {
    return replace(
        reason,
        old -> {
          if (old instanceof Criterion.Flags flags) {
            return new Criterion.Flags(reason, flags.layer(), mask, flags.required());
          }
          throw new IllegalArgumentException(
              "'" + reason + "' is a range and has no bits; give two limits");
        });
  }

  /** The same without a criterion. */
  public Screening without(String reason) {
    List<Criterion> fewer = new ArrayList<>(criteria);
    fewer.set(indexOf(reason), null);
    fewer.removeIf(criterion -> criterion == null);
    return new Screening(fewer);
  }

  /** The same without all criteria that look at a layer. */
  public Screening withoutLayer(String layer) {
    return new Screening(
        criteria.stream().filter(criterion -> !criterion.layer().equals(layer)).toList());
  }

  /** The same with a criterion more, at the end. */
  public Screening with(Criterion further) {
    List<Criterion> more = new ArrayList<>(criteria);
    more.add(further);
    return new Screening(more);
  }

  private Screening replace(String reason, UnaryOperator<Criterion> change) {
    List<Criterion> changed = new ArrayList<>(criteria);
    int index = indexOf(reason);
    changed.set(index, change.apply(changed.get(index)));
    return new Screening(changed);
  }

  private int indexOf(String reason) {
    int index = reasons().indexOf(reason);
    if (index < 0) {
      throw new IllegalArgumentException(
          "there is no criterion '" + reason + "'; there are " + String.join(", ", reasons()));
    }
    return index;
  }

  /**
   * Looks at all retrievals.
   *
   * @throws InputException when the file lacks layers of required criteria, naming all of them
   */
  public ScreenedRetrievals apply(Retrievals retrievals) {
    return apply(retrievals, Set.of());
  }

  /** As above; a file may lack the layers that are excused. */
  ScreenedRetrievals apply(Retrievals retrievals, Set<String> excused) {
    requireLayers(retrievals, excused);
    int[] pixels = pixels(retrievals.soilMoisture());
    int[] failed = new int[retrievals.grid().size()];
    Arrays.fill(failed, ScreenedRetrievals.NO_RETRIEVAL);
    for (int pixel : pixels) {
      failed[pixel] = 0;
    }
    List<String> notApplied = new ArrayList<>();
    for (int c = 0; c < criteria.size(); c++) {
      Criterion criterion = criteria.get(c);
      if (!apply(criterion, 1 << c, retrievals, pixels, failed)) {
        notApplied.add(criterion.reason());
      }
    }
    return new ScreenedRetrievals(retrievals, reasons(), notApplied, pixels, failed);
  }

  private void requireLayers(Retrievals retrievals, Set<String> excused) {
    Map<String, List<String>> lacking = new TreeMap<>();
    for (Criterion criterion : criteria) {
      String layer = criterion.layer();
      if (criterion.required()
          && !retrievals.layers().contains(layer)
          && !excused.contains(layer)) {
        lacking.computeIfAbsent(layer, name -> new ArrayList<>()).add(criterion.reason());
      }
    }
    if (lacking.isEmpty()) {
      return;
    }
    List<String> needs = new ArrayList<>();
    List<String> without = new ArrayList<>();
    lacking.forEach(
        (layer, reasons) -> {
          needs.add(layer + " (for " + String.join(", ", reasons) + ")");
          without.add(
              layer.equals(Layer.STANDARD_ERROR)
                  ? "--default-error M3M-3"
                  : "--screen " + layer + "=off");
        });
    throw new InputException(
        retrievals.file(),
        "",
        "lacks " + String.join("; ", needs),
        "Get the whole product, or ingest without them: " + String.join(" ", without));
  }

  /** Pixels that have a retrieval. */
  private static int[] pixels(float[] soilMoisture) {
    int[] pixels = new int[soilMoisture.length];
    int count = 0;
    for (int i = 0; i < soilMoisture.length; i++) {
      pixels[count] = i;
      // without a branch, since swaths and coasts are ragged
      count += soilMoisture[i] == soilMoisture[i] ? 1 : 0;
    }
    return Arrays.copyOf(pixels, count);
  }

  private static boolean apply(
      Criterion criterion, int bit, Retrievals retrievals, int[] pixels, int[] failed) {
    if (criterion instanceof Criterion.Range range) {
      float[] values = retrievals.values(range.layer());
      if (values == null) {
        return false;
      }
      float low = range.low();
      float high = range.high();
      for (int pixel : pixels) {
        float value = values[pixel];
        failed[pixel] |= value >= low && value <= high ? 0 : bit;
      }
    } else if (criterion instanceof Criterion.Flags wanted) {
      int[] flags = retrievals.flags(wanted.layer());
      if (flags == null) {
        return false;
      }
      int mask = wanted.mask();
      for (int pixel : pixels) {
        failed[pixel] |= (flags[pixel] & mask) == 0 ? 0 : bit;
      }
    }
    return true;
  }
}
