package org.ccdas.observe.co2;

import java.io.Serializable;
import java.util.List;
import java.util.stream.Stream;
import org.ccdas.inputs.setting.DataPath;
import org.ccdas.inputs.setting.InvalidSetting;
import org.ccdas.inputs.setting.Setting;

/**
 * The flask CO2 that is assimilated and that is held out (spec 16.5, 16.6).
 *
 * @param format format of the files
 * @param folder folder of the files
 * @param stations stations assimilated, at least one
 * @param heldOut stations only compared with; those of {@code stations} too keep their place
 * @param heldOutYears years only compared with
 * @param offsetStations stations whose mean before the window is the prior offset
 * @param errorFloor ppm
 * @param correlationMonths months
 * @param minimumMonthsPerYear 1-12
 * @param assimilate whether the stations are part of the cost
 */
public record Co2Settings(
    @Setting(
            value =
                "Format of the files: wdcgg (monthly means, World Data Centre for Greenhouse"
                    + " Gases), noaaMonthly (monthly means, NOAA), noaaEvent (single flasks, NOAA),"
                    + " scripps (monthly means, Scripps CO2 Program).",
            byDefault = "wdcgg")
        FlaskFormat format,
    @Setting("Folder with one file a station.") DataPath folder,
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
                    + " monthly means.",
            byDefault = "8",
            atLeast = 1,
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
    stations = List.copyOf(stations);
    heldOut = List.copyOf(heldOut);
    heldOutYears = List.copyOf(heldOutYears);
    offsetStations = List.copyOf(offsetStations);
    requireStations("stations", stations);
    requireStations("offsetStations", offsetStations);
    InvalidSetting.requireDistinct("stations", "station", stations);
    InvalidSetting.requireDistinct("heldOut", "station", heldOut);
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

  private static void requireStations(String key, List<String> codes) {
    if (codes.isEmpty()) {
      throw new InvalidSetting(key, "no station is named", "Name at least one station code");
    }
  }
}
