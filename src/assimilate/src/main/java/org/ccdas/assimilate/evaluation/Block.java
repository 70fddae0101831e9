package org.ccdas.assimilate.evaluation;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.ccdas.observe.moisture.DailySoilMoisture;
import org.ccdas.transport.Response;

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
 * @param response of the stations to the transport regions that the cells touch
 * @param moisture observed soil moisture of the cells; of no days when none is used
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
    Response response,
    DailySoilMoisture moisture)
    implements Serializable {
  /** Takes copies of the lists; checks the sizes and that tiles and cells find what they name. */
  public Block {
    cells = List.copyOf(cells);
    tiles = List.copyOf(tiles);
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
    if (moisture.cells() != cells.size()) {
      throw new IllegalArgumentException(
          "Soil moisture of " + moisture.cells() + " cells for " + cells.size());
    }
    for (BlockTile tile : tiles) {
      Objects.checkIndex(tile.cell(), cells.size());
    }
    for (BlockCell cell : cells) {
      for (int region : cell.regions()) {
        Objects.checkIndex(region, response.regions().size());
      }
    }
  }

  /** A block without soil moisture. */
  public Block(
      int index,
      List<BlockCell> cells,
      List<BlockTile> tiles,
      LocalDate forcingStart,
      float[][] minimumTemperature,
      float[][] maximumTemperature,
      float[][] precipitation,
      float[][] shortwave,
      double[] co2,
      Response response) {
    this(
        index,
        cells,
        tiles,
        forcingStart,
        minimumTemperature,
        maximumTemperature,
        precipitation,
        shortwave,
        co2,
        response,
        DailySoilMoisture.none(cells.size()));
  }

  /** The same block with observed soil moisture. */
  public Block withMoisture(DailySoilMoisture observed) {
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
        response,
        observed);
  }

  /** Number of days of forcing. */
  public int days() {
    return co2.length;
  }
}
