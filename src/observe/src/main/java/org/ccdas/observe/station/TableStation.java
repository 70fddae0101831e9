package org.ccdas.observe.station;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.ccdas.inputs.InputException;

/** What a table says of its station. */
final class TableStation {
  /** Attributes of a file that are read. */
  static final List<String> ATTRIBUTES =
      List.of(
          "site_code",
          "site_wdcgg_id",
          "site_gaw_id",
          "site_name",
          "site_latitude",
          "site_longitude",
          "site_elevation",
          "dataset_intake_ht",
          "dataset_name",
          "dataset_parameter",
          "dataset_project",
          "dataset_data_frequency_unit",
          "dataset_selection_tag",
          "dataset_calibration_scale",
          "calibration_scale",
          "contributor",
          "contributor_name",
          "organization",
          "lab_1_abbr",
          "provider_1_affiliation",
          "file_name",
          "obspack_name",
          "obspack_identifier_link",
          "platform",
          "sampling",
          "unit",
          "dataset_parameter_unit");

  private static final Pattern PROJECT =
      Pattern.compile(
          "(surface|tower|ship|shipboard|aircraft|aircore|balloon|satellite)-"
              + "(flask|insitu|in-situ|pfp|continuous|bag|bottle)");
  private static final Pattern SELECTED =
      Pattern.compile("(^|_)(allvalid|representative)(-[\\d.]+m(agl|asl)?)?$");
  private static final Pattern ALOFT = Pattern.compile(".*(aircraft|aircore|balloon|satellite).*");

  /** Degrees of latitude from its median that the samples of a fixed station do not pass. */
  private static final double MOVES = 5;

  private final RecordTable table;

  TableStation(RecordTable table) {
    this.table = table;
    String gas = table.firstAttribute("dataset_parameter");
    if (!gas.isEmpty() && !gas.equalsIgnoreCase("co2")) {
      throw new InputException(
          table.file(),
          "dataset_parameter",
          "The file holds " + gas + ", not CO2",
          "Name a folder of CO2 files in observations.co2.folder");
    }
    if (ALOFT.matcher(declared()).matches()) {
      throw new InputException(
          table.file(),
          "",
          "The samples are of " + declared() + ", not of a station",
          "Leave the file out: the model is compared at fixed places near the ground");
    }
  }

  /**
   * The code of all rows, in upper case.
   *
   * @throws InputException when a row is of another site, or nothing tells the code
   */
  String code() {
    Optional<String> column =
        table.column("site_code", "site", "sample_site_code", "site_wdcgg_id", "site_gaw_id");
    if (column.isEmpty()) {
      String code = table.firstAttribute("site_code", "site_wdcgg_id", "site_gaw_id");
      if (code.isEmpty()) {
        throw new InputException(
            table.file(),
            "",
            "Nothing tells the code of the station",
            "Add site_code to the header");
      }
      return code.toUpperCase(Locale.ROOT);
    }
    String site = table.text(0, column.get()).toUpperCase(Locale.ROOT);
    for (int row = 1; row < table.size(); row++) {
      String other = table.text(row, column.get());
      if (!other.toUpperCase(Locale.ROOT).equals(site)) {
        throw table.error(
            row,
            "Site " + other + " follows lines of site " + site,
            "Give each station a file of its own");
      }
    }
    return site;
  }

  String contributor() {
    String named =
        table.firstAttribute(
            "lab_1_abbr",
            "provider_1_affiliation",
            "contributor",
            "contributor_name",
            "organization");
    return named.isEmpty() && !isWdcgg() ? "NOAA" : named;
  }

  String scale() {
    return table.firstAttribute(
        "dataset_calibration_scale", "calibration_scale", "value:scale_comment");
  }

  /** What the file declares of the sampling, for example {@code surface-flask}; else empty. */
  String declared() {
    String project = table.firstAttribute("dataset_project");
    if (!project.isEmpty()) {
      return project;
    }
    String file = table.file();
    for (String name :
        List.of(
            table.firstAttribute("dataset_name"),
            table.firstAttribute("file_name"),
            file.substring(file.replace('\\', '/').lastIndexOf('/') + 1))) {
      Matcher found = PROJECT.matcher(name.toLowerCase(Locale.ROOT));
      if (found.find()) {
        return found.group();
      }
    }
    String sampling = table.firstAttribute("sampling");
    return sampling.isEmpty() ? "" : table.firstAttribute("platform") + "-" + sampling;
  }

