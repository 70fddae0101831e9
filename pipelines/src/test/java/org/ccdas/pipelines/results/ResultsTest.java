package org.ccdas.pipelines.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.ccdas.assimilate.posterior.Ensemble;
import org.ccdas.assimilate.posterior.Profile;
import org.ccdas.inputs.file.Location;
import org.ccdas.inputs.netcdf.NetcdfInput;
import org.ccdas.pipelines.run.RunFolder;
import org.ccdas.pipelines.run.RunOutcome;
import org.ccdas.pipelines.run.RunPosterior;
import org.ccdas.report.Report;
import org.ccdas.report.run.ResultJson;
import org.ccdas.report.run.RunProvenance;
import org.ccdas.report.run.RunSummary;
import org.ccdas.report.run.TwinErrors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultsTest {
  private static final double SECONDS = 86400;

  @TempDir private Path folder;
  private RunOutcome outcome;
  private RunFolder run;

  @BeforeEach
  void writeResults() throws IOException {
    outcome = SmallRun.outcome();
    run = new RunFolder(Location.of(folder));
    Results.write(outcome, run);
  }

  @Test
  void leavesCompleteFilesAndNothingElse() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder(
              "parameters.nc",
              "fluxes.nc",
              "stations.nc",
              "cost.nc",
              "posterior.nc",
              "summary.json",
              "provenance.json");
    }
  }

  @Test
  void sameOutcomeGivesSameBytesButForTheClock() throws IOException {
    RunFolder again = new RunFolder(Location.of(folder.resolve("again")));
    Results.write(outcome, again);
    for (String name :
        List.of(
            "parameters.nc",
            "fluxes.nc",
            "stations.nc",
            "cost.nc",
            "posterior.nc",
            "summary.json")) {
      assertThat(again.result(name).path())
          .as(name)
          .hasSameBinaryContentAs(run.result(name).path());
    }
  }

  @Test
  void parametersReadBack() {
    try (NetcdfInput input = NetcdfInput.open(run.result(Results.PARAMETERS))) {
      double[] x = outcome.minimiser().x();
      assertThat(input.variable("x_posterior").read()).isEqualTo(x);
      assertThat(input.variable("posterior").read())
          .isEqualTo(outcome.setup().control().physical(x));
      assertThat(input.variable("prior").read())
          .isEqualTo(outcome.setup().control().physical(new double[x.length]));
      assertThat(input.variable("symbol").readStrings()).startsWith("Vm25").endsWith("c0");
      assertThat(input.variable("scope").readStrings()).startsWith("TrEv").endsWith("global");
      assertThat(input.variable("unit").readStrings()).endsWith("ppm");
      assertThat(input.variable("prior_sigma").read()).endsWith(1.0);
      assertThat(input.variable("number").read()).startsWith(1, 2, 3).endsWith(101);
      double[] lower = input.variable("posterior_lower").read();
      double[] upper = input.variable("posterior_upper").read();
      double[] value = input.variable("posterior").read();
      for (int i = 0; i < x.length; i++) {
        assertThat(value[i]).isStrictlyBetween(lower[i], upper[i]);
      }
    }
  }

  @Test
  void fluxesStandOnTheGridOfTheCells() {
    try (NetcdfInput input = NetcdfInput.open(run.result(Results.FLUXES))) {
      assertThat(input.variable("nep_prior").dimensions()).containsExactly("time", "lat", "lon");
      assertThat(input.variable("lat").read()).containsExactly(-24, -12, 0, 12, 24, 36, 48, 60);
      assertThat(input.variable("lon").read()).containsExactly(7.5, 22.5);
      // south to north, west to east; the rows at 12 S, 24 N and 36 N have no land
      double none = Double.NaN;
      assertThat(input.variable("cell_id").read())
          .containsExactly(
              none, 5, none, none, none, 6, 4, none, none, none, none, none, 2, 3, none, 1);
      assertThat(input.time("time").date(1)).hasToString("2010-02-15");
      assertThat(input.variable("time_bnds").read(new int[] {1, 0}, new int[] {1, 2}))
          .containsExactly(14641, 14669);
    }
  }

  @Test
  void fluxesTimesAreaAndTimeAreTheMonthlyTotals() {
    LandFluxes fluxes = LandFluxes.of(Land.of(outcome), outcome.setup(), outcome.posteriorFluxes());
    double expected = 0;
    for (int cell = 0; cell < SmallRun.CELLS; cell++) {
      for (int month = 0; month < SmallRun.MONTHS; month++) {
        expected += fluxes.land().area(cell) * fluxes.gpp()[cell * SmallRun.MONTHS + month];
      }
    }
    try (NetcdfInput input = NetcdfInput.open(run.result(Results.FLUXES))) {
      double[] area = input.variable("area").read();
      double[] gpp = input.variable("gpp_posterior").readAs("g m-2 s-1");
      double[] bounds = input.variable("time_bnds").read();
      double total = 0;
      for (int i = 0; i < gpp.length; i++) {
        if (!Double.isNaN(gpp[i])) {
          int month = i / area.length;
          double days = bounds[2 * month + 1] - bounds[2 * month];
          total += gpp[i] * area[i % area.length] * days * SECONDS;
        }
      }
      assertThat(expected).isPositive();
      // single precision
      assertThat(total).isCloseTo(expected, within(1e-6 * expected));
    }
  }

  @Test
  void soilMoistureIsMissingAtSeaOnly() {
    try (NetcdfInput input = NetcdfInput.open(run.result(Results.FLUXES))) {
      double[] ids = input.variable("cell_id").read();
      double[] moisture = input.variable("top_soil_moisture_prior").read();
      for (int i = 0; i < moisture.length; i++) {
        if (Double.isNaN(ids[i % ids.length])) {
          assertThat(moisture[i]).isNaN();
        } else {
          assertThat(moisture[i]).isBetween(0.01, 0.6);
        }
      }
    }
  }

  @Test
  void stationsReadBack() {
    try (NetcdfInput input = NetcdfInput.open(run.result("stations.nc"))) {
      assertThat(input.variable("station_code").readStrings()).containsExactly("MLO", "BRW", "SPO");
      assertThat(input.variable("label").readStrings()).containsOnly("flask");
      assertThat(input.variable("assimilated").read()).containsExactly(1, 1, 0);
      assertThat(input.variable("assimilated").attribute("flag_meanings"))
          .contains("held_out assimilated");
      double[] observed = input.variable("co2_observed").read();
      double[] posterior = input.variable("co2_posterior").read();
      assertThat(input.variable("co2_prior").read()).doesNotContain(Double.NaN);
      // February 2010 has no flask
      assertThat(Arrays.copyOfRange(observed, 3, 6)).containsOnly(Double.NaN);
      assertThat(Arrays.stream(observed).filter(Double::isNaN).count()).isEqualTo(3);
      for (int station = 0; station < 3; station++) {
        for (int month = 0; month < SmallRun.MONTHS; month++) {
          assertThat(posterior[month * 3 + station])
              .isEqualTo(
                  outcome.posterior().stream("co2").modelled()[station * SmallRun.MONTHS + month]);
        }
      }
    }
  }

  @Test
  void posteriorReadsBackAndAddsUp() {
    try (NetcdfInput input = NetcdfInput.open(run.result(Results.POSTERIOR))) {
      int n = 101;
      double[] covariance = input.variable("covariance").read();
      double[] sigma = input.variable("x_sigma").read();
      double[] eigenvalue = input.variable("eigenvalue").read();
      double trace = 0;
      double learned = 0;
      for (int i = 0; i < n; i++) {
        assertThat(sigma[i] * sigma[i]).isCloseTo(covariance[i * n + i], within(1e-14));
        trace += covariance[i * n + i];
        learned += eigenvalue[i] / (1 + eigenvalue[i]);
      }
      assertThat(learned).isCloseTo(n - trace, within(1e-9)).isGreaterThan(0.5);
      assertThat(input.variable("group_stream").readStrings())
          .containsExactly("co2", "co2", "prior", "remainder");
      assertThat(input.variable("group_place").readStrings()).startsWith("BRW", "MLO");
      double[] information = input.variable("group_information").read();
      assertThat(information[0] + information[1]).isCloseTo(learned, within(1e-9));

      List<String> names = input.variable("target_name").readStrings();
      LandBudget budget =
          LandBudget.mean(
              LandFluxes.of(Land.of(outcome), outcome.setup(), outcome.posteriorFluxes()));
      int nep = names.indexOf("NEP globe mean");
      assertThat(input.variable("target_posterior").read()[nep])
          .isCloseTo(budget.nep(), within(1e-12));
      assertThat(input.variable("target_posterior").read()[names.indexOf("GPP globe mean")])
          .isCloseTo(budget.gpp(), within(1e-12 * budget.gpp()));
      assertThat(input.variable("target_year").read()[nep]).isZero();
      assertThat(input.variable("target_region").readStrings().get(nep)).isEqualTo("globe");

      // the parts sum to the linear change, whatever the minimiser has left
      double[] attribution = input.variable("attribution").read();
      double sum = 0;
      for (int g = 0; g < 4; g++) {
        sum += attribution[nep * 4 + g];
      }
      RunPosterior found = outcome.uncertainty().orElseThrow();
      assertThat(sum).isCloseTo(found.attribution().change(nep), within(1e-12));
      assertThat(attribution[nep * 4 + 2]).isZero();
      assertThat(Math.abs(attribution[nep * 4])).isPositive();
    }
  }

  @Test
  void profileReadsBack() throws IOException {
    Profile profile = outcome.uncertainty().orElseThrow().profile().orElseThrow();
    assertThat(profile.evaluated() + profile.beyond()).isEqualTo(40);
    assertThat(profile.evaluated()).isGreaterThan(20);
    try (NetcdfInput input = NetcdfInput.open(run.result(Results.POSTERIOR))) {
      double[] below = input.variable("profile_below").read();
      double[] above = input.variable("profile_above").read();
      assertThat(input.variable("profile_mode").read()).startsWith(1, 2).endsWith(100, 101);
      for (int d = 0; d < 20; d++) {
        Profile.Direction direction = profile.directions().get(d);
        // NaN, of a point beyond the bound, is itself here; three evaluations find no minimum, so
        // the rise need not be near 1/2
        assertThat(Double.compare(below[d], direction.below().rise())).isZero();
        assertThat(Double.compare(above[d], direction.above().rise())).isZero();
      }
    }
    JsonNode summary = json(run.summary().path()).at("/posterior/profile");
    assertThat(summary.get("points").asInt()).isEqualTo(profile.evaluated());
    assertThat(summary.get("flagged").asInt()).isEqualTo(profile.flagged());
    assertThat(summary.get("lowest").asDouble()).isLessThan(summary.get("highest").asDouble());
  }

  @Test
  void intervalsOfDrawsStandBesideTheLinearOnes() throws IOException {
    Ensemble draws = outcome.uncertainty().orElseThrow().draws().orElseThrow();
    JsonNode summary = json(run.summary().path());
    assertThat(summary.at("/posterior/draws/draws").asInt()).isEqualTo(10);
    assertThat(summary.at("/posterior/draws/better").asBoolean())
        .isEqualTo(draws.quality().holds());
    // draws of this problem cannot be weighted, so that chains move them
    assertThat(summary.at("/posterior/draws/mixing/moves").asInt()).isEqualTo(2);
    assertThat(draws.quality().mixing().orElseThrow().moves()).isEqualTo(2);
    try (NetcdfInput input = NetcdfInput.open(run.result(Results.POSTERIOR))) {
      double[] lower = input.variable("target_lower68").read();
      double[] median = input.variable("target_median").read();
      double[] upper = input.variable("target_upper68").read();
      for (int t = 0; t < draws.targets(); t++) {
        int target = t;
        if (Arrays.stream(draws.values()).mapToDouble(m -> m[target]).distinct().count() < 2) {
          // of a region without land, or that no parameter changes
          assertThat(upper[t]).isEqualTo(lower[t]);
          continue;
        }
        // weight of the draws below the interval and above it, by a count of its own
        double below = 0;
        double above = 0;
        for (int m = 0; m < 10; m++) {
          below += draws.values()[m][target] < lower[t] ? 0.1 : 0;
          above += draws.values()[m][target] > upper[t] ? 0.1 : 0;
        }
        // the ends lie between two draws, so each side has its share to the weight of
        // one, or of several that stand at the same place
        double one =
            0.1
                * Arrays.stream(draws.values())
                    .collect(Collectors.groupingBy(m -> m[target], Collectors.counting()))
                    .values()
                    .stream()
                    .mapToLong(count -> count)
                    .max()
                    .orElseThrow();
        assertThat(below).isCloseTo(0.158655, within(one));
        assertThat(above).isCloseTo(0.158655, within(one));
        assertThat(median[t]).isBetween(lower[t], upper[t]);
        JsonNode interval = summary.at("/targets/" + t + "/interval");
        assertThat(interval.get("median").asDouble()).isEqualTo(median[t]);
        assertThat(interval.get("upper68").asDouble()).isEqualTo(upper[t]);
      }
    }
  }

  @Test
  void costFalls() {
    try (NetcdfInput input = NetcdfInput.open(run.result(Results.COST))) {
      double[] cost = input.variable("cost").read();
      // the search begins at the prior with what enters linearly at its best
      assertThat(cost[0]).isPositive().isLessThan(outcome.prior().cost());
      assertThat(cost[cost.length - 1]).isEqualTo(outcome.posterior().cost()).isLessThan(cost[0]);
      assertThat(input.variable("iteration").read()).startsWith(0);
      assertThat(input.variable("gradient_norm").read()).doesNotContain(Double.NaN);
    }
  }

  @Test
  void summaryHasItsKeys() throws IOException {
    JsonNode summary = json(run.summary().path());
    assertThat(summary.at("/cost/prior").asDouble()).isEqualTo(outcome.prior().cost());
    assertThat(summary.at("/cost/posterior").asDouble()).isEqualTo(outcome.posterior().cost());
    for (String term : List.of("prior", "co2")) {
      for (String when : List.of("prior", "posterior")) {
        assertThat(summary.at("/cost/terms/" + term + "/" + when).isNumber()).isTrue();
      }
    }
    assertThat(names(summary.at("/cost/terms"))).containsExactly("prior", "co2");
    assertThat(summary.at("/observations/co2").asInt()).isEqualTo(2 * (SmallRun.MONTHS - 1));
    assertThat(names(summary.at("/observations"))).containsExactly("co2");
    assertThat(names(summary.at("/fit"))).containsExactly("co2");
    assertThat(summary.at("/fit/co2/assimilated/n").asInt()).isEqualTo(2 * (SmallRun.MONTHS - 1));
    assertThat(summary.at("/fit/co2/heldOut/n").asInt()).isEqualTo(SmallRun.MONTHS - 1);
    assertThat(names(summary.at("/chiSquare"))).containsExactly("co2");
    assertThat(summary.has("soilMoisture")).isFalse();
    assertThat(summary.at("/gradientNorm/prior").asDouble())
        .isGreaterThan(summary.at("/gradientNorm/posterior").asDouble());
    assertThat(summary.at("/iterations").asInt()).isEqualTo(outcome.minimiser().iterations());
    assertThat(summary.at("/evaluations").asInt()).isEqualTo(3);
    assertThat(names(summary.at("/seconds"))).containsExactly("prepare", "assimilate", "total");
    assertThat(summary.at("/cells").asInt()).isEqualTo(SmallRun.CELLS);
    assertThat(summary.at("/tiles").asInt()).isEqualTo(SmallRun.TILES);
    assertThat(summary.at("/tilesWithoutCarbon").asInt()).isEqualTo(1);
    assertThat(summary.at("/days").asInt()).isEqualTo(92 + 365 + 59);
    assertThat(summary.at("/runner").asText()).isEqualTo("direct");
    assertThat(summary.at("/converged").isBoolean()).isTrue();
    assertThat(summary.at("/minimiser").asText())
        .isEqualTo(outcome.problem().experiment().minimiser().kind().toString());
    assertThat(summary.at("/stoppedBecause").asText()).contains("3 evaluations");
    assertThat(summary.at("/passes").asInt()).isPositive();
    assertThat(summary.at("/minima/0/squaredDistance").asDouble()).isZero();
    assertThat(summary.at("/posterior/degreesOfFreedom").asDouble()).isBetween(0.5, 26.0);
    assertThat(summary.at("/posterior/chi2/co2").asDouble())
        .isCloseTo(summary.at("/chiSquare/co2/posterior").asDouble(), within(1e-9));
    assertThat(names(summary.at("/posterior/chi2"))).containsExactly("co2");
    JsonNode reductions = summary.at("/posterior/uncertaintyReduction");
    assertThat(reductions.size()).isEqualTo(101);
    assertThat(reductions.get("c0 global").asDouble()).isBetween(1.0, 100.0);
    JsonNode target = summary.at("/targets/0");
    assertThat(target.get("name").asText()).isEqualTo("NEP globe 2010");
    assertThat(target.at("/sigma/posterior").asDouble())
        .isLessThan(target.at("/sigma/prior").asDouble())
        .isPositive();
    assertThat(summary.has("twin")).isFalse();
    assertThat(summary.at("/gates").size()).isPositive();
    assertThat(names(summary.at("/gates/0")))
        .containsExactly("name", "unit", "experiment", "value", "range", "passed");
  }

  @Test
  void summaryOfTheSumsAgreesWithTheParts() throws IOException {
    JsonNode summary = json(run.summary().path());
    double n = summary.at("/observations/co2").asDouble();
    assertThat(summary.at("/chiSquare/co2/posterior").asDouble())
        .isEqualTo(2 * outcome.posterior().stream("co2").cost() / n);
    JsonNode years = summary.at("/global/years");
    assertThat(years.at("/0/year").asInt()).isEqualTo(2010);
    assertThat(years.at("/0/months").asInt()).isEqualTo(12);
    assertThat(years.at("/1/months").asInt()).isEqualTo(2);
    double total =
        years.at("/0/budget/gpp/prior").asDouble() + years.at("/1/budget/gpp/prior").asDouble();
    assertThat(summary.at("/global/mean/gpp/prior").asDouble())
        .isCloseTo(total * 12 / SmallRun.MONTHS, within(1e-12 * total));
    JsonNode heldOut = summary.at("/stations/2");
    assertThat(heldOut.get("assimilated").asBoolean()).isFalse();
    assertThat(heldOut.at("/rmse/prior").isNumber()).isTrue();
    assertThat(heldOut.at("/chiSquare/prior").isNull()).isTrue();
    assertThat(names(summary.at("/nppOverGpp")))
        .containsExactly("TrEv", "TmpDec", "EvCn", "C3Gr", "C4Gr", "Tund", "Crop");
  }

  @Test
  void twinIsThereForTheDemo() throws IOException {
    Results.write(outcome, run, Optional.of(new TwinErrors(2, 1, 0.02, 0.01, 1e-9, 1.5, 0.75)));
    JsonNode twin = json(run.summary().path()).get("twin");
    assertThat(twin.get("fluxErrorPrior").asDouble()).isEqualTo(2);
    assertThat(twin.get("fluxErrorPosterior").asDouble()).isEqualTo(1);
    assertThat(twin.get("moistureErrorPosterior").asDouble()).isEqualTo(0.01);
    assertThat(names(twin)).hasSize(7);
  }

  /** The page reads what was written: nothing is lost between the records and the files. */
  @Test
  void theJsonFilesAreReadByTheRecordsThatWriteThem() throws IOException {
    Results.write(outcome, run, Optional.empty());
    assertThat(ResultJson.tree(ResultJson.read(run.summary(), RunSummary.class)))
        .isEqualTo(json(run.summary().path()));
    assertThat(ResultJson.of(ResultJson.read(run.provenance(), RunProvenance.class)))
        .isEqualTo(Files.readAllBytes(run.provenance().path()));
  }

  private static JsonNode json(Path file) throws IOException {
    return new ObjectMapper().readTree(Files.readString(file, StandardCharsets.UTF_8));
  }

  private static List<String> names(JsonNode node) {
    Iterable<String> names = node::fieldNames;
    return StreamSupport.stream(names.spliterator(), false).toList();
  }

  @Test
  void thePageUnderstandsTheFiles(@TempDir Path folder) throws IOException {
    Results.write(outcome, new RunFolder(Location.of(folder)));
    Path page = Report.write(Location.of(folder)).path();
    assertThat(page).isEqualTo(folder.toAbsolutePath().resolve("report.html"));
    String text = Files.readString(page, StandardCharsets.UTF_8).replaceAll("base64,[^\"]*", "");
    assertThat(text)
        .contains("101 process parameters", "6 land cells", "id=\"station-map\"")
        .contains("id=\"nep-change\"", "id=\"parameters\"")
        .doesNotContain("has no file parameters.nc", "has no file fluxes.nc", "NaN", "null");
  }
}
