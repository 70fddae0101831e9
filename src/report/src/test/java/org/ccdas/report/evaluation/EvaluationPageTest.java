package org.ccdas.report.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ccdas.evaluate.judge.Comparison;
import org.ccdas.evaluate.judge.Comparisons;
import org.ccdas.evaluate.judge.FluxUncertainty;
import org.ccdas.evaluate.judge.GridComparison;
import org.ccdas.evaluate.judge.Judgement;
import org.ccdas.evaluate.judge.PublishedAbstract;
import org.ccdas.evaluate.judge.RunFacts;
import org.ccdas.evaluate.judge.RunFluxes;
import org.ccdas.evaluate.judge.Stage;
import org.ccdas.evaluate.reference.CellSeries;
import org.ccdas.evaluate.reference.Content;
import org.ccdas.evaluate.reference.Kind;
import org.ccdas.evaluate.reference.Quantity;
import org.ccdas.evaluate.reference.ReferenceData;
import org.ccdas.evaluate.reference.RegionSeries;
import org.ccdas.evaluate.reference.Site;
import org.ccdas.evaluate.reference.SiteSeries;
import org.ccdas.evaluate.reference.StandardRegions;
import org.ccdas.inputs.file.Location;
import org.ccdas.inputs.grid.Cell;
import org.ccdas.inputs.grid.LatLonBox;
import org.ccdas.inputs.time.MonthAxis;
import org.ccdas.report.run.ResultJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluationPageTest {
  private static final MonthAxis MONTHS = new MonthAxis(YearMonth.of(2010, 1), 36);
  private static final List<Cell> CELLS =
      List.of(Cell.of(1, 50, 10, new LatLonBox(48, 52, 8, 12), List.of(1)));

  private static double[] wave(double mean, double amplitude) {
    double[] values = new double[MONTHS.count()];
    Arrays.setAll(
        values, m -> mean - amplitude * Math.cos(2 * Math.PI * m / 12) + 0.1 * ((m / 12) % 2));
    return values;
  }

  private static RunFluxes run() {
    Map<String, double[][]> fields = new HashMap<>();
    for (Quantity quantity : Quantity.values()) {
      for (Stage stage : Stage.values()) {
        double[] wave = wave(2e-8, stage == Stage.PRIOR ? 2e-8 : 1e-8);
        double[][] field = new double[MONTHS.count()][];
        Arrays.setAll(field, m -> new double[] {wave[m]});
        fields.put(quantity.variable() + "_" + stage.key(), field);
      }
    }
    return new RunFluxes(CELLS, new double[] {1}, MONTHS, fields, StandardRegions.of(CELLS));
  }

  private static Judgement judgement() {
    List<RegionSeries> regions = new ArrayList<>();
    for (int member = 0; member < 3; member++) {
      for (Kind kind : List.of(Kind.INVERSION, Kind.DGVM)) {
        regions.add(
            RegionSeries.monthly(
                "<" + kind.key() + member + ">",
                kind,
                Quantity.NEP,
                StandardRegions.GLOBE,
                MONTHS,
                wave(0.1 + member, 0.2),
                Content.OF_A_RUN));
      }
    }
    regions.add(
        new RegionSeries(
            "budget",
            Kind.BUDGET,
            Quantity.NEP,
            StandardRegions.GLOBE,
            12,
            MONTHS,
            new double[] {1, 2, 3},
            new double[] {1, 1, 1},
            new Content(false, false)));
    List<SiteSeries> sites = new ArrayList<>();
    for (Quantity quantity : Quantity.values()) {
      sites.add(
          new SiteSeries(
              "towers",
              new Site("XX-Aaa", 50, 10, "DBF"),
              quantity,
              MONTHS,
              wave(2, 1.5),
              new double[MONTHS.count()]));
    }
    double[][] maps = new double[MONTHS.count()][];
    Arrays.setAll(maps, m -> new double[] {1e-8 * (1 + m % 12)});
    CellSeries cells = new CellSeries("FLUXCOM", Kind.UPSCALED, Quantity.GPP, MONTHS, maps);
    List<Comparison> comparisons =
        new Comparisons(run(), FluxUncertainty.NONE, Optional.empty())
            .of(new ReferenceData(regions, sites, List.of(cells)));
    RunFacts facts =
        new RunFacts(false, false, Optional.empty(), Optional.empty(), Optional.empty());
    return new Judgement(
        "A run",
        List.of("A note."),
        List.of("Some data"),
        run(),
        comparisons,
        List.of(
            GridComparison.of(run(), cells),
            GridComparison.of(
                run(),
                new CellSeries("GLDAS", Kind.LAND_SURFACE, Quantity.SOIL_MOISTURE, MONTHS, maps))),
        new PublishedAbstract(facts, comparisons).statements());
  }

  @Test
  void pageAndPictures(@TempDir Path folder) throws IOException {
    EvaluationPage.write(Location.of(folder), judgement());
    String page = Files.readString(folder.resolve("evaluation.html"));
    assertThat(page)
        .contains(
            "9 statements",
            "A note.",
            "Some data",
            "id=\"abstract\"",
            "id=\"nep-regions\"",
            "id=\"taylor-regions\"",
            "id=\"anomalies\"",
            "id=\"budget\"",
            "id=\"bias-posterior-FLUXCOM\"",
            "id=\"moisture-r\"",
            "id=\"towers-gpp\"",
            "id=\"ilamb\"",
            "XX-Aaa",
            "&lt;inversion0&gt;")
        .doesNotContain("<script", ">NaN", " NaN");
    try (var pictures = Files.list(folder.resolve("evaluation-pictures"))) {
      assertThat(pictures).hasSize(14);
    }
  }

  @Test
  void whatIsMissingIsLeftOut(@TempDir Path folder) throws IOException {
    Judgement nothing =
        new Judgement("A run", List.of(), List.of(), run(), List.of(), List.of(), List.of());
    EvaluationPage.write(Location.of(folder), nothing);
    assertThat(Files.readString(folder.resolve("evaluation.html")))
        .contains("Left out: there is no gridded", "Left out: no tower", "Left out: no data set");
  }

  @Test
  void numbers(@TempDir Path folder) throws IOException {
    EvaluationFiles.write(Location.of(folder), judgement());
    JsonNode json = ResultJson.read(Location.of(folder.resolve("evaluation.json")), JsonNode.class);
    assertThat(json.path("formatVersion").asInt()).isEqualTo(1);
    assertThat(json.path("statements")).hasSize(9);
    JsonNode budget = null;
    for (JsonNode one : json.path("comparisons")) {
      budget = one.path("source").asText().equals("budget") ? one : budget;
    }
    assertThat(budget.path("referenceMean").asDouble()).isEqualTo(2.6);
    assertThat(budget.path("posterior").path("years").path("n").asInt()).isEqualTo(3);
    assertThat(budget.path("posterior").path("months").path("r").isNull()).isTrue();
    assertThat(Files.readAllLines(folder.resolve("evaluation.csv")))
        .startsWith("source,kind,quantity,set,place,stage,part,statistic,value")
        .contains("budget,budget,NEP,globe,globe,prior,years,n,3.0");
  }
}
