package org.ccdas.pipelines.config;

import java.io.Serializable;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.ccdas.inputs.grid.LatLonGrid.Registration;
import org.ccdas.inputs.setting.DataPath;
import org.ccdas.inputs.setting.InvalidSetting;
import org.ccdas.inputs.setting.Setting;

/**
 * Daily weather generated from the real months of every year.
 *
 * @param files the files, at least one
 * @param registration what their coordinates mean
 * @param temperature monthly mean temperature, or null
 * @param tmin mean of the daily minima, or null
 * @param tmax mean of the daily maxima, or null
 * @param precipitation monthly precipitation
 * @param shortwave incoming shortwave radiation, or null
 * @param sunshine share of possible sunshine, or null
 * @param cloud share of the sky under cloud, or null
 * @param diurnalRange mean diurnal range of temperature, or null
 * @param wetDays days with rain in the month, or null
 */
public record MonthlySettings(
    @Setting(
            "NetCDF files that together cover the months of the run, on (time, lat, lon);"
                + " the last name of a path may hold * and ?.")
        List<DataPath> files,
    @Setting(value = Registration.MEANING, byDefault = "cf") Registration registration,
    @Setting(
            value = "Monthly mean temperature. Give either this or tmin and tmax.",
            byDefault = "null")
        ScaledVariable temperature,
    @Setting(value = "Monthly mean of the daily minimum temperature.", byDefault = "null")
        ScaledVariable tmin,
    @Setting(value = "Monthly mean of the daily maximum temperature.", byDefault = "null")
        ScaledVariable tmax,
    @Setting("Monthly precipitation: a total or a rate, as its unit says.")
        ScaledVariable precipitation,
    @Setting(
            value =
                "Mean incoming shortwave radiation. Give exactly one of shortwave, sunshine and cloud.",
            byDefault = "null")
        ScaledVariable shortwave,
    @Setting(value = "Sunshine as a share of the possible.", byDefault = "null")
        ScaledVariable sunshine,
    @Setting(
            value = "Cloud as a share of the sky; sunshine is taken for the rest.",
            byDefault = "null")
        ScaledVariable cloud,
    @Setting(
            value =
                "Monthly mean of the daily range of temperature. Null: tmax less tmin, else from the"
                    + " light (docs/weather-generator.md).",
            byDefault = "null")
        MonthlyVariable diurnalRange,
    @Setting(
            value =
                "Number of days with rain in the month. Null: from the month's precipitation"
                    + " (docs/weather-generator.md).",
            byDefault = "null")
        MonthlyVariable wetDays)
    implements Serializable {
  /** Checks that temperature and light are each given in one way. */
  public MonthlySettings {
    files = List.copyOf(files);
    if (files.isEmpty()) {
      throw new InvalidSetting("files", "no forcing file is named", "Name at least one");
    }
    boolean extremes = tmin != null && tmax != null;
    if (extremes == (temperature != null) || (tmin == null) != (tmax == null)) {
      throw new InvalidSetting(
          temperature == null ? "tmin" : "temperature",
          "the temperature is given " + (temperature == null ? "in half" : "in two ways"),
          "Give exactly one of temperature, or tmin and tmax");
    }
    if (Stream.of(shortwave, sunshine, cloud).filter(Objects::nonNull).count() != 1) {
      throw new InvalidSetting(
          "shortwave",
          "the light is given by none or several of shortwave, sunshine and cloud",
          "Give exactly one of them");
    }
    if (extremes && diurnalRange != null) {
      throw new InvalidSetting(
          "diurnalRange", "tmin and tmax tell the range already", "Remove the key");
    }
  }
}
