package org.ccdas.pipelines.problem;

import org.ccdas.inputs.forcing.AtmosphericCo2;
import org.ccdas.inputs.forcing.CfForcing;
import org.ccdas.inputs.forcing.ClimatologyForcing;
import org.ccdas.inputs.forcing.ClimatologyVariables;
import org.ccdas.inputs.forcing.Forcing;
import org.ccdas.inputs.forcing.ForcingVariables;
import org.ccdas.inputs.forcing.SourceVariable;
import org.ccdas.inputs.forcing.WeatherGenerator;
import org.ccdas.inputs.setting.DataPath;
import org.ccdas.pipelines.config.ClimatologySettings;
import org.ccdas.pipelines.config.DailySettings;
import org.ccdas.pipelines.config.DailyVariable;
import org.ccdas.pipelines.config.Experiment;
import org.ccdas.pipelines.config.ScaledVariable;

/** Opens the weather of an experiment. */
final class ForcingReader {
  private static final double REACH_DEGREES = 5;

  private ForcingReader() {}

  static Forcing read(Experiment experiment) {
    ClimatologySettings climatology = experiment.forcing().climatology();
    return climatology == null
        ? daily(experiment.forcing().daily())
        : climatology(climatology, experiment.seed());
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
    ScaledVariable precipitation = settings.precipitation();
    boolean total = precipitation.unit() != null && precipitation.unit().endsWith("/month");
    String unit = precipitation.unit();
    ClimatologyVariables variables =
        new ClimatologyVariables(
            variable(settings.temperature()),
            new SourceVariable(
                precipitation.variable(),
                unit == null ? "" : total ? unit.substring(0, unit.indexOf('/')) : unit,
                precipitation.scale()),
            total,
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
