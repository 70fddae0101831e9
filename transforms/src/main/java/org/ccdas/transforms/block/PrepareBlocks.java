package org.ccdas.transforms.block;

import java.time.LocalDate;
import java.util.List;
import org.apache.beam.sdk.coders.SerializableCoder;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.Reshuffle;
import org.apache.beam.sdk.transforms.Values;
import org.apache.beam.sdk.transforms.WithKeys;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.TypeDescriptors;
import org.ccdas.assimilate.evaluation.Block;
import org.ccdas.assimilate.evaluation.BlockBuilder;
import org.ccdas.assimilate.evaluation.BlockPlan;
import org.ccdas.assimilate.evaluation.BlockReference;
import org.ccdas.inputs.forcing.AtmosphericCo2;
import org.ccdas.inputs.forcing.DailyForcing;
import org.ccdas.inputs.forcing.Forcing;
import org.ccdas.inputs.grid.Cell;
import org.ccdas.inputs.land.LandCell;
import org.ccdas.observe.moisture.DailySoilMoisture;
import org.ccdas.observe.moisture.SoilMoistureFiles;
import org.ccdas.transport.Response;

/**
 * Reads the forcing of every block's cells and writes the block files.
 *
 * <pre>{@code
 * pipeline
 *     .apply(Create.of(BlockPlan.deal(cells, 128)))
 *     .apply(PrepareBlocks.into(folder).from(forcing, co2, response).over(first, last));
 * }</pre>
 *
 * The files are those of {@link BlockWriter}.
 */
public final class PrepareBlocks
    extends PTransform<PCollection<BlockPlan>, PCollection<BlockReference>> {
  private static final long serialVersionUID = 1L;
  private final String folder;
  private final Forcing forcing;
  private final AtmosphericCo2 co2;
  private final Response response;
  private final LocalDate first;
  private final LocalDate last;
  private final SoilMoistureFiles moisture;
  private final LocalDate moistureFirst;
  private final LocalDate moistureLast;

  private PrepareBlocks(
      String folder,
      Forcing forcing,
      AtmosphericCo2 co2,
      Response response,
      LocalDate first,
      LocalDate last,
      SoilMoistureFiles moisture,
      LocalDate moistureFirst,
      LocalDate moistureLast) {
    this.folder = folder;
    this.forcing = forcing;
    this.co2 = co2;
    this.response = response;
    this.first = first;
    this.last = last;
    this.moisture = moisture;
    this.moistureFirst = moistureFirst;
    this.moistureLast = moistureLast;
  }

  /** Writes into this folder on any file system of Beam. */
  public static PrepareBlocks into(String folder) {
    return new PrepareBlocks(folder, null, null, null, null, null, null, null, null);
  }

  /** Takes weather, CO2 of the air and transport from these sources. */
  public PrepareBlocks from(Forcing weather, AtmosphericCo2 air, Response transport) {
    return new PrepareBlocks(
        folder, weather, air, transport, first, last, moisture, moistureFirst, moistureLast);
  }

  /** Keeps the days from {@code firstDay} to {@code lastDay}, both included. */
  public PrepareBlocks over(LocalDate firstDay, LocalDate lastDay) {
    return new PrepareBlocks(
        folder, forcing, co2, response, firstDay, lastDay, moisture, moistureFirst, moistureLast);
  }

  /** Takes observed soil moisture of the days of the window from these files. */
  public PrepareBlocks observing(
      SoilMoistureFiles files, LocalDate windowFirst, LocalDate windowLast) {
    return new PrepareBlocks(
        folder, forcing, co2, response, first, last, files, windowFirst, windowLast);
  }

  @Override
  public PCollection<BlockReference> expand(PCollection<BlockPlan> input) {
    if (forcing == null || first == null) {
      throw new IllegalStateException("Blocks need sources and a period: call from and over");
    }
    return input
        .apply("KeyByBlock", WithKeys.of(BlockPlan::index).withKeyType(TypeDescriptors.integers()))
        .apply("Spread", Reshuffle.of())
        .apply("Plans", Values.create())
        .apply("WriteBlock", ParDo.of(new WriteBlockFn(this)))
        .setCoder(SerializableCoder.of(BlockReference.class));
  }

  private static final class WriteBlockFn extends DoFn<BlockPlan, BlockReference> {
    private static final long serialVersionUID = 1L;

    private final String folder;
    private final Forcing forcing;
    private final AtmosphericCo2 co2;
    private final Response response;
    private final LocalDate first;
    private final LocalDate last;
    private final SoilMoistureFiles moisture;
    private final LocalDate moistureFirst;
    private final LocalDate moistureLast;

    WriteBlockFn(PrepareBlocks settings) {
      this.folder = settings.folder;
      this.forcing = settings.forcing;
      this.co2 = settings.co2;
      this.response = settings.response;
      this.first = settings.first;
      this.last = settings.last;
      this.moisture = settings.moisture;
      this.moistureFirst = settings.moistureFirst;
      this.moistureLast = settings.moistureLast;
    }

    @ProcessElement
    public void process(@Element BlockPlan plan, OutputReceiver<BlockReference> out)
        throws Exception {
      List<Cell> cells = plan.cells().stream().map(LandCell::cell).toList();
      DailyForcing days = forcing.read(cells, first, last);
      double[] air = new double[days.days()];
      for (int day = 0; day < air.length; day++) {
        air[day] = co2.ppm(first.plusDays(day).getYear());
      }
      DailySoilMoisture observed =
          moisture == null
              ? DailySoilMoisture.none(cells.size())
              : moisture.read(cells, moistureFirst, moistureLast);
      Block block = BlockBuilder.build(plan, days, air, response, observed);
      out.output(BlockWriter.write(folder, block));
    }
  }
}
