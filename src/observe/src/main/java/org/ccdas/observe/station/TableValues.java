package org.ccdas.observe.station;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.ccdas.inputs.InputException;
import org.ccdas.inputs.netcdf.UnitConversion;

/** The measured columns of a table, in ppm. */
final class TableValues {
  private static final Set<String> PPM =
      Set.of(
          "ppm",
          "ppmv",
          "micromol mol-1",
          "micromoles mol-1",
          "micromole mol-1",
          "umol mol-1",
          "µmol mol-1",
          "μmol mol-1",
          "micromol/mol",
          "umol/mol",
          "parts per million",
          "µmol/mol",
          "1e-6");
  private static final Set<String> MOL =
      Set.of("mol mol-1", "mol/mol", "mole mole-1", "moles mol-1", "1");

  private final RecordTable table;
  private final String value;
  private final Optional<String> onScale;
  private final Optional<String> spread;
  private final Optional<String> count;
  private final Optional<String> flag;
  private final Optional<String> contributorFlag;
  private final double factor;
  private final FlagTable flags;

  TableValues(RecordTable table, TableStation station, Set<String> acceptedFlags) {
    this.table = table;
    value = require("value", "analysis_value");
    onScale = table.column("value_wmo_scale");
    spread = table.column("value_std_dev", "value_sd");
    count = table.column("nvalue");
    boolean wdcgg = station.isWdcgg();
    flag = table.column("qcflag", "qc_flag", "analysis_flag");
    contributorFlag = wdcgg ? table.column("org_qcflag") : Optional.empty();
    if (!table.monthsOnly() && flag.isEmpty() && !station.isObspack()) {
      require("qcflag", "analysis_flag");
    }
    factor = factor();
    flags =
        FlagTable.of(
            table.notesOnFlags(),
            meanings(),
            wdcgg
                ? FlagTable.wdcgg(
                    FlagTable.present(IntStream.range(0, table.size()).mapToObj(this::flag)))
                : station.isSelectedAsValid() ? FlagTable::ofSelected : FlagTable::noaa,
            acceptedFlags);
    if (!wdcgg && !station.isObspack() && table instanceof TextTable && !flags.ofFile()) {
      requireThreeCharacters();
    }
  }

  /** Of WDCGG's own flags, or where they say nothing of the contributor's. */
  private Map<String, String> meanings() {
    Optional<String> contributed =
        contributorFlag.filter(c -> flag.map(this::saysNothing).orElse(true));
    return contributed.or(() -> flag).map(table::meanings).orElse(Map.of());
  }

  private boolean saysNothing(String column) {
    return IntStream.range(0, table.size())
        .allMatch(row -> FlagTable.missing(table.text(row, column)));
  }

  private String require(String... names) {
    return table
        .column(names)
        .orElseThrow(
            () ->
                new InputException(
                    table.file(),
                    "",
                    "There is no column "
                        + String.join(" or ", names)
                        + " among "
                        + String.join(" ", table.columns()),
                    "Get the whole file"));
  }

  private void requireThreeCharacters() {
    for (int row = 0; row < table.size(); row++) {
      if (!FlagTable.missing(flag(row)) && flag(row).length() != 3) {
        throw table.error(
            row,
            "The quality flag \"" + flag(row) + "\" has not three characters",
            "Correct the line");
      }
    }
  }

  /** From the unit of the file to ppm; text without a unit is in ppm. */
  private double factor() {
    String unit = table.firstAttribute("value:units", "dataset_parameter_unit", "unit");
    String known = unit.toLowerCase(Locale.ROOT).replaceAll("[\\s^]+", " ").strip();
    if (PPM.contains(known) || unit.isEmpty() && table instanceof TextTable) {
      return 1;
    }
    if (MOL.contains(known)) {
      return 1e6;
    }
    if (unit.isEmpty()) {
      throw unknownUnit("CO2 has no unit", null);
    }
    try {
      return UnitConversion.between(unit, "1e-6").slope();
    } catch (IllegalArgumentException e) {
      throw unknownUnit("CO2 is in \"" + unit + "\", which is not known", e);
    }
  }

  private InputException unknownUnit(String problem, IllegalArgumentException cause) {
    return new InputException(
        table.file(),
        "units of value",
        problem,
        "Give it in mol mol-1 or ppm, and say so in value:units",
        cause);
  }

  /** The flag of a row; WDCGG's own where there is one, else the contributor's. */
  String flag(int row) {
    String own = flag.map(column -> table.text(row, column)).orElse(MonthlyMean.NO_FLAG);
    return contributorFlag.isPresent() && FlagTable.missing(own)
        ? table.text(row, contributorFlag.get())
        : own;
  }

  /** What flag and representativeness ({@code obs_flag}, 0 for local air) say of a row. */
  Quality quality(int row) {
    return isLocalOnly(row) ? Quality.NOT_BACKGROUND : flags.quality(flag(row));
  }

  /** Whether nothing but {@code obs_flag} keeps a row out. */
  private boolean isLocalOnly(int row) {
    return table.has("obs_flag")
        && table.number(row, "obs_flag") == 0
        && flags.quality(flag(row)) == Quality.GOOD;
  }

  /** What keeps a row out, in words: its flag, or {@code obs_flag}. */
  String reason(int row) {
    return isLocalOnly(row) ? "obs_flag 0 (local air)" : Reading.flagged(flag(row));
  }

  /** Mole fraction of a row, on WMO's scale where the file has that too, ppm; NaN when missing. */
  double co2(int row) {
    double onWmoScale = onScale.map(column -> number(row, column)).orElse(Double.NaN);
    return factor * (Double.isNaN(onWmoScale) ? number(row, value) : onWmoScale);
  }

  /** Standard deviation within the mean of a row, ppm; NaN when not given. */
  double standardDeviation(int row) {
    double sd = spread.map(column -> factor * number(row, column)).orElse(Double.NaN);
    if (sd < 0) {
      throw table.error(
          row, "The standard deviation is " + sd + " ppm", "Correct it, or mark it as missing");
    }
    return sd;
  }

  /** Number of values in the mean of a row; -1 when not given. */
  int samples(int row) {
    double n = count.map(column -> number(row, column)).orElse(Double.NaN);
    return n >= 0 ? (int) Math.min(n, Integer.MAX_VALUE) : -1;
  }

  /** WDCGG writes -9 for what is missing, others more nines. */
  private double number(int row, String column) {
    double number = table.number(row, column);
    return number == -9 ? Double.NaN : number;
  }
}
