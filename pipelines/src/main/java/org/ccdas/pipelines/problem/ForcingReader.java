package org.ccdas.pipelines.problem;

import java.util.ArrayList;
import java.util.List;
import org.ccdas.inputs.file.FilePattern;
import org.ccdas.inputs.file.Location;
import org.ccdas.inputs.forcing.AtmosphericCo2;
import org.ccdas.inputs.forcing.CfForcing;
import org.ccdas.inputs.forcing.ClimatologyForcing;
import org.ccdas.inputs.forcing.ClimatologyVariables;
import org.ccdas.inputs.forcing.Forcing;
import org.ccdas.inputs.forcing.ForcingVariables;
import org.ccdas.inputs.forcing.MonthlyForcing;
import org.ccdas.inputs.forcing.MonthlyVariables;
import org.ccdas.inputs.forcing.MonthlyVariables.Extra;
import org.ccdas.inputs.forcing.MonthlyVariables.LightKind;
import org.ccdas.inputs.forcing.RepeatedForcing;
import org.ccdas.inputs.forcing.SourceVariable;
import org.ccdas.inputs.forcing.WeatherGenerator;
import org.ccdas.inputs.setting.DataPath;
import org.ccdas.pipelines.config.ClimatologySettings;
import org.ccdas.pipelines.config.DailySettings;
import org.ccdas.pipelines.config.DailyVariable;
import org.ccdas.pipelines.config.Experiment;
import org.ccdas.pipelines.config.ForcingSettings;
import org.ccdas.pipelines.config.MonthlySettings;
import org.ccdas.pipelines.config.MonthlyVariable;
import org.ccdas.pipelines.config.ScaledVariable;
import org.ccdas.pipelines.config.Years;

/** Opens the weather of an experiment. */
final class ForcingReader {
  private static final double REACH_DEGREES = 5;
  private static final String PER_MONTH = "/month";

  private ForcingReader() {}

  static Forcing read(Experiment experiment) {
    Forcing weather = weather(experiment);
    Years repeat = experiment.spinUp().repeat();
    return repeat == null
        ? weather
        : RepeatedForcing.before(
            weather, experiment.window().months().firstDay(), repeat.first(), repeat.last());
  }

  /** All files of the weather. */
  static List<Location> files(ForcingSettings forcing) {
    if (forcing.climatology() != null) {
      return List.of(forcing.climatology().file().path());
    }
    if (forcing.daily() != null) {
      return forcing.daily().files().stream().map(DataPath::path).toList();
    }
    List<Location> files = new ArrayList<>(files(forcing.monthly()));
    for (MonthlyVariable extra :
        new MonthlyVariable[] {forcing.monthly().diurnalRange(), forcing.monthly().wetDays()}) {
      if (extra != null && extra.climatology() != null) {
        files.add(extra.climatology().path());
      }
    }
    return files;
  }

  private static List<Location> files(MonthlySettings monthly) {
    return monthly.files().stream()
        .flatMap(file -> FilePattern.files(file.path()).stream())
        .distinct()
        .toList();
  }

  private static Forcing weather(Experiment experiment) {
    ForcingSettings forcing = experiment.forcing();
    if (forcing.climatology() != null) {
      return climatology(forcing.climatology(), experiment.seed());
    }
    return forcing.monthly() != null
        ? monthly(forcing.monthly(), experiment.seed()).withReach(REACH_DEGREES)
        : daily(forcing.daily());
  }

  private static MonthlyForcing monthly(MonthlySettings settings, long seed) {
    List<SourceVariable> temperature =
        settings.temperature() != null
            ? List.of(variable(settings.temperature()))
            : List.of(variable(settings.tmin()), variable(settings.tmax()));
    LightKind kind =
        settings.shortwave() != null
            ? LightKind.SHORTWAVE
            : settings.sunshine() != null ? LightKind.SUNSHINE : LightKind.CLOUD;
    ScaledVariable light =
        switch (kind) {
          case SHORTWAVE -> settings.shortwave();
          case SUNSHINE -> settings.sunshine();
          case CLOUD -> settings.cloud();
        };
    MonthlyVariables variables =
        new MonthlyVariables(
            temperature,
            precipitation(settings.precipitation()),
            isTotal(settings.precipitation()),
            variable(light),
            kind,
            extra(settings.diurnalRange()),
            extra(settings.wetDays()),
            settings.registration());
    return MonthlyForcing.of(files(settings), variables, seed);
  }

  private static Extra extra(MonthlyVariable variable) {
    return variable == null
        ? null
        : new Extra(
            new SourceVariable(
                variable.variable(),
                variable.unit() == null ? "" : variable.unit(),
                variable.scale()),
            variable.climatology() == null ? null : variable.climatology().path(),
            variable.registration());
  }

  private static boolean isTotal(ScaledVariable precipitation) {
    return precipitation.unit() != null && precipitation.unit().endsWith(PER_MONTH);
  }

  /** A total a month is no unit of UDUNITS with a fixed length, and is read as an amount. */
  private static SourceVariable precipitation(ScaledVariable variable) {
    String unit = variable.unit() == null ? "" : variable.unit();
    return new SourceVariable(
        variable.variable(),
        isTotal(variable) ? unit.substring(0, unit.length() - PER_MONTH.length()) : unit,
        variable.scale());
  }

  private static Forcing daily(DailySettings daily) {
    return CfForcing.of(
            daily.files().stream().map(DataPath::path).toList(),
            new ForcingVariables(
                variable(daily.tmin()),
                variable(daily.tmax()),
                variable(daily.precipitation()),
                variable(daily.shortwave())))
        .registered(daily.registration());
  }

  private static Forcing climatology(ClimatologySettings settings, long seed) {
    ClimatologyVariables variables =
        new ClimatologyVariables(
            variable(settings.temperature()),
            precipitation(settings.precipitation()),
            isTotal(settings.precipitation()),
            variable(settings.sunshine()),
            settings.registration());
    return ClimatologyForcing.of(
            settings.file().path(), variables, new WeatherGenerator(seed, settings.repeatYear()))
        .withReach(REACH_DEGREES);
  }

  private static SourceVariable variable(DailyVariable variable) {
    return new SourceVariable(
        variable.variable(), variable.unit() == null ? "" : variable.unit(), 1);
  }

  private static SourceVariable variable(ScaledVariable variable) {
    return new SourceVariable(
        variable.variable(), variable.unit() == null ? "" : variable.unit(), variable.scale());
  }

  static AtmosphericCo2 air(Experiment experiment) {
    return experiment.atmosphericCo2() == null
        ? AtmosphericCo2.standard()
        : AtmosphericCo2.read(experiment.atmosphericCo2().path());
  }
}
