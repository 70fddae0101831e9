package org.ccdas.pipelines.config;

import java.io.Serializable;
import org.ccdas.inputs.setting.InvalidSetting;
import org.ccdas.inputs.setting.Setting;

/**
 * Where the weather comes from: exactly one of the two.
 *
 * @param climatology a monthly climatology, or null
 * @param daily daily files, or null
 */
public record ForcingSettings(
    @Setting(
            value =
                "Daily weather generated from a monthly climatology. Give either this or"
                    + " daily.",
            byDefault = "null")
        ClimatologySettings climatology,
    @Setting(
            value = "Daily weather from files. Give either this or climatology.",
            byDefault = "null")
        DailySettings daily)
    implements Serializable {
  /** Checks that there is exactly one source. */
  public ForcingSettings {
    if ((climatology == null) == (daily == null)) {
      throw new InvalidSetting(
          climatology == null ? "climatology" : "daily",
          climatology == null ? "the forcing has no source" : "the forcing has two sources",
          "Give exactly one of climatology and daily");
    }
  }
}
