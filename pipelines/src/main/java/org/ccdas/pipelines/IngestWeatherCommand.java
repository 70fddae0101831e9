package org.ccdas.pipelines;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.Locale;
import org.ccdas.inputs.file.Location;
import org.ccdas.inputs.weather.WeatherArchive;
import org.ccdas.inputs.weather.WeatherArchives;
import org.ccdas.pipelines.config.ArchiveFile;
import org.ccdas.pipelines.ingest.WeatherIngest;
import org.ccdas.pipelines.runner.BeamSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ccdas ingest weather}: a reanalysis as daily weather of the model's cells. */
@Command(
    name = "weather",
    description =
        "Make daily weather of the model's cells from an archive such as ERA5: one CF NetCDF file a"
            + " year for forcing.daily, findings.csv, summary.json; problems-YYYY.csv where a day"
            + " cannot be made.")
final class IngestWeatherCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Mixin private RunnerArguments runner;

  @Mixin private IngestArguments arguments;

  @Option(
      names = "--input",
      paramLabel = "FOLDER",
      required = true,
      description =
          "Folder with NetCDF files and its folders, a pattern with *, or a store that ends in"
              + " .zarr; local or gs://.")
  private String input;

  @Option(
      names = "--out",
      paramLabel = "FOLDER",
      required = true,
      description = "Folder for the results, local or gs://; made if it is missing.")
  private String out;

  @Option(
      names = "--grid",
      paramLabel = "CELLS",
      required = true,
      description = "The table of cells of an experiment.")
  private String grid;

  @Option(
      names = "--archive",
      paramLabel = "NAME|FILE",
      required = true,
      description =
          "era5, era5-land, crujra, wfde5, isimip, gldas, one that a jar brings, or a description"
              + " in YAML (docs/weather.md).")
  private String archive;

  @Option(names = "--first", paramLabel = "DAY", required = true, description = "First day.")
  private LocalDate first;

  @Option(names = "--last", paramLabel = "DAY", required = true, description = "Last day.")
  private LocalDate last;

  @Option(
      names = "--reach",
      paramLabel = "DEGREES",
      defaultValue = "5",
      description =
          "How far a cell without land in the archive looks for the nearest (default:"
              + " ${DEFAULT-VALUE}).")
  private double reach;

  @Override
  public void run() {
    if (last.isBefore(first)) {
      throw arguments.wrongUse("--last " + last + " is before --first " + first);
    }
    if (!(reach >= 0 && reach <= 180)) {
      throw arguments.wrongUse("--reach must be within 0..180, got " + reach);
    }
    WeatherIngest ingest =
        new WeatherIngest(
            input, out, archive(), grid, first, last, reach, arguments.mostQuarantined());
    try {
      print(ingest.run(BeamSession.of(runner.settings())));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private WeatherArchive archive() {
    return archive.endsWith(".yaml") || archive.endsWith(".yml")
        ? ArchiveFile.read(Location.of(archive))
        : WeatherArchives.named(archive);
  }

  private void print(ObjectNode summary) {
    PrintWriter terminal = spec.commandLine().getOut();
    terminal.printf(
        Locale.ROOT,
        "%d files, %d of them quarantined; %d fields of %s; %d findings%n",
        summary.path("files").asInt(),
        summary.path("filesQuarantined").asInt(),
        summary.path("fields").asLong(),
        summary.path("archive").asText(),
        summary.path("findings").asInt());
    terminal.printf(
        Locale.ROOT,
        "%d cells, %d of them with the weather of the nearest land%n",
        summary.path("cells").asInt(),
        summary.path("cellsOfAnotherPlace").size());
    terminal.println("daily weather of " + first + " to " + last + " in " + out);
    terminal.flush();
  }
}
