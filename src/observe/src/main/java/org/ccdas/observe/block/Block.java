package org.ccdas.observe.block;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Everything that an evaluation needs of some whole cells: the unit of work.
 *
 * @param index place of the block in its manifest, from 0
 * @param cells the cells
 * @param tiles their tiles, cell by cell
 * @param forcingStart first day of the forcing
 * @param minimumTemperature degC, [cell][day]
 * @param maximumTemperature degC, [cell][day]
 * @param precipitation mm d-1, [cell][day]
 * @param shortwave W m-2, [cell][day]
 * @param co2 of the air by day, umol mol-1
 * @param parts what each stream of observations keeps here, by name of the stream
 */
public record Block(
    int index,
    List<BlockCell> cells,
    List<BlockTile> tiles,
    LocalDate forcingStart,
    float[][] minimumTemperature,
    float[][] maximumTemperature,
    float[][] precipitation,
    float[][] shortwave,
    double[] co2,
    SortedMap<String, BlockPart> parts)
    implements Serializable {
  /** Takes copies of the collections; checks the sizes and that tiles find their cells. */
  public Block {
    cells = List.copyOf(cells);
    tiles = List.copyOf(tiles);
    parts = new TreeMap<>(parts);
    for (float[][] field :
        List.of(minimumTemperature, maximumTemperature, precipitation, shortwave)) {
      if (field.length != cells.size()) {
        throw new IllegalArgumentException(
            "Forcing of " + field.length + " cells for " + cells.size());
      }
      for (float[] series : field) {
        if (series.length != co2.length) {
          throw new IllegalArgumentException(
              "Forcing of " + series.length + " days, CO2 of " + co2.length);
        }
      }
    }
    for (BlockTile tile : tiles) {
      Objects.checkIndex(tile.cell(), cells.size());
    }
  }

  /**
   * The part of a stream.
   *
   * @throws IllegalArgumentException when the block has none, or one of another type
   */
  public <T extends BlockPart> T part(String stream, Class<T> type) {
    BlockPart part = parts.get(stream);
    if (!type.isInstance(part)) {
      throw new IllegalArgumentException("Block " + index + " has no part of stream " + stream);
    }
    return type.cast(part);
  }

  /** The same block with another part of a stream. */
  public Block with(String stream, BlockPart part) {
    SortedMap<String, BlockPart> changed = new TreeMap<>(parts);
    changed.put(stream, part);
    return new Block(
        index,
        cells,
        tiles,
        forcingStart,
        minimumTemperature,
        maximumTemperature,
        precipitation,
        shortwave,
        co2,
        changed);
  }

  /** Number of days of forcing. */
  public int days() {
    return co2.length;
  }

  /** About how many bytes the block holds in memory. */
  public long size() {
    return 4L * Float.BYTES * cells.size() * days()
        + (long) Double.BYTES * days()
        + parts.values().stream().mapToLong(BlockPart::size).sum();
  }
}
