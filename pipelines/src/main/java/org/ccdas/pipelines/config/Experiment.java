package org.ccdas.pipelines.config;

import java.io.Serializable;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.ccdas.inputs.setting.DataPath;
import org.ccdas.inputs.setting.InvalidSetting;
import org.ccdas.inputs.setting.Setting;
import org.ccdas.inputs.time.MonthAxis;

/**
 * Everything that a run depends on, with all defaults filled in and all paths resolved.
 *
 * @param name name of the run
 * @param title title of the results, or null
 * @param seed seed of everything random
 * @param window months assimilated
 * @param spinUp months before
 * @param grid land cells
 * @param land cover, soil, relief
 * @param forcing weather
 * @param atmosphericCo2 CO2 for the leaves, or null
 * @param model options of the model
 * @param controlVector parameters estimated, or null
 * @param observations observations
 * @param transport transport operator
 * @param background prescribed fluxes
 * @param regions over which fluxes are summed
 * @param minimiser minimiser
 * @param posterior what is worked out at the minimum
 * @param blocks division of the work
 * @param runner runner
 */
public record Experiment(
    @Setting("Name of the run: letters, digits, dots, hyphens and underscores.") String name,
    @Setting(value = "Title of the results in plain words. Null: the name.", byDefault = "null")
        String title,
    @Setting(
            value =
                "Seed of everything random; the same seed gives the same numbers on every"
                    + " machine.",
            byDefault = "20100101")
        long seed,
    @Setting("The months whose observations are assimilated.") Period window,
    @Setting("The years that bring the model into balance before the window.") SpinUp spinUp,
    @Setting("The land cells.") GridSettings grid,
    @Setting(value = "Plant cover, soil texture and elevation of the cells.", byDefault = "{}")
        LandSettings land,
    @Setting("The weather: one of climatology, monthly and daily.") ForcingSettings forcing,
    @Setting(
            value =
                "CSV with year and ppm, the CO2 that the leaves see. Null: the global means"
                    + " that come with the system, 1700 to 2024.",
            byDefault = "null")
        DataPath atmosphericCo2,
    @Setting(value = "Options of the biosphere model.", byDefault = "{}") ModelSettings model,
    @Setting(
            value =
                "CSV of the parameters that are estimated, with priors, uncertainties and"
                    + " transforms. Null: the control vector that comes with the system.",
            byDefault = "null")
        DataPath controlVector,
    @Setting("The observations.") ObservationSettings observations,
    @Setting(value = "The atmospheric transport operator.", byDefault = "{}")
        TransportSettings transport,
    @Setting(value = "Prescribed fluxes: fossil fuel, land use, ocean.", byDefault = "[]")
        List<BackgroundFlux> background,
    @Setting(
            value =
                "Sets of regions whose fluxes are given with uncertainties, beside the globe. Without"
                    + " any: latitude bands between 90 S, 30 S, 30 N and 90 N.",
            byDefault = "[]")
        List<RegionSettings> regions,
    @Setting(value = "The minimiser and when it stops.", byDefault = "{}")
        MinimiserSettings minimiser,
    @Setting(value = "What is worked out at the minimum.", byDefault = "{}")
        PosteriorSettings posterior,
    @Setting(value = "How the work is divided.", byDefault = "{}") BlockSettings blocks,
    @Setting(value = "Where the pipelines run.", byDefault = "{}") RunnerSettings runner)
    implements Serializable {
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*");

  /** Checks what concerns several keys: the spin-up leads into the window, names are distinct. */
  public Experiment {
    requireName("name", name);
    if (!spinUp.last().plusMonths(1).equals(window.first())) {
      throw new InvalidSetting(
          "spinUp.last",
          "the spin-up ends in " + spinUp.last() + " but the window begins in " + window.first(),
          "Let the spin-up end in the month before the window, " + window.first().minusMonths(1));
    }
    background = List.copyOf(background);
    regions = List.copyOf(regions);
    Set<String> names = new HashSet<>();
    for (int i = 0; i < background.size(); i++) {
      if (!names.add(background.get(i).name())) {
        throw new InvalidSetting(
            "background[" + i + "].name",
            "two background fluxes are named " + background.get(i).name(),
            "Give each its own name");
      }
    }
    title = title == null ? name : title;
  }

  /** Refuses names that cannot be those of folders. */
  static void requireName(String key, String name) {
    if (!NAME.matcher(name).matches()) {
      throw new InvalidSetting(
          key,
          "'" + name + "' cannot be the name of a run",
          "Use letters, digits, dots, hyphens and underscores");
    }
  }

  /** The same on another runner. */
  public Experiment withRunner(RunnerSettings other) {
    return ExperimentFile.changed(
        this, tree -> tree.set("runner", SettingFile.YAML.valueToTree(other)));
  }

  /** The months of one pass of the spin-up and of the window, in one axis. */
  public MonthAxis months() {
    return MonthAxis.of(spinUp.first(), window.last());
  }
}
