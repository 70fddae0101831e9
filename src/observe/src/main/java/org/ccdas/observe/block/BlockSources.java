package org.ccdas.observe.block;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.ccdas.inputs.forcing.AtmosphericCo2;
import org.ccdas.inputs.forcing.DailyForcing;
import org.ccdas.inputs.forcing.Forcing;
import org.ccdas.inputs.grid.Cell;
import org.ccdas.inputs.land.LandCell;

/**
 * What blocks are read from.
 *
 * @param weather of the cells
 * @param air CO2 of the air
 * @param first day that is kept
 * @param last day that is kept, included
 * @param streams what the streams of observations make of the cells, by name of the stream
 */
public record BlockSources(
    Forcing weather,
    AtmosphericCo2 air,
    LocalDate first,
    LocalDate last,
    SortedMap<String, BlockPart.Source> streams)
    implements Serializable {
  /** Copies the map. */
  public BlockSources {
    streams = new TreeMap<>(streams);
  }

  /**
   * Reads a block.
   *
   * @throws org.ccdas.inputs.InputException when a source cannot give what its cells need
   */
  public Block read(BlockPlan plan) {
    List<Cell> cells = plan.cells().stream().map(LandCell::cell).toList();
    DailyForcing days = weather.read(cells, first, last);
    double[] co2 = new double[days.days()];
    for (int day = 0; day < co2.length; day++) {
      co2[day] = air.ppm(first.plusDays(day).getYear());
    }
    SortedMap<String, BlockPart> observed = new TreeMap<>();
    streams.forEach((stream, source) -> observed.put(stream, source.of(plan)));
    return BlockBuilder.build(plan, days, co2, observed);
  }
}
