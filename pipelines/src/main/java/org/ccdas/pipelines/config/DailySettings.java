package org.ccdas.pipelines.config;

import java.io.Serializable;
import java.util.List;
import org.ccdas.inputs.grid.LatLonGrid.Registration;
import org.ccdas.inputs.setting.DataPath;
import org.ccdas.inputs.setting.InvalidSetting;
import org.ccdas.inputs.setting.Setting;

/**
 * Daily weather from CF NetCDF files.
 *
 * @param files the files, at least one
 * @param registration what the coordinates of grids mean
 * @param tmin daily minimum temperature
 * @param tmax daily maximum temperature
 * @param precipitation precipitation
 * @param shortwave incoming shortwave radiation
 */
public record DailySettings(
    @Setting(
            "NetCDF files that together cover spin-up and window, on (time, cell) or"
                + " (time, lat, lon).")
        List<DataPath> files,
    @Setting(value = Registration.MEANING, byDefault = "cf") Registration registration,
    @Setting("Daily minimum temperature at 2 m.") DailyVariable tmin,
    @Setting("Daily maximum temperature at 2 m.") DailyVariable tmax,
    @Setting("Precipitation rate or daily total.") DailyVariable precipitation,
    @Setting("Incoming shortwave radiation, mean over 24 hours.") DailyVariable shortwave)
    implements Serializable {
  /** Refuses an empty list. */
  public DailySettings {
    files = List.copyOf(files);
    if (files.isEmpty()) {
      throw new InvalidSetting("files", "no forcing file is named", "Name at least one");
    }
  }
}
