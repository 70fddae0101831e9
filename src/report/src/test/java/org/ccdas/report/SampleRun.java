package org.ccdas.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.ccdas.inputs.file.Location;
import org.ccdas.inputs.netcdf.NetcdfOutput;
import org.ccdas.inputs.netcdf.OutputTime;
import org.ccdas.inputs.time.MonthAxis;

/** The result files of an invented run of three parameters, two stations and four cells. */
public final class SampleRun {
  private static final MonthAxis MONTHS = new MonthAxis(YearMonth.of(2010, 1), 36);
  private static final int CELLS = 4;
  private static final double SOME_AREA = 1e12;

  private final Path folder;

  /** A run in this folder. */
  public SampleRun(Path folder) {
    this.folder = folder;
  }

  /** Writes all files that every run has. */
  public SampleRun write() {
    return write("Sample", true);
  }

  /** As above, with a title, converged or not. */
  public SampleRun write(String title, boolean converged) {
    summary(title, converged);
    text(
        "provenance.json",
        """
        {"experiment":"sample","started":"2026-01-01T00:00:00Z","ended":"2026-01-01T01:00:00Z",
         "versions":{"ccdas":"0.1.0"},"platform":{"os":"Linux","processors":"2"},
         "runner":"direct","seeds":{"experiment":8},
         "inputs":{"cells <b>.csv":"0123456789abcdef0123456789abcdef"},"choices":["relief: a < b"]}
        """);
    text(
        "progress.jsonl",
        """
        {"evaluation":1,"iteration":0,"cost":100.0,"prior":0.0,"co2":100.0,"gradientNorm":50.0}
        {"evaluation":2,"iteration":1,"cost":null,"prior":0.2,"co2":null,"gradientNorm":null}
        {"evaluation":3,"iteration":2,"cost":10.5,"prior":0.5,"co2":10.0,"gradientNorm":0.1}
        """);
    endingAt(0.5, -0.9, 0.1);
    assimilating(true, false);
    fluxes();
    return this;
  }

