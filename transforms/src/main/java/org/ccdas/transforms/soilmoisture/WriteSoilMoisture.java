package org.ccdas.transforms.soilmoisture;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.apache.beam.sdk.coders.SerializableCoder;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.ccdas.inputs.file.Location;
import org.ccdas.inputs.file.StoredFiles;
import org.ccdas.observe.satellite.IngestedDay;
import org.ccdas.observe.satellite.SoilMoistureDay;
import org.ccdas.observe.satellite.SoilMoistureGrid;

/**
 * Writes daily observations as CF NetCDF, one file {@code soil-moisture-YYYY.nc} a calendar year.
 * Each day must be there once at most. Days wait in files of a folder {@code .parts} for their
 * year, so that memory does not grow with their number; {@link #removeParts} removes them in the
 * end.
 *
 * <pre>{@code
 * days.apply(WriteSoilMoisture.into("gs://products/soil-moisture", grid));
 * pipeline.run().waitUntilFinish();
 * WriteSoilMoisture.removeParts("gs://products/soil-moisture");
 * }</pre>
 */
public final class WriteSoilMoisture
    extends PTransform<PCollection<KV<LocalDate, SoilMoistureDay>>, PCollection<WrittenYear>> {
  private static final long serialVersionUID = 1L;
  private final ProductFiles product;

  private WriteSoilMoisture(ProductFiles product) {
    this.product = product;
  }

  /** Writes into this folder on any file system of Beam. */
  public static WriteSoilMoisture into(String folder, SoilMoistureGrid grid) {
    return new WriteSoilMoisture(ProductFiles.in(folder, grid));
  }

  /** Adds global attributes to every file. */
  public WriteSoilMoisture withAttributes(Map<String, String> attributes) {
    return new WriteSoilMoisture(product.withAttributes(attributes));
  }

  /** Removes what a run, ended or killed, has left beside the product files. */
  public static void removeParts(String folder) throws IOException {
    StoredFiles.deleteAll(
        Location.of(ProductFiles.in(folder, SoilMoistureGrid.global(90, 90)).parts()));
  }

  @Override
  public PCollection<WrittenYear> expand(PCollection<KV<LocalDate, SoilMoistureDay>> days) {
    return days.apply("KeepDay", ParDo.of(new KeepDayFn(product.parts())))
        .setCoder(SerializableCoder.of(DayReference.class))
        .apply("WriteYears", WriteYears.of(product));
  }

  private static final class KeepDayFn extends DoFn<KV<LocalDate, SoilMoistureDay>, DayReference> {
    private static final long serialVersionUID = 1L;
    private final String folder;

    KeepDayFn(String folder) {
      this.folder = folder;
    }

    @ProcessElement
    public void process(
        @Element KV<LocalDate, SoilMoistureDay> day, OutputReceiver<DayReference> out)
        throws IOException {
      out.output(
          DayReference.keep(folder, new IngestedDay(day.getKey(), day.getValue(), List.of())));
    }
  }
}