  /** Whether this is a file of WDCGG. */
  boolean isWdcgg() {
    return table.column("site_wdcgg_id", "site_gaw_id", "org_qcflag").isPresent()
        || !table.firstAttribute("site_wdcgg_id", "site_gaw_id").isEmpty();
  }

  /** Whether this is a file of an ObsPack. */
  boolean isObspack() {
    return table.column("obspack_num", "obs_num").isPresent()
        || !table.firstAttribute("obspack_name", "obspack_identifier_link").isEmpty();
  }

  /**
   * Whether the originators of an ObsPack kept valid values only, as the end of its name says:
   * {@code allvalid}, {@code representative}, {@code allvalid-29magl}.
   */
  boolean isSelectedAsValid() {
    String tag =
        table.firstAttribute("dataset_selection_tag", "dataset_name").toLowerCase(Locale.ROOT);
    return isObspack() && SELECTED.matcher(tag).find();
  }

  /**
   * Where the station is: the median over the rows that are used, for stations have moved, and a
   * ship's one sample must not move them; else what the header says.
   *
   * @throws InputException when the samples of more than a tenth of the rows are elsewhere
   */
  RecordPlace place(IntPredicate used) {
    double lat = median("latitude", used, 90);
    requireFixed(lat, used);
    double intake = median("intake_height", used, 1e4);
    double altitude = median("altitude", used, 1e4);
    double elevation = median("elevation", used, 1e4);
    double ground = otherwise(elevation, attribute("site_elevation", 1e4));
    return new RecordPlace(
        otherwise(lat, attribute("site_latitude", 90)),
        otherwise(median("longitude", used, 360), attribute("site_longitude", 360)),
        otherwise(ground, Double.isNaN(intake) ? altitude : altitude - intake),
        otherwise(intake, attribute("dataset_intake_ht", 1e4)));
  }

  private void requireFixed(double lat, IntPredicate used) {
    Optional<String> column = column("latitude");
    if (column.isEmpty() || Double.isNaN(lat)) {
      return;
    }
    int[] rows = IntStream.range(0, table.size()).filter(used).toArray();
    long away =
        Arrays.stream(rows)
            .filter(row -> Math.abs(table.coordinate(row, column.get()) - lat) > MOVES)
            .count();
    if (10 * away > rows.length) {
      throw new InputException(
          table.file(),
          "latitude",
          away + " of " + rows.length + " samples are more than 5 degrees from " + lat + " N",
          "Leave the file out: the model is compared at fixed places");
    }
  }

  private Optional<String> column(String name) {
    return table.column(name, "sample_" + name);
  }

  private double median(String name, IntPredicate used, double limit) {
    Optional<String> column = column(name);
    if (column.isEmpty()) {
      return Double.NaN;
    }
    double[] sorted =
        IntStream.range(0, table.size())
            .filter(used)
            .mapToDouble(row -> checked(row, column.get(), limit))
            .filter(v -> !Double.isNaN(v))
            .sorted()
            .toArray();
    return sorted.length == 0 ? Double.NaN : sorted[sorted.length / 2];
  }

  private double checked(int row, String column, double limit) {
    return checked(table.coordinate(row, column), column, limit, table.place(row));
  }

  /** Of the header; nothing below -999 is a place. */
  private double attribute(String name, double limit) {
    String text = table.firstAttribute(name);
    String place = table.placeOfAttribute(name);
    try {
      double value = text.isEmpty() ? Double.NaN : Double.parseDouble(text);
      return checked(value <= -999 ? Double.NaN : value, name, limit, place);
    } catch (NumberFormatException e) {
      throw new InputException(
          table.file(),
          place,
          name + " is not a number: \"" + text + "\"",
          "Correct the header",
          e);
    }
  }

  private double checked(double value, String name, double limit, String place) {
    double lowest = limit == 360 ? -180 : -limit;
    if (value < lowest || value > limit) {
      throw new InputException(
          table.file(),
          place,
          "There is no place at " + name + " " + value,
          "Correct it; expected is " + lowest + " to " + limit);
    }
    return value;
  }

  private static double otherwise(double given, double other) {
    return Double.isNaN(given) ? other : given;
  }
}