  /** Removes a file. */
  public SampleRun without(String name) {
    try {
      Files.delete(folder.resolve(name));
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes a file of text. */
  public SampleRun text(String name, String content) {
    try {
      Files.writeString(folder.resolve(name), content, StandardCharsets.UTF_8);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void summary(String title, boolean converged) {
    text(
        "summary.json",
        String.format(
            Locale.ROOT,
            """
        {"name":"sample","title":"%s","notes":["A note & more"],
         "cost":{"prior":100.0,"posterior":10.5,"terms":{
           "prior":{"prior":0.0,"posterior":0.5},"co2":{"prior":100.0,"posterior":10.0},
           "soilMoisture":{"prior":0.0,"posterior":0.0}}},
         "observations":{"co2":72,"soilMoisture":0},
         "chiSquare":{"co2":{"prior":2.8,"posterior":0.9},"soilMoisture":null},"gradientNorm":{"prior":50.0,"posterior":0.1},
         "converged":%b,"stoppedBecause":"because","iterations":2,"evaluations":3,
         "cells":4,"tiles":4,"parameters":3,"window":{"first":"2010-01","last":"2012-12"},
         "runner":"direct",
         "posterior":{"degreesOfFreedom":2.5,"constrainedDirections":1,"chi2":{"co2":0.9},
           "uncertaintyReduction":{},
           "nepVarianceShares":{"land parameters":0.03,"c0":0.02,"f_fossil":0.25,"f_ocean":0.7},
           "errors":[{"stream":"co2","place":null,"observations":72,"chi2":0.9,
               "degreesOfFreedom":2.5,"errorFactor":0.97,"conflict":2.8},
             {"stream":"co2","place":"AAA","observations":2,"chi2":0.4,"degreesOfFreedom":2.0,
               "errorFactor":null,"conflict":1.5}],
           "sensitivity":[{"choice":"without AAA","nep":1.75,"nepSigma":0.4,"gpp":125.5,
             "gppSigma":8.0,"degreesOfFreedom":1.2}],"profile":null,
           "draws":{"draws":100,"failed":0,"thrownAway":3,"paretoShape":0.41,"effectiveDraws":37.5,
             "better":true}},
         "stations":[{"code":"AAA","assimilated":true,"n":36,"rmse":{"prior":3.0,"posterior":1.0},
             "chiSquare":{},"bias":{},"amplitude":{},"growth":{}},
           {"code":"BBB","assimilated":false,"n":36,"rmse":{},"chiSquare":{},"bias":{},
             "amplitude":{},"growth":{}}],
         "global":{"mean":{"nep":{"prior":0.0,"posterior":2.5},"gpp":{"prior":120.0,
           "posterior":130.0}},"years":[{"year":2010,"months":12,
           "budget":{"nep":{"prior":0.1,"posterior":2.4}}}]},
         "gates":[{"name":"gpp","unit":"PgC yr-1","experiment":"prior","value":120.0,
           "range":[110.0,175.0],"passed":true}],"gatesNotChecked":["leaf area"]}
        """,
            title,
            converged));
  }

  /** Adds uncertainties, two targets and three groups of observations. */
  public SampleRun withPosterior() {
    NetcdfOutput output = NetcdfOutput.titled("posterior");
    output.dimension("parameter", 3).dimension("parameter2", 3).dimension("mode", 3);
    output.dimension("target", 3).dimension("group", 4);
    output
        .doubles("covariance", "parameter", "parameter2")
        .values(0.16, -0.18, 0, -0.18, 0.25, 0, 0, 0, 0.81);
    output.doubles("x_sigma", "parameter").values(0.4, 0.5, 0.9);
    output.doubles("posterior_lower", "parameter").values(61, 0.7, 387.6);
    output.doubles("posterior_upper", "parameter").values(71, 0.9, 389.4);
    output.doubles("eigenvalue", "mode").values(99, 1, 0);
    output.strings("target_name", "target", List.of("NEP north", "NEP globe", "NEP globe 2010"));
    output.strings("target_region", "target", List.of("north", "globe", "globe"));
    output.strings("target_quantity", "target", List.of("NEP", "NEP", "NEP"));
    output.strings("target_unit", "target", List.of("PgC yr-1", "PgC yr-1", "PgC yr-1"));
    output.ints("target_year", "target").values(0, 0, 2010);
    output.doubles("target_prior", "target").values(0, 0, 0.1);
    output.doubles("target_posterior", "target").values(1.5, 2.5, 2.4);
    output.doubles("target_prior_sigma", "target").values(2, 4, 4);
    output.doubles("target_posterior_sigma", "target").values(0.5, 1, 1.1);
    output.strings(
        "group_stream", "group", List.of("co2", "soilMoisture", "soilMoisture", "prior"));
    output.strings("group_place", "group", List.of("AAA", "30N-60N", "30N-60N", ""));
    output.ints("group_year", "group").values(0, 2010, 2011, 0);
    output
        .doubles("attribution", "target", "group")
        .values(1.0, 0.3, 0.2, 0, 2.0, 0.25, 0.25, 0, 2.0, 0.2, 0.2, 0);
    output.dimension("direction", 2);
    output.ints("profile_mode", "direction").values(1, 3);
    output.doubles("profile_eigenvalue", "direction").values(99, 0);
    output.doubles("profile_below", "direction").mayBeMissing().values(0.49, Double.NaN);
    output.doubles("profile_above", "direction").mayBeMissing().values(0.51, 0.875);
    double[] drawn = {-0.4, 0.45, 0.4};
    for (String end : List.of("lower95", "lower68", "median", "upper68", "upper95")) {
      output.doubles("target_" + end, "target").values(drawn.clone());
      Arrays.setAll(drawn, t -> drawn[t] + 1.4);
    }
    output.ints("profile_flagged", "direction").values(0, 1);
    output.attribute("profile_bound", 4.0);
    output.doubles("left_out_cost_without", "group").mayBeMissing().values(9, 8, 7, Double.NaN);
    write("posterior.nc", output);
    return this;
  }

  /** Adds ensembles of two targets, about this minimum. */
  public SampleRun withEnsemble(double... minimum) {
    NetcdfOutput output = NetcdfOutput.titled("ensemble");
    output.dimension("parameter", minimum.length).dimension("target", 2);
    output.dimension("distribution", 2);
    output.doubles("x_posterior", "parameter").values(minimum);
    output.strings("target_region", "target", List.of("globe", "sea"));
    output.strings("target_quantity", "target", List.of("NEP", "NEP"));
    output.strings("target_unit", "target", List.of("PgC yr-1", "PgC yr-1"));
    output.ints("target_year", "target").values(0, 0);
    output.strings("distribution", "distribution", List.of("posterior", "prior"));
    output.ints("members", "distribution").values(200, 200);
    output.ints("members_failed", "distribution").values(0, 3);
    output.ints("thrown_away", "distribution").values(7, 1);
    output.doubles("centre", "distribution", "target").values(2.5, 0, 0, 0);
    output.doubles("linear_sigma", "distribution", "target").values(1, 0, 4, 0);
    output.doubles("ensemble_mean", "distribution", "target").values(2.625, 0, -1, 0);
    output.doubles("ensemble_sigma", "distribution", "target").values(1.05, 0, 5.2, 0);
    output.doubles("ensemble_median", "distribution", "target").values(2.55, 0, -1, 0);
    output.doubles("ensemble_lower68", "distribution", "target").values(1.45, 0, -6, 0);
    output.doubles("ensemble_upper68", "distribution", "target").values(3.35, 0, 4, 0);
    output.doubles("pareto_shape", "distribution").mayBeMissing().values(0.25, Double.NaN);
    write("ensemble.nc", output);
    return this;
  }

  /** Adds soil moisture of the four places, three with observations, and a series. */
  public SampleRun withMoisture() {
    NetcdfOutput output = NetcdfOutput.titled("soil moisture");
    OutputTime.addMonthly(output, MONTHS);
    output.dimension("lat", 2).dimension("lon", 2).dimension("bnds", 2).dimension("chosen", 2);
    output.doubles("lat_bnds", "lat", "bnds").values(-20, -10, 40, 50);
    output.doubles("lon_bnds", "lon", "bnds").values(0, 20, 20, 40);
    output.ints("observations", "lat", "lon").values(100, 50, 200, 0);
    double shift = 0;
    for (String name :
        List.of(
            "r_prior",
            "r_posterior",
            "r_prior_odd",
            "r_change_even",
            "ubrmse_prior",
            "ubrmse_posterior",
            "bias_prior",
            "bias_posterior")) {
      shift += 0.02;
      output
          .doubles(name, "lat", "lon")
          .mayBeMissing()
          .values(0.3 + shift, 0.5 + shift, 0.7 - shift, Double.NaN);
    }
    output.doubles("chosen_lat", "chosen").values(-15, 45);
    output.doubles("chosen_lon", "chosen").values(10, 30);
    for (String name : List.of("observed", "sigma", "prior", "posterior")) {
      double[] values = new double[2 * MONTHS.count()];
      Arrays.setAll(values, i -> 0.2 + 0.1 * (i % 2) + 0.1 * Math.sin(i / 2));
      values[6] = Double.NaN;
      output.doubles("series_" + name, "time", "chosen").mayBeMissing().values(values);
    }
    write("soilmoisture.nc", output);
    return this;
  }

  private void write(String name, NetcdfOutput output) {
    try {
      output.write(Location.of(folder.resolve(name)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Puts the minimum elsewhere; prior standard deviations. */
  public SampleRun endingAt(double... x) {
    NetcdfOutput output = NetcdfOutput.titled("parameters");
    output.dimension("parameter", 3);
    output.strings("symbol", "parameter", List.of("Vm25", "beta", "c0"));
    output.strings("scope", "parameter", List.of("TrEv", "C3Gr;C4Gr", "global"));
    output.strings("unit", "parameter", List.of("umol m-2 s-1", "-", "ppm"));
    output.doubles("prior", "parameter").values(60, 1, 388);
    output.doubles("prior_sigma", "parameter").values(12, 0.25, 1);
    output.doubles("posterior", "parameter").values(66, 0.8, 388.5);
    output.doubles("x_posterior", "parameter").values(x);
    write("parameters.nc", output);
    return this;
  }

  /** Chooses which of the two stations are in the misfit. */
  public SampleRun assimilating(boolean first, boolean second) {
    NetcdfOutput output = NetcdfOutput.titled("stations");
    OutputTime.addMonthly(output, MONTHS);
    output.dimension("station", 2);
    output.strings("station_code", "station", List.of("AAA", "BBB"));
    output.strings("station_name", "station", List.of("Alpha & Omega", "Beta"));
    output.doubles("lat", "station").values(70, -90);
    output.doubles("lon", "station").values(-150, 179);
    output.ints("assimilated", "station").values(first ? 1 : 0, second ? 1 : 0);
    double[] series = new double[2 * MONTHS.count()];
    Arrays.setAll(series, i -> 390 + 3 * Math.sin(i / 4.0));
    double[] observed = series.clone();
    observed[5] = Double.NaN;
    output.doubles("co2_observed", "time", "station").mayBeMissing().values(observed);
    double[] sigma = new double[series.length];
    Arrays.fill(sigma, 0.5);
    output.doubles("co2_sigma", "time", "station").mayBeMissing().values(sigma);
    output.doubles("co2_prior", "time", "station").mayBeMissing().values(plus(series, 2));
    output.doubles("co2_posterior", "time", "station").mayBeMissing().values(plus(series, 0.1));
    write("stations.nc", output);
    return this;
  }

  private static double[] plus(double[] values, double more) {
    return Arrays.stream(values).map(v -> v + more).toArray();
  }

  /** Two rows and two columns; the last cell is no land. */
  private void fluxes() {
    NetcdfOutput output = NetcdfOutput.titled("fluxes");
    OutputTime.addMonthly(output, MONTHS);
    output.dimension("lat", 2).dimension("lon", 2).dimension("bnds", 2);
    output.doubles("lat", "lat").values(-15, 45);
    output.doubles("lon", "lon").values(10, 30);
    output.doubles("lat_bnds", "lat", "bnds").values(-20, -10, 40, 50);
    output.doubles("lon_bnds", "lon", "bnds").values(0, 20, 20, 40);
    output
        .doubles("area", "lat", "lon")
        .mayBeMissing()
        .values(SOME_AREA, SOME_AREA, SOME_AREA, Double.NaN);
    for (String quantity : List.of("nep", "gpp", "npp", "evapotranspiration")) {
      for (int experiment = 0; experiment < 2; experiment++) {
        double[] values = new double[CELLS * MONTHS.count()];
        int shift = experiment;
        Arrays.setAll(
            values,
            i ->
                i % CELLS == 3
                    ? Double.NaN
                    : 1e-8 * (shift + (i % CELLS) + Math.sin(i / CELLS * Math.PI / 6)));
        output
            .floats(quantity + (experiment == 0 ? "_prior" : "_posterior"), "time", "lat", "lon")
            .mayBeMissing()
            .values(values);
      }
    }
    write("fluxes.nc", output);
  }
}
