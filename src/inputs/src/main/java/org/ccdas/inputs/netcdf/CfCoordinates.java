package org.ccdas.inputs.netcdf;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.ccdas.inputs.InputException;

/**
 * Which dimensions of a variable are time, latitude and longitude. A coordinate is known by its
 * units, standard name, axis attribute or, at last, by its name; it is the variable named as the
 * dimension, or an auxiliary coordinate: of one dimension (as for a list of cells), or of two along
 * one of which it is the same.
 */
public final class CfCoordinates {
  /** Dimension index when a coordinate is absent. */
  public static final int ABSENT = -1;

  /** Standard names of coordinates that are neither latitudes nor longitudes. */
  private static final Pattern OTHER = Pattern.compile("(grid|projection|transverse)_");

  private static final Pattern OTHER_UNITS = Pattern.compile("k?m|met(er|re)s?|rad(ians?)?");

  /** How far coordinates in single precision may be apart, degrees. */
  private static final double ROUNDING = 1e-4;

  private static final Pattern WEST_OR_SOUTH =
      Pattern.compile("(degrees?|°)[_ ]?(w(est)?|south)|(degrees?[_ ]|degrees|°)s");

  private enum Kind {
    TIME,
    LATITUDE,
    LONGITUDE
  }

  /**
   * A coordinate.
   *
   * @param dimension of the variable, along which it goes
   * @param line its values along that dimension
   */
  private record Coordinate(NetcdfVariable variable, int dimension, Supplier<double[]> line) {}

  private final NetcdfVariable variable;
  private final NetcdfInput input;
  private final Optional<Coordinate> time;
  private final Optional<Coordinate> latitude;
  private final Optional<Coordinate> longitude;

  private CfCoordinates(NetcdfInput input, NetcdfVariable variable) {
    this.input = input;
    this.variable = variable;
    this.time = search(Kind.TIME);
    this.latitude = search(Kind.LATITUDE);
    this.longitude = search(Kind.LONGITUDE);
  }

  /** The coordinates of a variable of this file. */
  public static CfCoordinates of(NetcdfInput input, NetcdfVariable variable) {
    return new CfCoordinates(input, variable);
  }

  private Optional<Coordinate> search(Kind kind) {
    List<String> dimensions = variable.dimensions();
    for (int d = 0; d < dimensions.size(); d++) {
      Optional<NetcdfVariable> own =
          input.find(dimensions.get(d)).filter(found -> found.shape().length == 1);
      if (own.isPresent() && isOfKind(kind, own.get())) {
        return Optional.of(new Coordinate(own.get(), d, own.get()::read));
      }
    }
    for (String name : auxiliaryNames()) {
      Optional<NetcdfVariable> found = input.find(name).filter(v -> v.shape().length == 1);
      if (found.isPresent() && isOfKind(kind, found.get())) {
        int dimension = dimensions.indexOf(found.get().dimensions().get(0));
        if (dimension >= 0) {
          return Optional.of(new Coordinate(found.get(), dimension, found.get()::read));
        }
      }
    }
    return kind == Kind.TIME
        ? Optional.empty()
        : overTwoDimensions().filter(v -> isOfKind(kind, v)).flatMap(this::alongOne).findFirst();
  }

  /** The auxiliary coordinates that are over two dimensions of the variable. */
  private Stream<NetcdfVariable> overTwoDimensions() {
    List<String> dimensions = variable.dimensions();
    return auxiliaryNames().stream()
        .flatMap(name -> input.find(name).stream())
        .filter(v -> v.shape().length == 2 && dimensions.containsAll(v.dimensions()))
        .filter(v -> isOfKind(Kind.LATITUDE, v) || isOfKind(Kind.LONGITUDE, v));
  }

  /** A coordinate that is the same all along one of its two dimensions, as of a regular grid. */
  private Stream<Coordinate> alongOne(NetcdfVariable found) {
    double[] all = found.read();
    int columns = found.shape()[1];
    double[] byRow = new double[found.shape()[0]];
    Arrays.setAll(byRow, row -> all[row * columns]);
    double[] byColumn = Arrays.copyOf(all, columns);
    boolean rows = holds(all, i -> byRow[i / columns]);
    boolean across = holds(all, i -> byColumn[i % columns]);
    // the same everywhere: nothing tells along which
    if (rows == across) {
      return Stream.empty();
    }
    int dimension = variable.dimensions().indexOf(found.dimensions().get(rows ? 0 : 1));
    return Stream.of(new Coordinate(found, dimension, () -> rows ? byRow : byColumn));
  }

  private static boolean holds(double[] all, IntToDoubleFunction line) {
    return IntStream.range(0, all.length)
        .allMatch(i -> Math.abs(all[i] - line.applyAsDouble(i)) <= ROUNDING);
  }

  private List<String> auxiliaryNames() {
    Optional<String> listed = variable.attribute("coordinates");
    return listed.isPresent() && !listed.get().isBlank()
        ? List.of(listed.get().strip().split("\\s+"))
        : input.variableNames();
  }

  private static boolean isOfKind(Kind kind, NetcdfVariable candidate) {
    String units = lower(candidate, "units");
    String standardName = lower(candidate, "standard_name");
    String axis = lower(candidate, "axis");
    String name = candidate.name().toLowerCase(Locale.ROOT);
    // of a rotated pole, of a projection, in radians: called latitude, but not in degrees north
    boolean other = OTHER.matcher(standardName).lookingAt() || OTHER_UNITS.matcher(units).matches();
    return !other
        && switch (kind) {
          case TIME ->
              units.contains(" since ")
                  || standardName.equals("time")
                  || axis.equals("t")
                  || name.equals("time");
          case LATITUDE ->
              units.matches("(degrees?|°)[_ ]?n(orth)?")
                  || standardName.equals("latitude")
                  || (axis.equals("y") && name.startsWith("lat"))
                  || name.equals("lat")
                  || name.equals("latitude");
          case LONGITUDE ->
              units.matches("(degrees?|°)[_ ]?e(ast)?")
                  || standardName.equals("longitude")
                  || (axis.equals("x") && name.startsWith("lon"))
                  || name.equals("lon")
                  || name.equals("longitude");
        };
  }

