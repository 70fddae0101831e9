package org.ccdas.pipelines.results;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.ccdas.assimilate.evaluation.FrozenTiles;
import org.ccdas.pipelines.config.BackgroundFlux;
import org.ccdas.pipelines.config.BackgroundTotals;
import org.ccdas.pipelines.config.ClimatologySettings;
import org.ccdas.pipelines.config.Experiment;
import org.ccdas.pipelines.config.LandSettings;
import org.ccdas.pipelines.config.SubDailyScheme;
import org.ccdas.pipelines.config.TextureKind;
import org.ccdas.pipelines.problem.Problem;

/**
 * What an experiment settles where the published systems leave it open (marked choice in
 * docs/model.md), in plain words; numbers in parentheses are sections of that page.
 */
final class Choices {
  private Choices() {}

  /** The choices that matter with these settings. */
  static List<String> of(Problem problem) {
    Experiment experiment = problem.experiment();
    List<String> choices = new ArrayList<>();
    weather(problem, choices);
    land(experiment.land(), choices);
    model(experiment, choices);
    transport(experiment, choices);
    problem.observations().forEach(stream -> choices.addAll(stream.choices()));
    choices.add(
        text(
            "minimiser: the control vector stays within %s prior standard deviations (18.2)",
            number(experiment.minimiser().bound())));
    return choices;
  }

  private static void weather(Problem problem, List<String> choices) {
    Experiment experiment = problem.experiment();
    problem.weatherChoices().forEach(note -> choices.add("weather: " + note));
    ClimatologySettings climatology = experiment.forcing().climatology();
    if (climatology != null) {
      choices.add(
          "weather: generated daily from a monthly climatology with seed "
              + experiment.seed()
              + "; radiation from sunshine, diurnal range and wet days by the formulas of the"
              + " weather generator");
      choices.add(
          climatology.repeatYear()
              ? "weather: the same in every year, so that nothing is said on differences between"
                  + " years"
              : "weather: every year has its own random weather, whose differences between years"
                  + " are invented");
    }
    if (experiment.atmosphericCo2() == null) {
      choices.add(
          "CO2 that leaves see: annual global means, of 2008 to 2015 from memory, else TRENDY v2025 (4.4)");
    }
  }

  private static void land(LandSettings land, List<String> choices) {
    if (land.coverFractions() == null) {
      choices.add(
          text(
              "cover fractions: by rule, 0.5/0.3/0.2, 0.6/0.4 or 1 by the order of the tiles, of a"
                  + " vegetated share of %s, %s where shrubs lead (4.1)",
              number(land.vegetatedShare()), number(land.shrubVegetatedShare())));
    }
    if (land.texture() == null) {
      choices.add("soil: loam everywhere");
    } else if (land.texture().kind() == TextureKind.BIOME4) {
      choices.add("soil: textures derived from water capacity and percolation of BIOME4's input");
    }
    choices.add("soil: albedo by texture; hydraulic constants of six textures (4.3)");
    if (land.elevation() == null) {
      choices.add("relief: all land at sea level");
    }
  }

  private static void model(Experiment experiment, List<String> choices) {
    choices.add(
        experiment.model().subDaily() == SubDailyScheme.QUADRATURE
            ? "model: 8 Gauss points of daylight and 2 of night every day (4.5)"
            : "model: 24 points every day (4.5)");
    choices.add(
        "model: root depths and internal CO2 ratio as plausible for single tiles (4.2, 14)");
    choices.add(
        text(
            "model: tiles with less than %s gC m-2 yr-1 of prior NPP are without carbon, decided"
                + " once at the prior (12.2)",
            number(FrozenTiles.THRESHOLD)));
    choices.add("model: carbon balance closed over the window " + period(experiment) + " (12.2)");
  }

  private static String period(Experiment experiment) {
    return experiment.window().first() + " to " + experiment.window().last();
  }

  private static void transport(Experiment experiment, List<String> choices) {
    choices.add(
        switch (experiment.transport().kind()) {
          case ZONAL_BOX ->
              "transport: the zonal box model, 18 bands by 3 layers, which only background sites"
                  + " suit (16.3)";
          case TRACER ->
              "transport: the tracer model, the same climatological months every year ("
                  + experiment.transport().tracer().identity()
                  + ") (16.7)";
          case RESPONSE ->
              "transport: responses of another model, repeated as their file says (16.2)";
        });
    choices.add("transport: the year of kgC yr-1 has 365 days; 2.123 PgC raise the mean by 1 ppm");
    for (BackgroundFlux flux : experiment.background()) {
      BackgroundTotals totals = flux.totals();
      choices.add(
          "background "
              + flux.name()
              + ": "
              + (totals == null
                  ? "fluxes as in the file"
                  : text(
                      "yearly total = %s x '%s' %s %s PgC yr-1, pattern of %s",
                      number(totals.factor()),
                      totals.column(),
                      totals.offset() < 0 ? "-" : "+",
                      number(Math.abs(totals.offset())),
                      fileName(flux.file().location())))
              + (flux.uncertainty() > 0
                  ? text(
                      ", estimated with an uncertainty of %s PgC yr-1", number(flux.uncertainty()))
                  : ""));
    }
  }

  private static String fileName(String location) {
    return location.substring(location.lastIndexOf('/') + 1);
  }

  private static String number(double value) {
    return value == Math.rint(value) ? String.valueOf(Math.round(value)) : String.valueOf(value);
  }

  private static String text(String format, Object... arguments) {
    return String.format(Locale.ROOT, format, arguments);
  }
}
