package org.ccdas.transforms.block;

import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.beam.sdk.coders.SerializableCoder;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.Reshuffle;
import org.apache.beam.sdk.transforms.Values;
import org.apache.beam.sdk.transforms.WithKeys;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.TypeDescriptors;
import org.ccdas.inputs.forcing.AtmosphericCo2;
import org.ccdas.inputs.forcing.DailyForcing;
import org.ccdas.inputs.forcing.Forcing;
import org.ccdas.inputs.grid.Cell;
import org.ccdas.inputs.land.LandCell;
import org.ccdas.observe.block.Block;
import org.ccdas.observe.block.BlockBuilder;
import org.ccdas.observe.block.BlockPart;
import org.ccdas.observe.block.BlockPlan;
import org.ccdas.observe.block.BlockReference;

/**
 * Reads the forcing of every block's cells and writes the block files.
 *
 * <pre>{@code
 * pipeline
 *     .apply(Create.of(BlockPlan.deal(cells, 128)))
 *     .apply(PrepareBlocks.into(folder).from(forcing, co2).over(first, last).observing(parts));
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
  private final LocalDate first;
  private final LocalDate last;
  private final TreeMap<String, BlockPart.Source> parts;

  private PrepareBlocks(
      String folder,
      Forcing forcing,
      AtmosphericCo2 co2,
      LocalDate first,
      LocalDate last,
      SortedMap<String, BlockPart.Source> parts) {
    this.folder = folder;
    this.forcing = forcing;
    this.co2 = co2;
    this.first = first;
    this.last = last;
    this.parts = new TreeMap<>(parts);
  }

  /** Writes into this folder on any file system of Beam. */
  public static PrepareBlocks into(String folder) {
    return new PrepareBlocks(folder, null, null, null, null, new TreeMap<>());
  }

  /** Takes weather and CO2 of the air from these sources. */
  public PrepareBlocks from(Forcing weather, AtmosphericCo2 air) {
    return new PrepareBlocks(folder, weather, air, first, last, parts);
  }

  /** Keeps the days from {@code firstDay} to {@code lastDay}, both included. */
  public PrepareBlocks over(LocalDate firstDay, LocalDate lastDay) {
    return new PrepareBlocks(folder, forcing, co2, firstDay, lastDay, parts);
  }

  /** Keeps what the streams of observations make of the cells, by name of the stream. */
  public PrepareBlocks observing(SortedMap<String, BlockPart.Source> streams) {
    return new PrepareBlocks(folder, forcing, co2, first, last, streams);
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

    private final PrepareBlocks settings;

    WriteBlockFn(PrepareBlocks settings) {
      this.settings = settings;
    }

    @ProcessElement
    public void process(@Element BlockPlan plan, OutputReceiver<BlockReference> out)
        throws Exception {
      List<Cell> cells = plan.cells().stream().map(LandCell::cell).toList();
      DailyForcing days = settings.forcing.read(cells, settings.first, settings.last);
      double[] air = new double[days.days()];
      for (int day = 0; day < air.length; day++) {
        air[day] = settings.co2.ppm(settings.first.plusDays(day).getYear());
      }
      SortedMap<String, BlockPart> observed = new TreeMap<>();
      settings.parts.forEach((stream, source) -> observed.put(stream, source.of(plan)));
      Block block = BlockBuilder.build(plan, days, air, observed);
      out.output(BlockWriter.write(settings.folder, block));
    }
  }
}
