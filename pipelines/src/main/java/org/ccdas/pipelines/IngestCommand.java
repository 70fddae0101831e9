package org.ccdas.pipelines;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.ccdas.observe.satellite.RegridRule;
import org.ccdas.observe.satellite.SoilMoistureProducts;
import org.ccdas.pipelines.ingest.GridChoice;
import org.ccdas.pipelines.ingest.IngestRun;
import org.ccdas.pipelines.ingest.ScreeningChange;
import org.ccdas.pipelines.runner.BeamSession;
import org.ccdas.transforms.soilmoisture.IngestSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ccdas ingest}: satellite soil moisture as daily observations on the model grid. */
@Command(
    name = "ingest",
    description =
        "Read, screen and regrid satellite soil moisture: one CF NetCDF file a year with errors,"
            + " quarantine.csv, screening.csv, screening.nc, summary.json. With weather: daily"
            + " weather from a reanalysis.",
    subcommands = IngestWeatherCommand.class)
final class IngestCommand implements Runnable {
  private static final double PERCENT = 100;

  @Spec private CommandSpec spec;

  @Mixin private RunnerArguments runner;

  @Mixin private IngestArguments arguments;

  @Option(
      names = "--input",
      paramLabel = "FOLDER",
      description =
          "Folder with daily files, plain or as .tgz, a file, or a pattern with *; local or gs://.")
  private String input;

  @Option(
      names = "--out",
      paramLabel = "FOLDER",
      description = "Folder for the results, local or gs://; made if it is missing.")
  private String out;

  @Option(
      names = "--grid",
      paramLabel = "LATxLON|CELLS",
      defaultValue = "2x2",
      description =
          "Size of the boxes in degrees, or the table of cells of an experiment"
              + " (default: ${DEFAULT-VALUE}).")
  private String grid;

  @Option(
      names = "--land-mask",
      paramLabel = "FILE",
      description = "CATDS land mask: keeps land pixels only, and gives the land area of boxes.")
  private String landMask = "";

  @Option(
      names = "--product",
      paramLabel = "PRODUCT[:VARIANT]",
      description =
          "Read files of this product only, such as esa-cci-sm-l3s:COMBINED; needed where files of"
              + " several lie together, since products are not mixed.")
  private String product = "";

  @Option(
      names = "--default-error",
      paramLabel = "M3M-3",
      description =
          "Standard error of retrievals whose files give none; without it such files are refused.")
  private double defaultError;

  @Option(
      names = "--max-dqx",
      paramLabel = "M3M-3",
      description = "SMOS: largest error of a retrieval; short for --screen dqx=1e-9..VALUE.")
  private Double dqx;

  @Option(
      names = "--max-rfi",
      paramLabel = "PROBABILITY",
      description =
          "SMOS: largest probability of interference; short for --screen rfi-probability=0..VALUE.")
  private Double rfi;

  @Option(
      names = "--screen",
      paramLabel = "[PRODUCT:]REASON=LOW..HIGH|0xBITS|off",
      description =
          "Change a criterion; LAYER=off leaves out all that look at a layer, such as"
              + " science_flags=off. May be given several times.")
  private List<String> screen = new ArrayList<>();

  @Option(
      names = "--min-valid-fraction",
      paramLabel = "SHARE",
      description = "Least share of a box's land area with accepted pixels (default: 0.3).")
  private double validFraction = RegridRule.STANDARD.minValidFraction();

  @Option(
      names = "--representativeness",
      paramLabel = "M3M-3",
      description = "Error added for what pixels and model see differently (default: 0.04).")
  private double representativeness = RegridRule.STANDARD.representativeness();

  @Override
  public void run() {
    // Not by picocli, which would ask for them before a subcommand too.
    if (input == null || out == null) {
      throw arguments.wrongUse(
          "Missing required option: " + (input == null ? "--input" : "--out") + "=FOLDER");
    }
    if (spec.commandLine().getParseResult().hasMatchedOption("--default-error")
        && !(defaultError > 0 && defaultError < 1)) {
      throw arguments.wrongUse(
          "--default-error must be above 0 and below 1 m3 m-3, got " + defaultError);
    }
    BeamSession session = BeamSession.of(runner.settings());
    IngestRun ingest = new IngestRun(input, out, settings(), arguments.mostQuarantined());
    try {
      print(ingest, ingest.run(session));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private IngestSettings settings() {
    List<ScreeningChange> changes = new ArrayList<>();
    try {
      if (dqx != null) {
        changes.add(ScreeningChange.parse("dqx=1e-9.." + dqx));
      }
      if (rfi != null) {
        changes.add(ScreeningChange.parse("rfi-probability=0.." + rfi));
      }
      screen.forEach(text -> changes.add(ScreeningChange.parse(text)));
      return IngestSettings.onto(new GridChoice(grid).grid())
          .withScreenings(ScreeningChange.apply(changes, SoilMoistureProducts.installed()))
          .withSeries(series())
          .withDefaultError(defaultError)
          .withLandMask(landMask)
          .withRule(new RegridRule(validFraction, representativeness));
    } catch (IllegalArgumentException e) {
      throw arguments.wrongUse(e.getMessage());
    }
  }

  /** The product asked for, which must be one that is known. */
  private String series() {
    if (!product.isEmpty()) {
      SoilMoistureProducts.installed().named(product.replaceFirst(":.*", ""));
    }
    return product;
  }

  private void print(IngestRun ingest, JsonNode summary) {
    PrintWriter terminal = spec.commandLine().getOut();
    JsonNode files = summary.path("files");
    terminal.printf(
        Locale.ROOT,
        "%d files: %d ingested, %d quarantined (%d of them duplicates), %d companions%n",
        files.path("listed").asInt(),
        files.path("ingested").asInt(),
        files.path("quarantined").asInt(),
        files.path("duplicates").asInt(),
        files.path("companions").asInt());
    int others = files.path("others").asInt();
    if (others > 0) {
      terminal.printf(
          Locale.ROOT, "%d other files, left aside; other-files.csv lists them%n", others);
    }
    for (JsonNode note : summary.path("notes")) {
      terminal.printf(
          Locale.ROOT,
          "note on %d files: %s%n",
          note.path("files").asLong(),
          note.path("note").asText());
    }
    for (JsonNode product : summary.path("products")) {
      long retrievals = product.path("retrievals").asLong();
      long accepted = product.path("accepted").asLong();
      terminal.printf(
          Locale.ROOT,
          "%s: %d retrievals, %d accepted (%.1f percent)%n",
          product.path("name").asText(),
          retrievals,
          accepted,
          retrievals == 0 ? 0 : PERCENT * accepted / retrievals);
    }
    for (JsonNode year : summary.path("years")) {
      terminal.printf(
          Locale.ROOT,
          "%s: %d days with files from %s to %s, %d values%n",
          year.path("file").asText(),
          year.path("daysWithValues").asInt(),
          year.path("first").asText(),
          year.path("last").asText(),
          year.path("values").asLong());
    }
    terminal.println("results in " + ingest.output());
    terminal.flush();
  }
}
