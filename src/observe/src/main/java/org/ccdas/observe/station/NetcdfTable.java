package org.ccdas.observe.station;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.ccdas.inputs.InputException;
import org.ccdas.inputs.file.Location;
import org.ccdas.inputs.netcdf.NetcdfInput;
import org.ccdas.inputs.netcdf.NetcdfVariable;

/**
 * The variables of a NetCDF file along its one dimension of samples, as WDCGG and ObsPack lay them
 * out, and its attributes. All is read when it is made. Times come from {@code time_components}
 * (year, month, day, hour, ...), from variables of the parts of a date, or from {@code start_time}
 * or {@code time}.
 */
final class NetcdfTable implements RecordTable {
  private static final Pattern NUMBERS =
      Pattern.compile(
          "value|value_wmo_scale|value_std_dev|value_sd|nvalue|obs_flag|obspack_num|obs_num"
              + "|latitude|longitude|altitude|elevation|intake_height"
              + "|(st_)?(year|month|day|hour|minute|second)");
  private static final Pattern TEXTS =
      Pattern.compile(
          "qcflag|qc_flag|org_qcflag|site_code|site_wdcgg_id|site_gaw_id|method|instrument"
              + "|air_sample_container_id|sample_id|flask_no|flask_id|event_number");
  private static final List<String> ATTRIBUTES =
      List.of("units", "comment", "provider_comment", "long_name", "description", "scale_comment");
  private static final List<String> NOTES =
      List.of("original_data_flag", "data_flag", "flag_comment");
  private static final Pattern BETWEEN = Pattern.compile("[\\s,;]+");
  private static final Pattern NINES = Pattern.compile("-9{2,}(\\.9*0*)?");

  /** Below this no number is meant: ObsPack's -1e34, NetCDF's own fill values. */
  private static final double LOWEST = -1e30;

  private final String file;
  private final int size;
  private final Map<String, double[]> numbers = new HashMap<>();
  private final Map<String, List<String>> texts = new HashMap<>();
  private final Map<String, String> attributes = new HashMap<>();
  private final Map<String, Map<String, String>> meanings = new HashMap<>();
  private final List<LocalDateTime> times;

  private NetcdfTable(NetcdfInput input) {
    file = input.file();
    Map<String, String> names = new HashMap<>();
    input.variableNames().forEach(name -> names.put(name.toLowerCase(Locale.ROOT), name));
    String value = names.get("value");
    if (value == null) {
      throw new InputException(
          file,
          "",
          "There is no variable value among " + String.join(" ", input.variableNames()),
          "Give a file of a station as ObsPack or WDCGG publish it");
    }
    int[] shape = input.variable(value).shape();
    size = shape.length == 1 ? shape[0] : 0;
    if (size == 0) {
      throw input
          .variable(value)
          .problem("is no series of samples", "Give the file of one station", null);
    }
    names.forEach((lower, name) -> read(lower, input.variable(name)));
    times = times(input, names);
    globals(input);
  }

  /** Reads a file. */
  static NetcdfTable read(Location location) {
    try (NetcdfInput input = NetcdfInput.open(location)) {
      return new NetcdfTable(input);
    }
  }

  private void read(String name, NetcdfVariable variable) {
    boolean along = variable.shape().length >= 1 && variable.shape()[0] == size;
    if (!along || !(NUMBERS.matcher(name).matches() || TEXTS.matcher(name).matches())) {
      return;
    }
    for (String attribute : ATTRIBUTES) {
      variable.attribute(attribute).ifPresent(text -> attributes.put(name + ":" + attribute, text));
    }
    if (name.endsWith("flag")) {
      meanings.put(name, meanings(variable));
    }
    if (!variable.isNumeric()) {
      texts.put(name, strings(variable));
    } else if (variable.shape().length == 1) {
      numbers.put(name, variable.read());
    }
  }

  /** What {@code flag_meanings} says of each of {@code flag_values}. */
  private static Map<String, String> meanings(NetcdfVariable variable) {
    String text = variable.attribute("flag_meanings").orElse("").strip();
    double[] numbers = variable.numbers("flag_values");
    String[] flags =
        numbers.length > 0
            ? Arrays.stream(numbers).mapToObj(NetcdfTable::written).toArray(String[]::new)
            : BETWEEN.split(variable.attribute("flag_values").orElse("").strip());
    if (text.isEmpty() || flags[0].isEmpty()) {
      return Map.of();
    }
    String[] words = text.split("\\s*[,;]\\s*");
    if (words.length != flags.length) {
      words = BETWEEN.split(text);
    }
    if (words.length != flags.length) {
      throw variable.problem(
          "has " + flags.length + " flag_values and " + words.length + " flag_meanings",
          "Give one word of flag_meanings for each of flag_values, or remove both",
          null);
    }
    Map<String, String> meanings = new HashMap<>();
    for (int i = 0; i < flags.length; i++) {
      meanings.put(flags[i], words[i].replace('_', ' '));
    }
    return meanings;
  }

