package org.ccdas.observe.co2;

import java.io.Serializable;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.ccdas.inputs.setting.DataPath;
import org.ccdas.inputs.setting.InvalidSetting;
import org.ccdas.inputs.setting.Setting;
import org.ccdas.observe.station.RecordFormat;

/**
 * The flask CO2 that is assimilated and that is held out (spec 16.5, 16.6).
 *
 * @param format format that the files must have
 * @param folder folder of the files
 * @param stationTable table of stations of the user, or null
 * @param acceptedFlags flags that are good in any case
 * @param stations stations assimilated, at least one, in upper case
 * @param heldOut stations only compared with; those of {@code stations} too keep their place
 * @param heldOutYears years only compared with
 * @param offsetStations stations whose mean before the window is the prior offset
 * @param errorFloor ppm
 * @param correlationMonths months
 * @param minimumMonthsPerYear 0-12
 * @param assimilate whether the stations are part of the cost
 */
public record Co2Settings(
    @Setting(
            value =
                "Format that the files must have: auto (every file is read for what its content"
                    + " shows), wdcgg (World Data Centre for Greenhouse Gases, text or NetCDF),"
                    + " noaaMonthly (monthly means, NOAA), noaaEvent (single flasks, hours or days,"
                    + " NOAA), scripps (monthly means, Scripps CO2 Program), obspack (ObsPack, NetCDF"
                    + " or text).",
            byDefault = "auto")
        RecordFormat format,
    @Setting("Folder with one file a station.") DataPath folder,
    @Setting(
            value =
                "CSV of stations that the table of the system lacks or has wrong: code, lat, lon and"
                    + " optionally name, alt_code, elev_m, network, set, sigma_model_ppm (2),"
                    + " w_layer1, w_layer2, note. It wins over the coordinates of a file. Null: each"
                    + " station is where its file or the table of the system says.",
            byDefault = "null")
        DataPath stationTable,
    @Setting(
            value =
                "Quality flags of values to use although neither their file nor its format says that"
                    + " they are good, for example 3.",
            byDefault = "[]")
        List<String> acceptedFlags,
    @Setting("Codes of the stations that are assimilated.") List<String> stations,
    @Setting(
            value =
                "Codes of stations that are compared with the result and not assimilated; they may be"
                    + " among the stations above, which they take out of the cost.",
            byDefault = "[]")
        List<String> heldOut,
    @Setting(
            value = "Years that are compared with the result and not assimilated.",
            byDefault = "[]")
        List<Integer> heldOutYears,
    @Setting(
            value =
                "Stations whose mean in the month before the window is the prior of the global CO2"
                    + " offset.",
            byDefault = "[SPO, MLO]")
        List<String> offsetStations,
    @Setting(
            value = "Smallest standard error of a monthly mean, ppm.",
            byDefault = "0.5",
            above = 0)
        double errorFloor,
    @Setting(
            value =
                "Time after which the correlation of errors at a station has fallen to 1/e,"
                    + " months; 0 for independent errors.",
            byDefault = "1.5",
            atLeast = 0)
        double correlationMonths,
    @Setting(
            value =
                "A station is used when every year of the window has at least this many"
                    + " monthly means; 0 for any station.",
            byDefault = "8",
            atLeast = 0,
            atMost = 12)
        int minimumMonthsPerYear,
    @Setting(
            value =
                "Whether the stations are part of the cost; else all are only compared with the"
                    + " result.",
            byDefault = "true")
        boolean assimilate)
    implements Serializable {
  /** Checks that each list names a station or year once. */
  public Co2Settings {
    acceptedFlags = List.copyOf(acceptedFlags);
    stations = upperCase(stations);
    heldOut = upperCase(heldOut);
    heldOutYears = List.copyOf(heldOutYears);
    offsetStations = upperCase(offsetStations);
    requireStations("stations", stations);
    requireStations("offsetStations", offsetStations);
    InvalidSetting.requireDistinct("stations", "station", stations);
    InvalidSetting.requireDistinct("heldOut", "station", heldOut);
    InvalidSetting.requireDistinct("offsetStations", "station", offsetStations);
    InvalidSetting.requireDistinct("heldOutYears", "year", heldOutYears);
  }

  /** All stations, assimilated or not, in the order of the concentrations. */
  public List<String> allStations() {
    return Stream.concat(stations.stream(), heldOut.stream()).distinct().toList();
  }

  /** Whether the misfit counts a station, in years that are not held out. */
  public boolean assimilates(String station) {
    return assimilate && stations.contains(station) && !heldOut.contains(station);
  }

  private static List<String> upperCase(List<String> codes) {
    return codes.stream().map(code -> code.strip().toUpperCase(Locale.ROOT)).toList();
  }

  private static void requireStations(String key, List<String> codes) {
    if (codes.isEmpty()) {
      throw new InvalidSetting(key, "no station is named", "Name at least one station code");
    }
  }
}
