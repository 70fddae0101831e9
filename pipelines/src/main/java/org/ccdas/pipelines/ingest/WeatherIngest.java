package org.ccdas.pipelines.ingest;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.coders.SerializableCoder;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.io.fs.EmptyMatchTreatment;
import org.apache.beam.sdk.io.fs.MatchResult;
import org.apache.beam.sdk.transforms.Create;
import org.ccdas.inputs.InputException;
import org.ccdas.inputs.file.Location;
import org.ccdas.inputs.file.StoredFiles;
import org.ccdas.inputs.grid.CellTable;
import org.ccdas.inputs.weather.LandRegrid;
import org.ccdas.inputs.weather.ReadTask;
import org.ccdas.inputs.weather.WeatherArchive;
import org.ccdas.inputs.weather.WeatherPlan;
import org.ccdas.inputs.weather.WeatherYear;
import org.ccdas.pipelines.runner.BeamSession;
import org.ccdas.transforms.weather.AggregateToLocalDays;
import org.ccdas.transforms.weather.CheckWeather;
import org.ccdas.transforms.weather.ReadWeather;
import org.ccdas.transforms.weather.RegridToLand;
import org.ccdas.transforms.weather.WriteWeather;

/**
 * One ingest from an archive of weather to daily weather of cells. A killed one leaves no
 * half-written file and may simply be run again.
 *
 * @param input folder, pattern or Zarr store, local or gs://
 * @param output folder, local or gs://
 * @param archive how the files are written
 * @param grid table of the cells
 * @param first first day
 * @param last last day
 * @param reach degrees within which a cell without land in the archive takes that of another place
 * @param mostQuarantined share of files that cannot be used above which it fails, 0..1
 */
