package org.ccdas.observe.satellite;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.ccdas.inputs.InputException;
import org.ccdas.inputs.grid.LatLonGrid;

/**
 * The retrievals of one file: fields on the product's own grid, row-major, one element a pixel. The
 * arrays are not copied; nobody changes them.
 */
public final class Retrievals implements Serializable {
  private static final long serialVersionUID = 1L;

  private final String file;
  private final FileIdentity identity;
  private final LatLonGrid grid;
  private final Map<String, float[]> values;
  private final Map<String, int[]> flags;
  private final boolean datedByAcquisition;
  private final List<String> notes;

  /**
   * @param file path as the user knows it
   * @param identity product, day and overpass
   * @param grid of the fields
   * @param values fields by {@link Layer}; missing values are NaN; at least soil moisture, and its
   *     standard error where the file has it, m3 m-3
   * @param flags bit fields by {@link Layer}; missing ones have all bits set
   */
  public Retrievals(
      String file,
      FileIdentity identity,
      LatLonGrid grid,
      Map<String, float[]> values,
      Map<String, int[]> flags) {
    this(file, identity, grid, values, flags, false, List.of());
  }

  private Retrievals(
      String file,
      FileIdentity identity,
      LatLonGrid grid,
      Map<String, float[]> values,
      Map<String, int[]> flags,
      boolean datedByAcquisition,
      List<String> notes) {
    this.file = file;
    this.identity = identity;
    this.grid = grid;
    this.values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    this.flags = Collections.unmodifiableMap(new LinkedHashMap<>(flags));
    this.datedByAcquisition = datedByAcquisition;
    this.notes = List.copyOf(notes);
    values.forEach((layer, field) -> check(layer, field.length));
    flags.forEach((layer, field) -> check(layer, field.length));
    if (!values.containsKey(Layer.SOIL_MOISTURE)) {
      throw new IllegalArgumentException(
          file + ": soil moisture is wanted, got " + values.keySet());
    }
    if (datedByAcquisition && !values.containsKey(Layer.ACQUISITION_HOURS)) {
      throw new IllegalArgumentException(
          file + ": no times of acquisition, got " + values.keySet());
    }
  }

  private void check(String layer, int length) {
    if (length != grid.size()) {
      throw new IllegalArgumentException(
          file + ": layer " + layer + " of " + length + " values on a grid of " + grid.size());
    }
  }

  /** The same with one field more, or another in its place. */
  public Retrievals with(String layer, float[] field) {
    Map<String, float[]> more = new LinkedHashMap<>(values);
    more.put(layer, field);
    return new Retrievals(file, identity, grid, more, flags, datedByAcquisition, notes);
  }

  /**
   * The same, each retrieval counting for the day of its {@link Layer#ACQUISITION_HOURS} and not
   * for the day of the file.
   */
  public Retrievals datedByAcquisition() {
    return new Retrievals(file, identity, grid, values, flags, true, notes);
  }

  /** The same with a word about the file that the user should know. */
  public Retrievals noting(String note) {
    List<String> more = new ArrayList<>(notes);
    more.add(note);
    return new Retrievals(file, identity, grid, values, flags, datedByAcquisition, more);
  }

  /** The same as those of one day. */
  Retrievals on(LocalDate day) {
    return new Retrievals(file, identity.on(day), grid, values, flags, false, notes);
  }

  /** Whether retrievals count for the day of their acquisition, else for the day of the file. */
  public boolean isDatedByAcquisition() {
    return datedByAcquisition;
  }

  /** What the user should know about the file. */
  public List<String> notes() {
    return notes;
  }

  /** Path as the user knows it. */
  public String file() {
    return file;
  }

  /** Product, day and overpass. */
  public FileIdentity identity() {
    return identity;
  }

  /** The grid of the fields. */
  public LatLonGrid grid() {
    return grid;
  }

  /** Names of the layers, values and flags, in alphabetic order. */
  public Set<String> layers() {
    Set<String> names = new TreeSet<>(values.keySet());
    names.addAll(flags.keySet());
    return names;
  }

  /** Soil moisture, m3 m-3; NaN where nothing was retrieved. */
  public float[] soilMoisture() {
    return values.get(Layer.SOIL_MOISTURE);
  }

  /**
   * Standard error of the retrievals, m3 m-3.
   *
   * @throws InputException when the file has none
   */
  public float[] standardError() {
    float[] errors = values.get(Layer.STANDARD_ERROR);
    if (errors == null) {
      throw new InputException(
          file,
          "",
          "has no standard errors of its retrievals",
          "Get the whole product, or state an error with --default-error");
    }
    return errors;
  }

  /** A field of numbers by the name of its layer. */
  public Optional<float[]> numbers(String layer) {
    return Optional.ofNullable(values.get(layer));
  }

  /** A field of bits by the name of its layer. */
  public Optional<int[]> bits(String layer) {
    return Optional.ofNullable(flags.get(layer));
  }

  /** A field of numbers, or null when the file has none of this name. */
  float[] values(String layer) {
    return values.get(layer);
  }

  /** A field of bits, or null when the file has none of this name. */
  int[] flags(String layer) {
    return flags.get(layer);
  }

  /** Number of retrievals, screened or not. */
  public int count() {
    int count = 0;
    for (float value : soilMoisture()) {
      if (!Float.isNaN(value)) {
        count++;
      }
    }
    return count;
  }
}
