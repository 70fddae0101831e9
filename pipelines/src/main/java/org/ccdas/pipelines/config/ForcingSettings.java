package org.ccdas.pipelines.config;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.ccdas.inputs.setting.InvalidSetting;
import org.ccdas.inputs.setting.Setting;

/**
 * Where the weather comes from: exactly one of the three.
 *
 * @param climatology a monthly climatology, or null
 * @param monthly real months, or null
 * @param daily daily files, or null
 */
public record ForcingSettings(
    @Setting(
            value =
                "Daily weather generated from a monthly climatology, the same months every year."
                    + " Give exactly one of climatology, monthly and daily.",
            byDefault = "null")
        ClimatologySettings climatology,
    @Setting(
            value = "Daily weather generated from the real months of every year.",
            byDefault = "null")
        MonthlySettings monthly,
    @Setting(value = "Daily weather from files.", byDefault = "null") DailySettings daily)
    implements Serializable {
  /** Checks that there is exactly one source. */
  public ForcingSettings {
    List<String> sources = new ArrayList<>();
    sources.addAll(climatology == null ? List.of() : List.of("climatology"));
    sources.addAll(monthly == null ? List.of() : List.of("monthly"));
    sources.addAll(daily == null ? List.of() : List.of("daily"));
    if (sources.size() != 1) {
      throw new InvalidSetting(
          sources.isEmpty() ? "climatology" : sources.get(1),
          sources.isEmpty()
              ? "the forcing has no source"
              : "the forcing has several sources: " + String.join(", ", sources),
          "Give exactly one of climatology, monthly and daily");
    }
  }
}