public record WeatherIngest(
    String input,
    String output,
    WeatherArchive archive,
    String grid,
    LocalDate first,
    LocalDate last,
    double reach,
    double mostQuarantined) {
  private static final String WILDCARDS = ".*[*?\\[\\]{}].*";

  /**
   * Runs it to its end.
   *
   * @return the summary, as written beside the weather
   * @throws InputException when too many files are bad, or a day cannot be made
   */
  public ObjectNode run(BeamSession session) throws IOException {
    CellTable cells = CellTable.read(Location.of(grid));
    Pipeline pipeline = session.pipeline();
    WeatherPlan plan = WeatherPlan.of(archive, files(), first, last);
    Location folder = Location.of(output).absolute();
    StoredFiles.makeFolder(folder);
    StoredFiles.removeTemporaries(folder);
    StoredFiles.write(folder.resolve("findings.csv"), findings(plan));
    requireShare(plan);
    List<Integer> borrowing = borrowing(plan, cells);
    pipeline
        .apply("Tasks", Create.of(plan.tasks()).withCoder(SerializableCoder.of(ReadTask.class)))
        .apply("ReadWeather", ReadWeather.of(archive))
        .apply("RegridToLand", RegridToLand.onto(cells.cells(), reach))
        .apply("AggregateToLocalDays", AggregateToLocalDays.of(archive, cells.cells()))
        .apply("CheckWeather", CheckWeather.of(archive, cells.cells()))
        .apply(
            "WriteWeather",
            WriteWeather.into(folder.toString(), cells.cells(), first, last)
                .withAttributes(attributes(plan, borrowing)));
    session.run(pipeline);
    ObjectNode summary = summary(plan, cells, borrowing, folder);
    StoredFiles.write(
        folder.resolve("summary.json"), summary.toPrettyString().getBytes(StandardCharsets.UTF_8));
    requireYears(folder);
    return summary;
  }

  private List<Location> files() throws IOException {
    if (input.endsWith(".zarr") || input.endsWith(".zarr/")) {
      return List.of(Location.of(input).absolute());
    }
    String place = Location.of(input).absolute().toString();
    List<Location> files = new ArrayList<>();
    for (MatchResult.Metadata file :
        FileSystems.match(
                input.matches(WILDCARDS) ? place : place + "/**", EmptyMatchTreatment.ALLOW)
            .metadata()) {
      String path = file.resourceId().toString();
      if (path.matches(".*\\.(nc|nc4|cdf|netcdf)")) {
        files.add(Location.of(path));
      }
    }
    if (files.isEmpty()) {
      throw new InputException(
          input,
          "",
          "there are no NetCDF files (.nc, .nc4, .cdf)",
          "Name a folder with files, a pattern with *, or a Zarr store that ends in .zarr");
    }
    return files;
  }

  private static byte[] findings(WeatherPlan plan) {
    StringBuilder text = new StringBuilder("place,problem,consequence\n");
    for (WeatherPlan.Finding finding : plan.findings()) {
      text.append(quoted(finding.place()))
          .append(',')
          .append(quoted(finding.problem()))
          .append(',')
          .append(finding.consequence())
          .append('\n');
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static String quoted(String text) {
    return '"' + text.replace("\"", "\"\"") + '"';
  }

  private void requireShare(WeatherPlan plan) {
    double share = (double) plan.refused() / plan.files();
    if (share > mostQuarantined) {
      throw new InputException(
          input,
          "",
          plan.refused() + " of " + plan.files() + " files cannot be used",
          "See findings.csv in " + output + ", or raise --max-quarantine-share");
    }
  }

  /** Cells that take the weather of another place, by the first field. */
  private List<Integer> borrowing(WeatherPlan plan, CellTable cells) {
    ReadTask task = plan.tasks().get(0);
    ReadTask one =
        new ReadTask(
            task.file(),
            task.name(),
            task.variable(),
            new int[] {task.indices()[0]},
            new long[] {task.starts()[0]},
            new long[] {task.ends()[0]});
    List<Integer> borrowing = new ArrayList<>();
    one.read(
        archive,
        field -> {
          LandRegrid regrid = LandRegrid.of(field.grid(), cells.cells(), reach);
          regrid.apply(field.values(), field.file());
          borrowing.addAll(regrid.borrowing());
        });
    return borrowing;
  }

  private Map<String, String> attributes(WeatherPlan plan, List<Integer> borrowing) {
    Map<String, String> attributes = new TreeMap<>();
    attributes.put("source", archive.title());
    attributes.put("input_files", String.valueOf(plan.files()));
    attributes.put("days", archive.isDaily() ? "as in the archive" : "by the mean sun of the cell");
    attributes.put(
        "regridding",
        "area-weighted mean over the valid part; "
            + borrowing.size()
            + " cells without one take the nearest within "
            + reach
            + " degrees");
    return attributes;
  }

  private List<WeatherYear> years() {
    List<WeatherYear> years = new ArrayList<>();
    for (int year = first.getYear(); year <= last.getYear(); year++) {
      years.add(WeatherYear.of(year, first, last));
    }
    return years;
  }

  private ObjectNode summary(
      WeatherPlan plan, CellTable cells, List<Integer> borrowing, Location folder) {
    ObjectNode summary = new ObjectMapper().createObjectNode();
    summary.put("archive", archive.name()).put("input", input);
    summary.put("first", first.toString()).put("last", last.toString());
    summary.put("cells", cells.size());
    ArrayNode borrowed = summary.putArray("cellsOfAnotherPlace");
    borrowing.forEach(borrowed::add);
    summary.put("reachDegrees", reach);
    summary.put("files", plan.files()).put("filesQuarantined", plan.refused());
    summary.put("findings", plan.findings().size());
    summary.put("fields", plan.tasks().stream().mapToLong(task -> task.indices().length).sum());
    ArrayNode written = summary.putArray("written");
    for (WeatherYear year : years()) {
      if (StoredFiles.exists(year.weather(folder))) {
        written.add(year.weather(folder).name());
      }
    }
    return summary;
  }

  private void requireYears(Location folder) throws IOException {
    for (WeatherYear year : years()) {
      if (!StoredFiles.exists(year.weather(folder))) {
        boolean told = StoredFiles.exists(year.problems(folder));
        List<String> problems =
            told ? StoredFiles.readText(year.problems(folder)).lines().skip(1).toList() : List.of();
        throw new InputException(
            told ? year.problems(folder).toString() : input,
            String.valueOf(year.year()),
            told
                ? "the year has " + problems.size() + " problems, the first: " + problems.get(0)
                : "there is nothing of this year",
            "Add or correct the files of these days, or shorten the period");
      }
    }
  }
}
