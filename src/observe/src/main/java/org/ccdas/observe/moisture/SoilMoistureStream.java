package org.ccdas.observe.moisture;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.ccdas.bethy.lane.ModelSeries;
import org.ccdas.inputs.InputException;
import org.ccdas.inputs.file.Location;
import org.ccdas.inputs.file.StoredFile;
import org.ccdas.inputs.file.StoredFiles;
import org.ccdas.inputs.land.LandCell;
import org.ccdas.inputs.setting.DataPath;
import org.ccdas.inputs.time.MonthAxis;
import org.ccdas.observe.local.LocalNames;
import org.ccdas.observe.local.LocalObservations;
import org.ccdas.observe.local.LocalOperator;
import org.ccdas.observe.local.LocalQuantity;
import org.ccdas.observe.local.LocalStream;
import org.ccdas.observe.local.ProductReports;
import org.ccdas.observe.local.Visibility;
import org.ccdas.observe.satellite.SoilMoistureFiles;
import org.ccdas.observe.stream.Observations;
import org.ccdas.observe.stream.StreamContext;

/** Satellite soil moisture of cells, daily (spec section 17). */
public final class SoilMoistureStream extends LocalStream<SoilMoistureSettings> {
  /** Name of the stream. */
  static final String NAME = "soilMoisture";

  /** At most 5 mm of snow, 90 percent unfrozen, 70 percent of the tiles. Spec section 17.1. */
  private static final Visibility VISIBILITY = new Visibility(5, 0.9, 0.7);

  /** m3 m-3. Spec section 17.5. */
  private static final double LEAST_ERROR = 0.02;

  /** Found by the service loader. */
  public SoilMoistureStream() {
    super(
        new LocalQuantity(NAME, ModelSeries.TOP_MOISTURE, VISIBILITY, LEAST_ERROR),
        new LocalNames(
            "soil moisture",
            "m3 m-3",
            "soilmoisture.nc",
            "observed soil moisture",
            "moisture of the top 5 cm",
            4),
        List.of("folder", "files"),
        0.04);
  }

  @Override
  public Class<SoilMoistureSettings> settings() {
    return SoilMoistureSettings.class;
  }

  @Override
  public Observations read(SoilMoistureSettings settings, StreamContext context) {
    MonthAxis window = context.window();
    List<Location> files = list(settings);
    SoilMoistureFiles product = SoilMoistureFiles.scan(files);
    requireWindow(window, files.get(0), product.first(), product.last());
    LocalDate first = window.firstDay();
    LocalDate last = window.lastDay();
    LocalOperator operator = operator(settings, context);
    return new LocalObservations(
        names(),
        operator,
        plan -> product.read(plan.cells().stream().map(LandCell::cell).toList(), first, last),
        files,
        choices(operator),
        List.of(),
        Optional.of(
            new ProductReports(Optional.ofNullable(settings.folder()).map(DataPath::path))));
  }

  private static List<Location> list(SoilMoistureSettings settings) {
    if (settings.folder() == null) {
      return settings.files().stream().map(DataPath::path).toList();
    }
    Location folder = settings.folder().path();
    List<Location> found;
    try {
      found =
          StoredFiles.list(folder).stream()
              .map(StoredFile::location)
              .filter(file -> file.name().matches("soil-moisture.*\\.nc"))
              .toList();
    } catch (IOException e) {
      throw new InputException(
          folder.toString(),
          "",
          "the folder of soil-moisture files cannot be read",
          "Check observations.soilMoisture.folder in the experiment file, or make it with ccdas"
              + " ingest",
          e);
    }
    if (found.isEmpty()) {
      throw new InputException(
          folder.toString(),
          "",
          "the folder has no file named soil-moisture*.nc",
          "Make them with ccdas ingest, or name the files in observations.soilMoisture.files");
    }
    return found;
  }
}