  private static String lower(NetcdfVariable candidate, String attribute) {
    return candidate.attribute(attribute).orElse("").strip().toLowerCase(Locale.ROOT);
  }

  /** Index of the time dimension, or {@link #ABSENT}. */
  public int timeDimension() {
    return time.map(Coordinate::dimension).orElse(ABSENT);
  }

  /** Index of the dimension along which latitude varies, or {@link #ABSENT}. */
  public int latitudeDimension() {
    return latitude.map(Coordinate::dimension).orElse(ABSENT);
  }

  /** Index of the dimension along which longitude varies, or {@link #ABSENT}. */
  public int longitudeDimension() {
    return longitude.map(Coordinate::dimension).orElse(ABSENT);
  }

  /** Whether latitude and longitude have dimensions of their own; else they list points. */
  public boolean isGridded() {
    return latitudeDimension() != longitudeDimension();
  }

  /** The variable of the latitudes. */
  public NetcdfVariable latitude() {
    return require(latitude, "latitude").variable();
  }

  /** The variable of the longitudes. */
  public NetcdfVariable longitude() {
    return require(longitude, "longitude").variable();
  }

  /**
   * Bounds of the latitudes, two for each in the order of the file: the variable that the attribute
   * {@code bounds} names, or without the attribute one that is called as the latitudes with {@code
   * _bnds} or {@code _bounds}.
   *
   * @param dispensable whether the file may lack bounds that it names
   */
  public Optional<double[]> latitudeBounds(boolean dispensable) {
    return bounds(require(latitude, "latitude"), dispensable);
  }

  /** Bounds of the longitudes, as {@link #latitudeBounds}. */
  public Optional<double[]> longitudeBounds(boolean dispensable) {
    return bounds(require(longitude, "longitude"), dispensable);
  }

  private Optional<double[]> bounds(Coordinate of, boolean dispensable) {
    NetcdfVariable coordinate = of.variable();
    Optional<String> named = coordinate.attribute("bounds").map(String::strip);
    Optional<NetcdfVariable> bounds =
        named.isPresent()
            ? input.find(named.get())
            : input
                .find(coordinate.name() + "_bnds")
                .or(() -> input.find(coordinate.name() + "_bounds"));
    if (bounds.isEmpty()) {
      if (named.isPresent() && !dispensable) {
        throw coordinate.problem(
            "has the bounds " + named.get() + ", which are not in the file",
            "Add them, or state the registration of the file in the configuration",
            null);
      }
      return Optional.empty();
    }
    int[] shape = bounds.get().shape();
    if (shape.length != 2 || shape[0] != variable.shape()[of.dimension()] || shape[1] != 2) {
      throw bounds
          .get()
          .problem(
              "has the dimensions " + String.join(", ", bounds.get().dimensions()),
              "Give a lower and an upper bound for every element of " + coordinate.name(),
              null);
    }
    return bounds.map(NetcdfVariable::read);
  }

  /** Latitudes, degrees north, in the order of the file. */
  public double[] latitudes() {
    return values(latitude, "latitude", -90, 90);
  }

  /** Longitudes, degrees east, in the order and turn of the file. */
  public double[] longitudes() {
    return values(longitude, "longitude", -360, 720);
  }

  private double[] values(Optional<Coordinate> coordinate, String what, double low, double high) {
    NetcdfVariable found = require(coordinate, what).variable();
    String units = lower(found, "units");
    if (WEST_OR_SOUTH.matcher(units).matches()) {
      // some such files are positive to the east nevertheless
      throw found.problem(
          "is in " + units,
          "Give degrees_north and degrees_east, with the sign that these have",
          null);
    }
    double[] values = coordinate.get().line().get();
    for (double value : values) {
      if (!(value >= low && value <= high)) {
        throw found.problem(
            "has the impossible " + what + " " + value, "Correct the coordinate", null);
      }
    }
    return values;
  }

  /** Times of the time dimension. */
  public TimeAxis times() {
    return timeVariable().times();
  }

  /** The coordinate of the time dimension, of which {@link TimeCells} knows more. */
  public NetcdfVariable timeVariable() {
    return require(time, "time").variable();
  }

  private Coordinate require(Optional<Coordinate> coordinate, String what) {
    return coordinate.orElseThrow(
        () ->
            curvilinear()
                .orElseGet(
                    () ->
                        variable.problem(
                            "has no "
                                + what
                                + " coordinate (dimensions "
                                + String.join(", ", variable.dimensions())
                                + ")",
                            "Add a coordinate variable with CF units, such as degrees_north or"
                                + " days since",
                            null)));
  }

  /** What is wrong when the latitudes or longitudes of the variable have two dimensions. */
  public Optional<InputException> curvilinear() {
    return overTwoDimensions()
        .findFirst()
        .map(
            found ->
                variable.problem(
                    "is on a curvilinear grid: "
                        + found.name()
                        + " is over "
                        + String.join(", ", found.dimensions()),
                    "Regrid the file to latitudes and longitudes: cdo remapcon,r720x360 IN OUT",
                    null));
  }
}