  private static String written(double number) {
    return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
  }

  /** One text a sample; of a character variable without a dimension of its length, a letter. */
  private static List<String> strings(NetcdfVariable variable) {
    List<String> all = variable.readStrings();
    int wanted = variable.shape()[0];
    if (all.size() == wanted) {
      return all.stream().map(String::strip).toList();
    }
    String letters = String.join("", all);
    List<String> single = new ArrayList<>();
    for (int i = 0; i < wanted; i++) {
      single.add(i < letters.length() ? letters.substring(i, i + 1).strip() : "");
    }
    return single;
  }

  private void globals(NetcdfInput input) {
    for (String name : TableStation.ATTRIBUTES) {
      input.attribute(name).ifPresent(text -> attributes.put(name, text));
    }
    for (String name : NOTES) {
      input.attribute(name).ifPresent(text -> attributes.put(name, text));
    }
  }

  private List<LocalDateTime> times(NetcdfInput input, Map<String, String> names) {
    if (names.containsKey("time_components")) {
      return ofComponents(input.variable(names.get("time_components")));
    }
    for (String prefix : List.of("st_", "")) {
      if (numbers.containsKey(prefix + "year") && numbers.containsKey(prefix + "month")) {
        return ofParts(prefix);
      }
    }
    String axis = names.getOrDefault("start_time", names.getOrDefault("time", "time"));
    return input.time(axis).times();
  }

  private List<LocalDateTime> ofComponents(NetcdfVariable variable) {
    int[] shape = variable.shape();
    if (shape.length != 2 || shape[0] != size || shape[1] < 2) {
      throw variable.problem(
          "is not one date a sample", "Give year, month, day, ... along its last dimension", null);
    }
    double[] all = variable.read();
    List<LocalDateTime> dates = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      int at = i * shape[1];
      dates.add(
          date(
              i,
              all[at],
              all[at + 1],
              shape[1] > 2 ? all[at + 2] : 1,
              shape[1] > 3 ? all[at + 3] : 0,
              shape[1] > 4 ? all[at + 4] : 0));
    }
    return dates;
  }

  private List<LocalDateTime> ofParts(String prefix) {
    List<LocalDateTime> dates = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      dates.add(
          date(
              i,
              part(prefix + "year", i, 0),
              part(prefix + "month", i, 0),
              part(prefix + "day", i, 1),
              part(prefix + "hour", i, 0),
              part(prefix + "minute", i, 0)));
    }
    return dates;
  }

  private double part(String name, int row, double otherwise) {
    double[] parts = numbers.get(name);
    return parts == null ? otherwise : parts[row];
  }

  private LocalDateTime date(
      int row, double year, double month, double day, double hour, double minute) {
    try {
      return LocalDateTime.of(
          whole(year), whole(month), day > 0 ? whole(day) : 1, clock(hour), clock(minute));
    } catch (DateTimeException e) {
      throw error(
          row,
          "There is no date " + year + " " + month + " " + day + " " + hour + " " + minute,
          "Correct the times of the file");
    }
  }

  private static int clock(double part) {
    return part > 0 ? whole(part) : 0;
  }

  private static int whole(double part) {
    return Double.isNaN(part) ? -1 : (int) part;
  }

  @Override
  public String file() {
    return file;
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public List<String> columns() {
    return Stream.concat(numbers.keySet().stream(), texts.keySet().stream()).sorted().toList();
  }

  @Override
  public Optional<String> attribute(String name) {
    return Optional.ofNullable(attributes.get(name));
  }

  @Override
  public Map<String, String> meanings(String column) {
    return meanings.getOrDefault(column, Map.of());
  }

  /** Not of {@code obs_flag}, whose numbers mean something else than those of quality flags. */
  @Override
  public List<String> notesOnFlags() {
    return attributes.entrySet().stream()
        .filter(entry -> entry.getKey().contains("flag") && !entry.getKey().startsWith("obs_flag"))
        .sorted(Map.Entry.comparingByKey())
        .map(Map.Entry::getValue)
        .toList();
  }

  /** Numbers too: flags may be such. */
  @Override
  public String text(int row, String column) {
    if (texts.containsKey(column)) {
      return texts.get(column).get(row);
    }
    return written(numbers.get(column)[row]);
  }

  @Override
  public double number(int row, String column) {
    double value = numbers.get(column)[row];
    return value < LOWEST || NINES.matcher(Float.toString((float) value)).matches()
        ? Double.NaN
        : value;
  }

  @Override
  public double coordinate(int row, String column) {
    double value = numbers.get(column)[row];
    return value <= -999 ? Double.NaN : value;
  }

  @Override
  public LocalDateTime time(int row) {
    return times.get(row);
  }

  @Override
  public boolean monthsOnly() {
    return false;
  }

  @Override
  public String place(int row) {
    return "sample " + row;
  }
}
